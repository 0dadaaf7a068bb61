package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.History;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignWriter;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.GeneratedDesigns;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.Pulses;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.inspector.InspectorView;
import dev.sevenstep.studio.theme.Theme;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Frames of the canvas under software rendering, with 100 to 5,000 cards and 1.2 links each, beside the floor: one small node
 * moving in an otherwise empty window of the same size. Then opening a file, edit and undo, and memory.
 * Arguments: the numbers of cards (100 500 1000 5000).
 */
public final class CanvasBenchmark {
    private static final int WARM_UP = 40;
    private static final int FRAMES = 150;

    private final Catalogue catalogue = CatalogueReader.bundled();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Stage stage = new Stage();
    private final Scene scene;
    private final Pulses pulses = new Pulses();

    private CanvasBenchmark() {
        scene = new Scene(new Pane(), 1280, 800);
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        theme.install(scene);
        stage.setScene(scene);
        stage.show();
    }

    public static void main(String[] args) throws InterruptedException {
        int[] sizes = args.length == 0
                ? new int[]{100, 500, 1_000, 5_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        CountDownLatch done = new CountDownLatch(1);
        System.out.println(
                "milliseconds: median and 99th percentile, time on the processor of the JavaFX thread and of the"
                        + " rendering thread, then from frame to frame on the clock");
        Platform.startup(() -> {
            CanvasBenchmark benchmark = new CanvasBenchmark();
            benchmark.floor();
            for (int size : sizes) {
                benchmark.work.add(() -> benchmark.canvas(size));
            }
            benchmark.work.add(() -> {
                benchmark.background.shutdownNow();
                done.countDown();
            });
            benchmark.next();
        });
        if (!done.await(20, TimeUnit.MINUTES)) {
            System.err.println("gave up after twenty minutes");
        }
        Platform.exit();
    }

    /** Goes on once the window is at rest. */
    private void next() {
        PauseTransition settle = new PauseTransition(Duration.millis(400));
        settle.setOnFinished(_ -> work.remove().run());
        settle.play();
    }

    private void measure(String name, IntConsumer move, Runnable after) {
        pulses.measure(WARM_UP, FRAMES, move, frames -> {
            System.out.printf(Locale.ROOT, "%-28s %s%n", name, frames);
            after.run();
            next();
        });
    }

    private void floor() {
        Region node = new Region();
        node.setStyle("-fx-background-color: gray");
        node.resize(168, 72);
        scene.setRoot(new Pane(node));
        work.add(() -> measure("floor: one node", frame -> node.relocate(300 + frame % 60 * 4, 300), () -> {}));
    }

    private Design design(int cards) {
        Design plain = GeneratedDesigns.of(cards, cards * 6 / 5, new SplittableRandom(7));
        List<Component> real = new ArrayList<>();
        for (Component card : plain.components()) {
            List<Kind> kinds = catalogue.kinds().stream().filter(kind -> kind.step() == card.step()).toList();
            Kind kind = kinds.get(real.size() / 7 % kinds.size());
            real.add(new Component(card.id(), kind.id(), card.step(), kind.name() + " " + real.size(), card.x(),
                    card.y(), card.width(), card.height(), card.fields()));
        }
        return plain.withComponents(Elements.of(real));
    }

    private void canvas(int cards) {
        Design design = design(cards);
        open(design);
        model(design);
        Driver driver = new Driver(new DocumentSession(catalogue, design));
        work.addFirst(driver::end);
        for (Runnable each : driver.scenarios(cards).reversed()) {
            work.addFirst(each);
        }
        next();
    }

    /** From the bytes of a file to a laid-out window. */
    private void open(Design design) {
        try {
            byte[] file = DesignWriter.write(design);
            long start = System.nanoTime();
            long cpu = cpu();
            DocumentSession session = new DocumentSession(catalogue, Design.empty("e", "Empty"));
            CanvasView canvas = new CanvasView(session, background);
            scene.setRoot(new BorderPane(canvas));
            session.openUntitled(DesignFile.open(file).design(), false);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            System.out.printf(Locale.ROOT,
                    "%n%,d cards, %,d links%n%-28s %.0f ms from the bytes of the file to the laid-out window, %.0f on the processor%n",
                    design.components().size(), design.links().size(), "open", (System.nanoTime() - start) / 1e6,
                    (cpu() - cpu) / 1e6);
        } catch (dev.sevenstep.design.io.DesignFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void model(Design design) {
        History history = History.ofSaved(design);
        Component card = design.components().list().get(design.components().size() / 2);
        double[] millis = new double[2_000];
        for (int i = 0; i < millis.length; i++) {
            Edit edit = Edits.move(history.current(), java.util.Set.of(card.id()), 8 + i % 5, 8);
            long start = System.nanoTime();
            history.apply(edit);
            history.undo();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        System.out.printf(Locale.ROOT, "%-28s median %.3f ms, 99th percentile %.3f ms%n", "edit and undo",
                Pulses.Frames.median(millis), Pulses.Frames.p99(millis));
    }

    /** One document in the window, moved as a user moves it. */
    private final class Driver {
        private final DocumentSession session;
        private final CanvasView canvas;
        private final Node surface;
        private final TextField title = new TextField();
        private double x;
        private double y;

        Driver(DocumentSession session) {
            this.session = session;
            canvas = new CanvasView(session, background);
            InspectorView inspector = new InspectorView(session);
            inspector.setPrefWidth(320);
            BorderPane root = new BorderPane(canvas);
            root.setRight(inspector);
            scene.setRoot(root);
            root.applyCss();
            root.layout();
            surface = canvas.lookup("#canvas");
        }

        List<Runnable> scenarios(int cards) {
            return List.of(
                    () -> {
                        actualSize();
                        measure("pan", frame -> scroll(frame / 30 % 2 == 0 ? -9 : 9, -6 + frame / 60 % 2 * 12, false),
                                () -> {});
                    },
                    () -> measure("zoom", frame -> scroll(0, frame / 48 % 2 == 0 ? -20 : 20, true), () -> {}),
                    () -> {
                        actualSize();
                        drag("drag one", List.of(inView().getFirst()));
                    },
                    () -> {
                        List<String> many = session.design().components().stream().limit(50).map(Component::id)
                                .toList();
                        canvas.goTo(many.getFirst());
                        drag("drag fifty", many);
                    },
                    () -> {
                        String hub = inView().getFirst();
                        List<Link> more = IntStream.range(0, 20).mapToObj(i -> new Link("hub" + i, Link.Kind.DATA, hub,
                                session.design().components().list().get(i * 7 % cards).id(), ""))
                                .filter(link -> !link.to().equals(hub)).toList();
                        session.apply(new Edit("hub", now -> now.withLinks(now.links().withAll(more))));
                        drag("re-route a card of 20 links", List.of(hub));
                    },
                    this::type,
                    () -> {
                        canvas.fit();
                        drag("drag one, all in view", List.of(session.design().components().list().getFirst().id()));
                    },
                    () -> memory());
        }

        private void actualSize() {
            canvas.commands().stream().filter(command -> command.id().equals("canvas.zoom-actual")).findFirst()
                    .orElseThrow().run();
            canvas.goTo(session.design().components().list().get(session.design().components().size() / 2).id());
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

        private void drag(String name, List<String> ids) {
            session.select(Selection.of(ids));
            Component card = session.design().components().get(ids.getFirst()).orElseThrow();
            Bounds bounds = canvas.shown().bounds(card);
            Point at = canvas.viewport().toView(bounds.centerX(), bounds.centerY());
            x = at.x();
            y = at.y();
            mouse(MouseEvent.MOUSE_PRESSED, x, y);
            measure(name, frame -> mouse(MouseEvent.MOUSE_DRAGGED, x + 12 + 40 * Math.sin(frame / 9.0),
                    y + 30 * Math.cos(frame / 7.0)), () -> {
                        mouse(MouseEvent.MOUSE_RELEASED, x, y);
                        session.undo();
                    });
        }

        private void mouse(EventType<MouseEvent> type, double atX, double atY) {
            Event.fireEvent(surface, new MouseEvent(type, atX, atY, atX, atY, MouseButton.PRIMARY, 1, false, false,
                    false, false, type != MouseEvent.MOUSE_RELEASED, false, false, false, false, false, null));
        }

        private void type() {
            canvas.goTo(inView().getFirst());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            TextField field = (TextField) scene.getRoot().lookup(".inspector .text-field");
            field.requestFocus();
            measure("type in the inspector", frame -> {
                if (frame % 20 == 19) {
                    field.setText("Card");
                } else {
                    field.appendText("x");
                }
            }, session::undo);
        }

        /** Edits and undoes, so that the history stays as it is and anything else that grows is seen. */
        private void memory() {
            String id = session.design().components().list().getFirst().id();
            long before = used();
            for (int i = 0; i < 10_000; i++) {
                session.apply(Edits.move(session.design(), java.util.Set.of(id), 8, 0));
                if (i % 500 == 0) {
                    scene.getRoot().layout();
                }
                session.undo();
            }
            System.out.printf(Locale.ROOT, "%-28s %+.1f MB after 10,000 edits and undos%n", "memory",
                    (used() - before) / 1e6);
            next();
        }

        private void end() {
            scene.setRoot(new Pane());
            next();
        }

        private long used() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
