package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.BoxEdits;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.GeneratedDesigns;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A canvas in a window with a pointer whose events carry Shift and Alt, which those of the test robot do not. Places are in
 * canvas units. To be used from the test's thread.
 */
final class GestureFixture {
    static final Catalogue CATALOGUE = CatalogueReader.bundled();

    final DocumentSession session;
    final CanvasView canvas;
    final Scene scene;
    private final Theme theme = new Theme();
    private Point2D pointer = new Point2D(0, 0);
    private boolean control;

    GestureFixture(Stage stage, Design design, double width, double height) {
        session = new DocumentSession(CATALOGUE, design);
        canvas = new CanvasView(session);
        scene = new Scene(new BorderPane(canvas), width, height);
        theme(Theme.Mode.LIGHT);
        theme.install(scene);
        Commands commands = new Commands();
        canvas.commands().forEach(commands::register);
        commands.install(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    void theme(Theme.Mode mode) {
        theme.modeProperty().set(mode);
    }

    /** A design of cards of the given kinds in a row, each in its step's frame. */
    static Design row(String... kinds) {
        Design design = Design.empty("d", "Test");
        for (String kind : kinds) {
            long before = design.components().stream().filter(card -> card.step() == CATALOGUE.kind(kind).orElseThrow()
                    .step()).count();
            Component card = Edits.newComponent(design, CATALOGUE.kind(kind).orElseThrow(), before * 248, 0);
            design = Edits.addComponent(card).applyTo(design);
        }
        return design;
    }

    /** A design of 400 cards of several kinds, too many to be nodes when all are in view. */
    static Design many() {
        List<Component> cards = new ArrayList<>();
        for (Component card : GeneratedDesigns.of(400, 0, new SplittableRandom(5)).components()) {
            String kind = CATALOGUE.kinds().stream().filter(each -> each.step() == card.step()).toList()
                    .get(cards.size() / 7 % 3).id();
            cards.add(new Component(card.id(), kind, card.step(), card.title(), card.x(), card.y(), card.width(),
                    card.height(), card.fields()));
        }
        return Design.empty("d", "Many").withComponents(Elements.of(cards));
    }

    static Design linked(Design design, Link.Kind kind, String from, String to) {
        return Edits.addLink(design, CATALOGUE, kind, from, to).applyTo(design);
    }

    Design design() {
        return session.design();
    }

    Component card(String id) {
        return design().components().get(id).orElseThrow();
    }

    Bounds bounds(String id) {
        return BoxEdits.bounds(design(), FrameLayout.of(design()), id).orElseThrow();
    }

    Point2D middle(String id) {
        return new Point2D(bounds(id).centerX(), bounds(id).centerY());
    }

    /** The middle of a card's right side, where its port is. */
    Point2D port(String id) {
        return new Point2D(bounds(id).right(), bounds(id).centerY());
    }

    void run(String command) {
        on(() -> canvas.commands().stream().filter(each -> each.id().equals(command)).findFirst().orElseThrow().run());
    }

    boolean can(String command) {
        return canvas.commands().stream().filter(each -> each.id().equals(command)).findFirst().orElseThrow().enabled()
                .get();
    }

    String message() {
        Label label = (Label) node("#canvas-message");
        return label.isVisible() ? label.getText() : "";
    }

    Node node(String query) {
        return Await.onFx(() -> canvas.lookup(query));
    }

    int count(String query) {
        return Await.onFx(() -> canvas.lookupAll(query).size());
    }

    void hover(Point2D world) {
        mouse(MouseEvent.MOUSE_MOVED, world, MouseButton.NONE, 0, false, false);
    }

    void press(Point2D world, boolean shift) {
        mouse(MouseEvent.MOUSE_PRESSED, world, MouseButton.PRIMARY, 1, shift, false);
    }

    void dragTo(Point2D world, boolean alt) {
        // The first step is over the threshold, the second where it leads.
        Point2D half = pointer.midpoint(world);
        mouse(MouseEvent.MOUSE_DRAGGED, half, MouseButton.PRIMARY, 1, false, alt);
        mouse(MouseEvent.MOUSE_DRAGGED, world, MouseButton.PRIMARY, 1, false, alt);
    }

    void release() {
        mouse(MouseEvent.MOUSE_RELEASED, pointer, MouseButton.PRIMARY, 1, false, false);
    }

    void drag(Point2D from, Point2D to) {
        hover(from);
        press(from, false);
        dragTo(to, false);
        release();
    }

    void click(Point2D world, boolean shift) {
        hover(world);
        press(world, shift);
        release();
    }

    void doubleClick(Point2D world) {
        click(world, false);
        mouse(MouseEvent.MOUSE_PRESSED, world, MouseButton.PRIMARY, 2, false, false);
        mouse(MouseEvent.MOUSE_RELEASED, world, MouseButton.PRIMARY, 2, false, false);
    }

    void rightClick(Point2D world) {
        mouse(MouseEvent.MOUSE_PRESSED, world, MouseButton.SECONDARY, 1, false, false);
        mouse(MouseEvent.MOUSE_RELEASED, world, MouseButton.SECONDARY, 1, false, false);
        Point2D at = inScene(world);
        on(() -> {
            Point2D screen = canvas.localToScreen(canvas.sceneToLocal(at));
            Event.fireEvent(node("#canvas"), new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, at.getX(), at.getY(), screen.getX(),
                    screen.getY(), false, null));
        });
    }

    void key(KeyCode code, boolean shift, boolean alt) {
        on(() -> {
            Node owner = scene.getFocusOwner() == null ? node("#canvas") : scene.getFocusOwner();
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false));
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, shift, control, alt, false));
        });
    }

    /** Ctrl goes down or up; pointer events carry it from then on. */
    void control(boolean down) {
        control = down;
        on(() -> Event.fireEvent(scene.getFocusOwner() == null ? node("#canvas") : scene.getFocusOwner(),
                new KeyEvent(down ? KeyEvent.KEY_PRESSED : KeyEvent.KEY_RELEASED, "", "", KeyCode.CONTROL, false, down,
                        false, false)));
    }

    private Point2D inScene(Point2D world) {
        return node(".canvas-board").localToScene(world);
    }

    private void mouse(EventType<MouseEvent> type, Point2D world, MouseButton button, int clicks, boolean shift,
            boolean alt) {
        pointer = world;
        on(() -> {
            canvas.layout();
            Point2D at = inScene(world);
            boolean primary = button == MouseButton.PRIMARY && type != MouseEvent.MOUSE_RELEASED;
            Event.fireEvent(node("#canvas"), new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), button,
                    clicks, shift, control, alt, false, primary, false, false, true, false, true, null));
        });
    }

    /** Does it on the JavaFX thread and waits for what follows from it. A busy machine takes seconds for a large picture. */
    void on(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            WaitForAsyncUtils.waitForAsyncFx(60_000, work);
            Await.settled();
        }
    }
}
