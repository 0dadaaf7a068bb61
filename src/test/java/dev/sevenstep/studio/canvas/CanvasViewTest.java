package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@ExtendWith(WindowExtension.class)
class CanvasViewTest {
    private final Catalogue catalogue = CatalogueReader.bundled();
    private DocumentSession session;
    private CanvasView canvas;

    @Start
    void show(Stage stage) {
        session = new DocumentSession(catalogue, design());
        canvas = new CanvasView(session);
        PaletteView palette = new PaletteView(session, canvas);
        palette.setPrefWidth(216);
        BorderPane root = new BorderPane(canvas);
        root.setLeft(palette);
        Scene scene = new Scene(root, 990, 760);
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        theme.install(scene);
        Commands commands = new Commands();
        canvas.commands().forEach(commands::register);
        commands.install(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private Design design() {
        Design design = Design.empty("d", "Test");
        design = with(design, "gateway", 0, 0);
        design = with(design, "ranker-service", 248, 0);
        return with(design, "objective", 0, 0);
    }

    private Design with(Design design, String kind, double x, double y) {
        Component card = Edits.newComponent(design, catalogue.kind(kind).orElseThrow(), x, y);
        return Edits.addComponent(card).applyTo(design);
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> canvas.commands().stream().filter(each -> each.id().equals(command)).findFirst()
                .orElseThrow().run());
    }

    private Component card(String id) {
        return session.design().components().get(id).orElseThrow();
    }

    private static Point2D middle(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        var bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(Math.round(bounds.getCenterX()), Math.round(bounds.getCenterY()));
    }

    private static Point2D rightPort(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScreen(node.getLayoutBounds().getMaxX(), node.getLayoutBounds().getCenterY());
    }

    @Test
    void aClickInThePaletteAddsACardToItsStepsFrameAndSelectsIt(FxRobot robot) {
        robot.clickOn("#palette-filter").write("constraint").clickOn("#kind-constraint");
        Component added = card("constraint");
        assertEquals(Step.PROBLEM, added.step());
        assertTrue(session.selection().contains("constraint"));
        assertNotNull(robot.lookup("#card-constraint").query());
        robot.interact(session::undo);
        assertEquals(3, session.design().components().size());
    }

    @Test
    void aDragFromThePalettePlacesTheCardWhereItIsDropped(FxRobot robot) {
        robot.clickOn("#palette-filter").write("load bal");
        Point2D target = middle(robot, "#card-gateway").add(0, 120);
        robot.drag(middle(robot, "#kind-load-balancer")).moveTo(target).drop();
        Component added = card("load-balancer");
        assertTrue(Math.abs(added.x() - card("gateway").x()) <= 16,
                () -> "in the gateway's column, not at " + added.x());
        assertTrue(added.y() >= card("gateway").y() + card("gateway").height(), () -> "below it, not at " + added.y());
        assertEquals(Step.SERVING, added.step());
        assertEquals(4, session.design().components().size());
    }

    @Test
    void escapeOverADragFromThePaletteLeavesEverythingAsItWasAndNothingToUndo(FxRobot robot) {
        robot.interact(() -> session.apply(Edits.addLink(session.design(), catalogue, Link.Kind.REQUEST, "gateway",
                "ranker-service")));
        robot.interact(() -> session.select(Selection.of("objective")));
        Design before = session.design();
        String undo = session.undoNameProperty().get();
        robot.clickOn("#palette-filter").write("load bal");
        Point2D link = middle(robot, "#card-gateway").midpoint(middle(robot, "#card-ranker-service"));
        for (Point2D place : new Point2D[]{link.add(0, 90), link}) {
            robot.drag(middle(robot, "#kind-load-balancer")).moveTo(place.add(0, 20)).moveTo(place);
            assertTrue(robot.lookup("#card-load-balancer").tryQuery().isPresent(), "shown where it would be");
            robot.type(KeyCode.ESCAPE);
            assertTrue(robot.lookup("#card-load-balancer").tryQuery().isEmpty(), "gone before the button is let go");
            robot.moveTo(place.add(0, 30)).drop();
            assertSame(before, session.design());
            assertEquals(undo, session.undoNameProperty().get());
            assertTrue(session.selection().contains("objective"));
            assertTrue(robot.lookup("#card-load-balancer").tryQuery().isEmpty());
            assertEquals(1, robot.lookup(".canvas-link").queryAll().size());
            assertFalse(robot.lookup("#canvas-message").query().isVisible());
        }
    }

    @Test
    void aKindDroppedOnALinkSplitsItAsOneEntry(FxRobot robot) {
        robot.interact(() -> session.apply(Edits.addLink(session.design(), catalogue, Link.Kind.REQUEST, "gateway",
                "ranker-service")));
        Design before = session.design();
        robot.clickOn("#palette-filter").write("load bal");
        Point2D link = middle(robot, "#card-gateway").midpoint(middle(robot, "#card-ranker-service"));
        robot.drag(middle(robot, "#kind-load-balancer")).moveTo(link.add(0, 90)).moveTo(link);
        assertTrue(robot.lookup("#canvas-message").queryAs(Label.class).getText().contains("on this link"));
        assertSame(before, session.design());
        robot.drop();
        assertEquals(2, session.design().links().size());
        assertEquals("load-balancer", session.design().links().get("link").orElseThrow().to());
        robot.interact(session::undo);
        assertSame(before, session.design());
    }

    @Test
    void notesAndGroupsAreInThePaletteToo(FxRobot robot) {
        robot.clickOn("#palette-filter").write("group fr").clickOn("#extra-group-add");
        robot.write("Path").type(KeyCode.ENTER);
        assertEquals("Path", session.design().groups().list().getFirst().title());
        robot.clickOn("#palette-filter").type(KeyCode.ESCAPE).write("note").clickOn("#extra-note-add");
        robot.write("Remember").clickOn("#palette-filter");
        assertEquals("Remember", session.design().notes().list().getFirst().text());
    }

    @Test
    void aDragMovesExactlyAndIsOneEntry(FxRobot robot) {
        run(robot, "canvas.zoom-actual");
        Design before = session.design();
        robot.drag(middle(robot, "#card-ranker-service")).dropTo(middle(robot, "#card-ranker-service").add(48, 32));
        assertEquals(296, card("ranker-service").x());
        assertEquals(32, card("ranker-service").y());
        robot.interact(session::undo);
        assertSame(before, session.design());
        assertEquals("", session.undoNameProperty().get());
    }

    @Test
    void escapeInADragRestoresEverything(FxRobot robot) {
        Design before = session.design();
        Point2D start = middle(robot, "#card-ranker-service");
        double x = robot.lookup("#card-ranker-service").query().getLayoutX();
        robot.drag(start).moveTo(start.add(120, 60));
        assertTrue(robot.lookup("#card-ranker-service").query().getLayoutX() > x, "the preview shows the move");
        robot.type(KeyCode.ESCAPE).drop();
        assertSame(before, session.design());
        robot.interact(() -> canvas.layout());
        assertEquals(x, robot.lookup("#card-ranker-service").query().getLayoutX());
    }

    @Test
    void aLinkIsDrawnFromAPortAndFollowsItsCards(FxRobot robot) {
        assertTrue(!catalogue.possibleLinks(session.design(), "gateway", "ranker-service").isEmpty());
        robot.moveTo(middle(robot, "#card-gateway")).moveTo(rightPort(robot, "#card-gateway"));
        robot.drag(rightPort(robot, "#card-gateway"), MouseButton.PRIMARY)
                .dropTo(middle(robot, "#card-ranker-service"));
        Link link = session.design().links().list().getFirst();
        assertEquals("gateway", link.from());
        assertEquals("ranker-service", link.to());
        assertTrue(session.selection().contains(link.id()));
    }

    @Test
    void aRefusedLinkSaysWhyAndAddsNothing(FxRobot robot) {
        assertTrue(catalogue.possibleLinks(session.design(), "gateway", "objective").isEmpty());
        Design before = session.design();
        robot.moveTo(middle(robot, "#card-gateway")).moveTo(rightPort(robot, "#card-gateway"));
        robot.drag(rightPort(robot, "#card-gateway"), MouseButton.PRIMARY).moveTo(middle(robot, "#card-objective"));
        Label message = robot.lookup("#canvas-message").queryAs(Label.class);
        assertTrue(message.isVisible());
        assertTrue(message.getText().contains("Objective"), message.getText());
        robot.drop();
        assertSame(before, session.design());
    }

    @Test
    void deletingACardDeletesItsLinksAndUndoBringsBothBack(FxRobot robot) {
        robot.interact(() -> session.apply(Edits.addLink(session.design(), catalogue,
                catalogue.possibleLinks(session.design(), "gateway", "ranker-service").getFirst(), "gateway",
                "ranker-service")));
        Design before = session.design();
        robot.clickOn(middle(robot, "#card-gateway")).type(KeyCode.DELETE);
        assertEquals(2, session.design().components().size());
        assertTrue(session.design().links().isEmpty());
        robot.interact(session::undo);
        assertSame(before, session.design());
    }

    @Test
    void aDoubleClickRenamesACardAndEscapeLeavesTheNameAsItWas(FxRobot robot) {
        robot.doubleClickOn(middle(robot, "#card-ranker-service")).write("Scorer").type(KeyCode.ENTER);
        assertEquals("Scorer", card("ranker-service").title());
        robot.type(KeyCode.F2).write("Other").type(KeyCode.ESCAPE);
        assertEquals("Scorer", card("ranker-service").title());
    }

    @Test
    void zoomAndFit(FxRobot robot) {
        run(robot, "canvas.zoom-actual");
        assertTrue(robot.lookup(".zoom-percent").queryAs(Label.class).getText().startsWith("100"));
        robot.clickOn("#zoom-in");
        assertTrue(robot.lookup(".zoom-percent").queryAs(Label.class).getText().startsWith("120"));
        robot.clickOn("#zoom-fit");
        assertFalse(robot.lookup(".zoom-percent").queryAs(Label.class).getText().startsWith("1"));
    }

    @Test
    void addLinkAndDeleteByKeyboardAlone(FxRobot robot) {
        robot.interact(() -> canvas.goTo("gateway"));
        robot.write("/").write("ranker service").type(KeyCode.ENTER);
        assertEquals(4, session.design().components().size());
        assertTrue(session.selection().contains("ranker-service-2"));
        robot.interact(() -> canvas.goTo("gateway"));
        robot.type(KeyCode.L).type(KeyCode.TAB).type(KeyCode.ENTER);
        assertEquals(1, session.design().links().size());
        robot.type(KeyCode.DELETE);
        assertTrue(session.design().links().isEmpty());
        robot.interact(() -> session.select(Selection.of("ranker-service")));
        robot.interact(() -> canvas.goTo("ranker-service"));
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertEquals(264, card("ranker-service").x());
        robot.interact(session::undo);
        assertEquals(248, card("ranker-service").x(), "nudges in a row are one entry");
    }

    @Test
    void everyCardFrameAndLinkSaysWhatItIs(FxRobot robot) {
        robot.interact(() -> session.apply(Edits.addLink(session.design(), catalogue,
                catalogue.possibleLinks(session.design(), "gateway", "ranker-service").getFirst(), "gateway",
                "ranker-service")));
        robot.interact(() -> canvas.fit());
        for (String style : Set.of(".canvas-card", ".canvas-frame", ".canvas-link")) {
            for (Node node : robot.lookup(style).queryAll()) {
                assertNotNull(node.getAccessibleText(), node.getId());
            }
        }
        assertTrue(robot.lookup("#card-gateway").query().getAccessibleText().contains("step 6"));
        assertTrue(robot.lookup("#card-gateway").query().getAccessibleText().contains("1 link"));
    }
}
