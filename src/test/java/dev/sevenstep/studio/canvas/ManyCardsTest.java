package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.GeneratedDesigns;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Designs with far more cards than a window shows: only what is seen has nodes, and nothing is lost by that. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class ManyCardsTest {
    private static final int CARDS = 700;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private DocumentSession session;
    private CanvasView canvas;

    @Start
    void show(Stage stage) {
        session = new DocumentSession(CatalogueReader.bundled(),
                GeneratedDesigns.of(CARDS, CARDS * 6 / 5, new SplittableRandom(11)));
        canvas = new CanvasView(session, background::add);
        Scene scene = new Scene(canvas, 900, 700);
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        theme.install(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private void actualSize(FxRobot robot, String card) {
        robot.interact(() -> {
            canvas.viewport().actualSize();
            canvas.goTo(card);
        });
        settle(robot, () -> !blocks(robot).isVisible());
    }

    /** Frame by frame until {@code done}: nodes come a few at a time. */
    private void settle(FxRobot robot, BooleanSupplier done) {
        for (int frame = 0; frame < 400 && !done.getAsBoolean(); frame++) {
            robot.interact(() -> canvas.getScene().getRoot().layout());
            Await.settled();
        }
        assertTrue(done.getAsBoolean());
    }

    private static Node blocks(FxRobot robot) {
        return robot.lookup(".canvas-blocks").query();
    }

    private static Set<Node> cards(FxRobot robot) {
        return robot.lookup(".canvas-card").queryAll();
    }

    private static boolean has(FxRobot robot, String card) {
        return robot.lookup("#card-" + card).tryQuery().isPresent();
    }

    @Test
    void onlyCardsInOrNearTheViewHaveNodesAndTheyComeBack(FxRobot robot) {
        actualSize(robot, "c0");
        assertTrue(has(robot, "c0"));
        assertTrue(cards(robot).size() < 120, () -> cards(robot).size() + " nodes");
        String text = robot.lookup("#card-c0").query().getAccessibleText();
        assertTrue(text.contains("Card 0") && text.contains("link"), text);
        actualSize(robot, "c" + (CARDS - 1));
        assertFalse(has(robot, "c0"), "far out of view");
        actualSize(robot, "c0");
        assertEquals(text, robot.lookup("#card-c0").query().getAccessibleText());
        for (Node node : robot.lookup(".canvas-link").queryAll()) {
            assertNotNull(node.getAccessibleText(), node.getId());
        }
    }

    @Test
    void theCardWithTheFocusKeepsItsNodeOutOfView(FxRobot robot) {
        actualSize(robot, "c0");
        Node card = robot.lookup("#card-c0").query();
        assertTrue(card.isFocused());
        robot.interact(() -> canvas.viewport().pan(-4_000, -4_000));
        assertSame(card, robot.lookup("#card-c0").query());
        assertTrue(card.isFocused());
    }

    @Test
    void fromFarAwayCardsArePaintedExceptTheSelectedOne(FxRobot robot) {
        actualSize(robot, "c0");
        robot.interact(() -> {
            session.select(Selection.of("c8"));
            canvas.fit();
        });
        assertTrue(blocks(robot).isVisible());
        assertTrue(has(robot, "c8"));
        assertTrue(cards(robot).size() <= 2, () -> cards(robot).size() + " nodes: the selected and the focused");
        robot.interact(() -> canvas.goTo("c99"));
        assertTrue(robot.lookup("#card-c99").query().isFocused(), "the keyboard reaches any card");
        actualSize(robot, "c99");
        assertFalse(blocks(robot).isVisible());
        assertTrue(cards(robot).size() > 5);
    }

    @Test
    void fitShowsAllOfALargeDesignAndTheWheelGoesOnFromThere(FxRobot robot) {
        Design large = GeneratedDesigns.of(5_000, 6_000, new SplittableRandom(12));
        Bounds all = FrameLayout.of(large).extent();
        robot.interact(() -> {
            session.openUntitled(large, false);
            canvas.fit();
        });
        Viewport view = canvas.viewport();
        Bounds seen = view.visible();
        assertTrue(seen.x() <= all.x() && seen.y() <= all.y() && seen.right() >= all.right()
                && seen.bottom() >= all.bottom(), () -> all + " is not all in " + seen);
        double fitted = view.scale();
        robot.interact(view::zoomOut);
        assertEquals(fitted, view.scale());
        robot.interact(view::zoomIn);
        assertTrue(view.scale() > fitted && view.scale() < fitted * 1.5, () -> "zoomed to " + view.scale());
        robot.interact(canvas::fit);
        Await.settled();
        robot.interact(() -> Screen.save(canvas, "canvas-all-of-5000-light", 1));
    }

    @Test
    void cardsMovedInAPreviewAreNodesFromFarAwayToo(FxRobot robot) {
        Design before = session.design();
        Component card = before.components().get("c14").orElseThrow();
        robot.interact(() -> canvas.previewOf(Edits.move(before, Set.of("c14"), 8, 8).applyTo(before)));
        assertTrue(has(robot, "c14"));
        assertEquals(FrameLayout.of(before).bounds(card).x() + 8, robot.lookup("#card-c14").query().getLayoutX());
        robot.interact(() -> canvas.previewOf(null));
        assertFalse(has(robot, "c14"));
    }

    @Test
    void aPreviewThatIsTakenBackRestoresAllRoutes(FxRobot robot) {
        robot.interact(() -> {
            work();
            canvas.shown();
        });
        Await.settled();
        robot.interact(() -> {
            Shown shown = canvas.shown();
            Design before = session.design();
            canvas.previewOf(Edits.move(before, Set.of("c14", "c21"), 400, 300).applyTo(before));
            assertNotSame(shown.routes(), canvas.shown().routes());
            canvas.previewOf(null);
            assertSame(shown.routes(), canvas.shown().routes());
        });
    }

    @Test
    void routesAreMadeInTheBackgroundAndTheNewestChangeWins(FxRobot robot) {
        assertEquals(1, background.size(), "the routes of the opened design");
        robot.interact(() -> {
            session.apply(Edits.move(session.design(), Set.of("c14"), 80, 40));
            canvas.shown();
            session.apply(Edits.move(session.design(), Set.of("c14"), 80, 40));
            canvas.shown();
        });
        assertEquals(3, background.size());
        robot.interact(this::work);
        Await.settled();
        robot.interact(() -> {
            Design now = session.design();
            assertEquals(LinkRouter.route(now, FrameLayout.of(now)), canvas.shown().routes());
        });
    }

    @Test
    void anEditThatMovesNothingAsksForNoRoutes(FxRobot robot) {
        robot.interact(() -> {
            work();
            session.apply(Edits.rename("c14", "Another title"));
            canvas.shown();
        });
        assertTrue(background.isEmpty());
    }

    @Test
    void onlyTheLegsOfALinkThatChangeAreDrawnAgain(FxRobot robot) {
        robot.interact(() -> {
            LinkNode node = new LinkNode(new Link("x", Link.Kind.DATA, "c0", "c1", ""));
            List<Point> route = List.of(new Point(0, 0), new Point(100, 0), new Point(100, 100), new Point(200, 100),
                    new Point(200, 200), new Point(300, 200));
            node.follow(route);
            List<PathElement> before = begins(node);
            List<Point> other = new ArrayList<>(route);
            other.set(4, new Point(200, 240));
            other.set(5, new Point(300, 240));
            node.follow(other);
            List<PathElement> after = begins(node);
            assertEquals(5, after.size());
            for (int leg = 0; leg < 5; leg++) {
                assertEquals(leg < 2, before.get(leg) == after.get(leg), "leg " + (leg + 1));
            }
            node.follow(List.of());
            node.follow(route);
            assertEquals(5, begins(node).size());
            assertTrue(legs(node).allMatch(leg -> leg.getElements().size() > 1), "drawn anew after having been gone");
        });
    }

    private static Stream<Path> legs(LinkNode node) {
        return node.getChildren().stream().filter(part -> part.getStyleClass().contains("link-line"))
                .map(Path.class::cast);
    }

    private static List<PathElement> begins(LinkNode node) {
        return legs(node).map(leg -> leg.getElements().getFirst()).toList();
    }

    @Test
    void nothingOfADesignStaysOnceAnotherOneIsOpened(FxRobot robot) {
        List<WeakReference<Design>> old = new ArrayList<>();
        robot.interact(() -> {
            for (int i = 0; i < 40; i++) {
                session.apply(Edits.move(session.design(), Set.of("c14"), i % 2 == 0 ? 80 : -80, 8));
                canvas.shown();
                old.add(new WeakReference<>(session.design()));
            }
            work();
            session.openUntitled(GeneratedDesigns.of(CARDS, CARDS, new SplittableRandom(12)), false);
            canvas.shown();
            work();
        });
        for (int i = 0; i < 50 && left(old) > 0; i++) {
            System.gc();
            robot.interact(() -> canvas.getScene().getRoot().layout());
        }
        assertEquals(0, left(old));
    }

    private static long left(List<WeakReference<Design>> old) {
        return old.stream().filter(each -> each.get() != null).count();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
