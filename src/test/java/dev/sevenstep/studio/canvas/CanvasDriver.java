package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.inspector.InspectorView;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;

/** A canvas with its inspector in a window, moved as a user moves it: for {@link CanvasBenchmark}. */
final class CanvasDriver {
    /**
     * A gesture of many frames.
     *
     * @param move changes something that is seen; gets the number of the frame
     * @param paced whether the time from frame to frame has a target too
     */
    record Gesture(String name, Runnable begin, IntConsumer move, Runnable end, boolean paced) {}

    private final DocumentSession session;
    private final Scene scene;
    private final CanvasView canvas;
    private final Node surface;
    private double x;
    private double y;

    CanvasDriver(DocumentSession session, Scene scene, Executor background) {
        this.session = session;
        this.scene = scene;
        canvas = new CanvasView(session, background);
        InspectorView inspector = new InspectorView(session, List::of);
        inspector.setPrefWidth(320);
        BorderPane root = new BorderPane(canvas);
        root.setRight(inspector);
        scene.setRoot(root);
        root.applyCss();
        root.layout();
        surface = canvas.lookup("#canvas");
    }

    List<Gesture> gestures() {
        return List.of(
                new Gesture("pan", this::actualSize,
                        frame -> scroll(frame / 30 % 2 == 0 ? -9 : 9, -6 + frame / 60 % 2 * 12, false), () -> {},
                        false),
                new Gesture("zoom", this::actualSize, frame -> scroll(0, frame / 48 % 2 == 0 ? -20 : 20, true),
                        () -> {}, false),
                dragging("drag one", () -> {
                    actualSize();
                    return List.of(inView().getFirst());
                }, true),
                dragging("drag fifty", () -> {
                    List<String> many = session.design().components().stream().limit(50).map(Component::id).toList();
                    canvas.goTo(many.getFirst());
                    return many;
                }, false),
                dragging("re-route a card of 20 links", () -> {
                    actualSize();
                    return List.of(hub());
                }, false),
                typing(),
                new Gesture("pan, all in view", canvas::fit,
                        frame -> scroll(frame / 30 % 2 == 0 ? -9 : 9, -6 + frame / 60 % 2 * 12, false), () -> {},
                        false),
                dragging("drag one, all in view", () -> {
                    canvas.fit();
                    return List.of(session.design().components().list().getFirst().id());
                }, true));
    }

    private void actualSize() {
        canvas.run("canvas.zoom-actual");
        canvas.goTo(session.design().components().list().get(session.design().components().size() / 2).id());
    }

    /** A card in view that is linked with twenty others, wherever those are. */
    private String hub() {
        Design design = session.design();
        String hub = inView().getFirst();
        int cards = design.components().size();
        List<Link> more = IntStream.range(0, 20).mapToObj(i -> new Link("hub" + i, Link.Kind.DATA, hub,
                design.components().list().get(i * 7 % cards).id(), "")).filter(link -> !link.to().equals(hub))
                .toList();
        session.apply(new Edit("hub", now -> now.withLinks(now.links().withAll(more))));
        return hub;
    }

    private List<String> inView() {
        Bounds seen = canvas.viewport().visible();
        return session.design().components().stream()
                .filter(card -> seen.contains(canvas.shown().bounds(card).grown(40))).map(Component::id).toList();
    }

    private void scroll(double dx, double dy, boolean zoom) {
        Event.fireEvent(surface, new ScrollEvent(ScrollEvent.SCROLL, 500, 400, 500, 400, false, zoom, false, zoom,
                false, false, dx, dy, dx, dy, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    private Gesture dragging(String name, java.util.function.Supplier<List<String>> cards, boolean paced) {
        Design before = session.design();
        return new Gesture(name, () -> {
            List<String> ids = cards.get();
            session.select(Selection.of(ids));
            Component card = session.design().components().get(ids.getFirst()).orElseThrow();
            Bounds bounds = canvas.shown().bounds(card);
            Point at = canvas.viewport().toView(bounds.centerX(), bounds.centerY());
            x = at.x();
            y = at.y();
            mouse(MouseEvent.MOUSE_PRESSED, x, y);
        }, frame -> mouse(MouseEvent.MOUSE_DRAGGED, x + 52 + 40 * Math.sin(frame / 9.0),
                y + 42 + 30 * Math.cos(frame / 7.0)), () -> {
                    if (canvas.shown().design() == session.design()) {
                        throw new IllegalStateException(name + ": nothing was dragged");
                    }
                    mouse(MouseEvent.MOUSE_RELEASED, x, y);
                    while (session.design() != before) {
                        session.undo();
                    }
                }, paced);
    }

    private void mouse(EventType<MouseEvent> type, double atX, double atY) {
        Event.fireEvent(surface, new MouseEvent(type, atX, atY, atX, atY, MouseButton.PRIMARY, 1, false, false,
                false, false, type != MouseEvent.MOUSE_RELEASED, false, false, false, false, false, null));
    }

    private Gesture typing() {
        Design before = session.design();
        // Looked up once: going through all nodes for it would take as long as what is measured.
        AtomicReference<TextField> title = new AtomicReference<>();
        return new Gesture("type in the inspector", () -> {
            actualSize();
            canvas.goTo(inView().getFirst());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            TextField field = title();
            title.set(field);
            field.requestFocus();
        }, frame -> {
            TextField field = Objects.requireNonNull(title.get());
            if (frame % 20 == 19) {
                field.setText("Card");
            } else {
                field.appendText("x");
            }
        }, () -> {
            if (title.get() != title() || session.design() == before) {
                throw new IllegalStateException("nothing was typed, or into a field that is gone");
            }
            session.undo();
        }, false);
    }

    private TextField title() {
        return (TextField) scene.getRoot().lookup(".inspector .text-field");
    }
}
