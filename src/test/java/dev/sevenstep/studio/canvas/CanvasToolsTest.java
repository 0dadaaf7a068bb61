package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.DesignSearch;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.WindowExtension;
import java.util.List;
import dev.sevenstep.studio.Await;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.Node;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Finding, walking along links, jumping in the history, the overview. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class CanvasToolsTest {
    private final Design sample = Samples.list().getFirst().design();
    private CanvasFixture window;

    @Start
    void show(Stage stage) {
        window = new CanvasFixture(stage, sample);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private String selected() {
        return window.session.selection().ids().stream().findFirst().orElse("");
    }

    @Test
    void theOverviewKeepsOffTheZoomBarInANarrowWindow(FxRobot robot) {
        Node overview = robot.lookup(".minimap").query();
        Node bar = robot.lookup(".zoom-bar").query();
        for (double width : new double[]{280, 420, 900}) {
            robot.interact(() -> {
                window.canvas.resize(width, 548);
                window.canvas.layout();
                assertFalse(overview.getBoundsInParent().intersects(bar.getBoundsInParent()), () -> width + " wide");
            });
        }
    }

    /** Between two pixels a card has blurred letters and half a left edge. */
    @Test
    void cardsBeginOnWholePixelsAtAnyZoom(FxRobot robot) {
        for (double factor : new double[]{1, 1.37, 0.9, 0.77}) {
            robot.interact(() -> {
                window.canvas.viewport().zoomAt(factor, 211.3, 97.8);
                window.session.apply(Edits.move(window.session.design(), Set.of("scorer"), 3, 5));
            });
            Await.settled();
            robot.interact(() -> robot.lookup(".canvas-card").queryAll().forEach(card -> {
                Point2D corner = card.localToScene(0, 0);
                assertEquals(Math.rint(corner.getX()), corner.getX(), 1e-3, card.getId());
                assertEquals(Math.rint(corner.getY()), corner.getY(), 1e-3, card.getId());
            }));
        }
    }

    @Test
    void findGoesFromMatchToMatchAndEscapeReturnsToTheCanvas(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("label");
        List<DesignSearch.Match> matches = DesignSearch.of(sample, window.session.catalogue(), "label");
        assertTrue(matches.size() > 1);
        assertEquals(matches.size() + " found", text(robot, "#find-count"));
        robot.push(KeyCode.ENTER);
        assertEquals("1 of " + matches.size(), text(robot, "#find-count"));
        assertEquals(matches.getFirst().id(), selected());
        robot.push(KeyCode.F3);
        assertEquals(matches.get(1).id(), selected());
        assertEquals(matches.get(1).where(), text(robot, "#find-where"));
        robot.push(KeyCode.SHIFT, KeyCode.F3).push(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals(matches.getLast().id(), selected(), "before the first comes the last");
        robot.push(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#find-query").query().isVisible() && robot.lookup(".find-bar").query().isVisible());
        assertSame(sample, window.session.design());
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("no such words");
        assertEquals("none", text(robot, "#find-count"));
    }

    @Test
    void findReadsTitlesKindsValuesNotesAndLabels(FxRobot robot) {
        Component scorer = sample.components().get("scorer").orElseThrow();
        assertEquals("scorer", DesignSearch.of(sample, window.session.catalogue(), scorer.title().toUpperCase(
                java.util.Locale.ROOT)).getFirst().id());
        assertTrue(finds("ranker service", "scorer"));
        assertTrue(finds("4.2 ms", "scorer"), "a field's value");
        assertTrue(finds("chargebacks arrive", "note-proxy"));
        Link labelled = sample.links().stream().filter(link -> !link.label().isEmpty()).findFirst().orElseThrow();
        assertTrue(finds(labelled.label(), labelled.id()));
        assertEquals(List.of(), DesignSearch.of(sample, window.session.catalogue(), "  "));
    }

    private boolean finds(String query, String id) {
        return DesignSearch.of(sample, window.session.catalogue(), query).stream()
                .anyMatch(each -> each.id().equals(id));
    }

    @Test
    void bracketsWalkAlongLinksAndAskWhereThereAreSeveral(FxRobot robot) {
        String single = sample.components().stream().map(Component::id).filter(id -> out(id).size() == 1).findFirst()
                .orElseThrow();
        robot.interact(() -> window.canvas.goTo(single));
        robot.write("]");
        assertEquals(out(single).getFirst().to(), selected());
        String several = sample.components().stream().map(Component::id).filter(id -> out(id).size() > 1).findFirst()
                .orElseThrow();
        robot.interact(() -> window.canvas.goTo(several));
        robot.write("]");
        assertTrue(robot.lookup("#link-chooser").query().isVisible());
        assertEquals(out(several).getFirst().id(), selected(), "the link asked about is shown");
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertEquals(out(several).get(1).to(), selected());
        robot.interact(() -> window.canvas.goTo(several));
        robot.push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.RIGHT).push(KeyCode.ESCAPE);
        assertEquals(several, selected(), "Esc leaves everything as it was");
        robot.write("]").push(KeyCode.SPACE).push(KeyCode.DELETE);
        assertFalse(window.session.design().links().contains(out(several).getFirst().id()), "the chosen link");
    }

    private List<Link> out(String id) {
        return sample.links().stream().filter(link -> link.from().equals(id)).toList();
    }

    @Test
    void theHistoryIsLiveAndJumps(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        robot.interact(() -> window.session.apply(Edits.setTitle("One")));
        Design one = window.session.design();
        robot.interact(() -> window.session.apply(Edits.rename("scorer", "Two")));
        robot.interact(() -> window.session.apply(Edits.rename("scorer", "Three")));
        ListView<?> list = robot.lookup("#history-list").queryListView();
        assertEquals(4, list.getItems().size());
        assertEquals(3, list.getSelectionModel().getSelectedIndex());
        robot.push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.ENTER);
        assertSame(one, window.session.design());
        assertEquals(4, list.getItems().size(), "what was undone stays");
        robot.push(KeyCode.HOME).push(KeyCode.ENTER);
        assertSame(sample, window.session.design());
        robot.push(KeyCode.END).push(KeyCode.ENTER);
        assertEquals("Three", window.card("scorer").title());
        robot.interact(() -> window.session.apply(Edits.setTitle("A title of a length that no list has room for")));
        robot.interact(() -> assertTrue(list.lookupAll(".scroll-bar").stream().noneMatch(Node::isVisible),
                "a long name is cut"));
        robot.push(KeyCode.ESCAPE);
        assertFalse(robot.lookup(".history-panel").query().isVisible());
    }

    @Test
    void theOverviewJumpsAndItsViewIsDragged(FxRobot robot) {
        window.run(robot, "canvas.zoom-actual");
        for (int i = 0; i < 4; i++) {
            window.run(robot, "canvas.zoom-in");
        }
        Node overview = robot.lookup(".minimap").query();
        mouse(robot, overview, MouseEvent.MOUSE_PRESSED, 20, 20);
        double start = middle();
        mouse(robot, overview, MouseEvent.MOUSE_DRAGGED, 40, 20);
        double way = middle() - start;
        assertTrue(way > 100, "to the right in the overview is to the right on the canvas");
        Node seen = robot.lookup(".minimap-view").query();
        double held = seen.getLayoutX() + 3;
        start = middle();
        mouse(robot, overview, MouseEvent.MOUSE_PRESSED, held, seen.getLayoutY() + 3);
        assertEquals(start, middle(), 8, "a press on the view itself moves nothing");
        mouse(robot, overview, MouseEvent.MOUSE_DRAGGED, held + 20, seen.getLayoutY() + 3);
        assertEquals(way, middle() - start, 12);
    }

    private double middle() {
        return window.canvas.viewport().visible().centerX();
    }

    private static void mouse(FxRobot robot, Node node, EventType<MouseEvent> type, double x, double y) {
        Point2D at = node.localToScene(x, y);
        robot.interact(() -> Event.fireEvent(node, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, true,
                new PickResult(node, at.getX(), at.getY()))));
    }

    @Test
    void aSmallDesignByKeyboardAlone(FxRobot robot) {
        robot.interact(() -> window.session.openUntitled(Design.empty("d", "By keyboard"), false));
        robot.interact(() -> window.canvas.lookup("#canvas").requestFocus());
        robot.write("/").write("gateway").push(KeyCode.ENTER);
        robot.push(KeyCode.F2).write("Front door").push(KeyCode.ENTER);
        robot.write("/").write("ranker service").push(KeyCode.ENTER);
        robot.write("/").write("dashboard").push(KeyCode.ENTER);
        assertEquals(3, window.session.design().components().size());
        String gateway = idOf("gateway");
        String ranker = idOf("ranker-service");
        robot.push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(gateway, selected());
        assertEquals("Front door", window.card(gateway).title());
        assertTrue(robot.lookup("#card-" + gateway).query().isFocused(), "the focus is seen on the card");
        robot.type(KeyCode.L).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertEquals(1, window.session.design().links().size());
        assertEquals(ranker, window.session.design().links().list().getFirst().to());
        robot.write("]");
        assertEquals(ranker, selected());
        double x = window.card(ranker).x();
        robot.push(KeyCode.RIGHT).push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(x + 8 + 64, window.card(ranker).x());
        robot.write("[");
        assertEquals(gateway, selected());
        robot.push(KeyCode.SHORTCUT, KeyCode.D);
        assertEquals(4, window.session.design().components().size());
        robot.push(KeyCode.DELETE);
        assertEquals(Set.of(gateway, ranker, idOf("dashboard")), Set.copyOf(
                window.session.design().components().stream().map(Component::id).toList()));
        robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.ALT, KeyCode.W);
        robot.push(KeyCode.ESCAPE);
        assertTrue(window.session.selection().isEmpty());
    }

    private String idOf(String kind) {
        return window.session.design().components().stream().filter(card -> card.kind().equals(kind)).findFirst()
                .orElseThrow().id();
    }
}
