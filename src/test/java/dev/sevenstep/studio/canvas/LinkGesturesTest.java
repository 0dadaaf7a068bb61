package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.document.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@Tag("window")
@ExtendWith(WindowExtension.class)
class LinkGesturesTest {
    private GestureFixture on;

    @Start
    void show(Stage stage) {
        Design design = GestureFixture.linked(
                GestureFixture.row("gateway", "ab-splitter", "load-balancer", "objective"),
                Link.Kind.REQUEST, "gateway", "ab-splitter");
        on = new GestureFixture(stage, design, 990, 760);
        on.on(() -> on.canvas.suggest(Suggestions.of(Samples.list().stream().map(Samples.Sample::design).toList())));
    }

    private Link link() {
        return on.design().links().get("link").orElseThrow();
    }

    private List<Point> route() {
        return LinkRouter.route(on.design(), FrameLayout.of(on.design())).getOrDefault("link", List.of());
    }

    private static Point2D at(Point point) {
        return new Point2D(point.x(), point.y());
    }

    private boolean has(String card, String state) {
        return on.node("#card-" + card).getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
    }

    @Test
    void byKeyboardTabChoosesAmongCardsThatFitAndArrowsReachAll() {
        on.on(() -> {
            on.session.apply(Edits.addComponent(Edits.newComponent(on.design(),
                    GestureFixture.CATALOGUE.kind("ranker-service").orElseThrow(), 0, 160)));
            on.canvas.goTo("gateway");
        });
        Set<String> fitting = on.design().components().stream().map(Component::id)
                .filter(id -> !GestureFixture.CATALOGUE.possibleLinks(on.design(), "gateway", id).isEmpty())
                .collect(Collectors.toSet());
        assertEquals(Set.of("ab-splitter", "load-balancer", "ranker-service"), fitting, "and not the objective");
        on.key(KeyCode.L, false, false);
        Set<String> aimedAt = new HashSet<>();
        for (int i = 0; i < fitting.size(); i++) {
            on.key(KeyCode.TAB, false, false);
            fitting.stream().filter(id -> has(id, "hovered")).forEach(aimedAt::add);
            assertEquals("", on.message());
        }
        assertEquals(fitting, aimedAt);
        on.key(KeyCode.TAB, true, false);
        on.key(KeyCode.UP, false, false);
        assertTrue(has("objective", "refused"));
        assertFalse(on.message().isEmpty());
        on.key(KeyCode.ESCAPE, false, false);

        on.on(() -> {
            on.session.apply(Edits.delete(on.design(), fitting));
            on.canvas.goTo("gateway");
        });
        on.key(KeyCode.L, false, false);
        on.key(KeyCode.TAB, false, false);
        assertTrue(on.message().startsWith("No card here fits."), on.message());
        on.key(KeyCode.ESCAPE, false, false);
        assertEquals(0, on.design().links().size());
    }

    @Test
    void whileALinkIsDrawnWhatFitsLightsUpAndTheRestFades() {
        on.hover(on.middle("gateway"));
        on.press(on.port("gateway"), false);
        on.dragTo(on.middle("objective"), false);
        assertTrue(has("load-balancer", "target"));
        assertFalse(has("objective", "target"));
        assertTrue(has("objective", "faded"));
        assertTrue(has("objective", "refused"));
        assertTrue(on.message().contains("Objective"), on.message());
        on.key(KeyCode.ESCAPE, false, false);
        assertFalse(has("load-balancer", "target"));
        assertFalse(has("objective", "faded"));
        assertEquals("", on.message());
    }

    @Test
    void whereALinkRunsAlreadyThatIsWhyAnotherIsRefused() {
        on.on(() -> on.session.apply(Edits.addLink(on.design(), GestureFixture.CATALOGUE, Link.Kind.REQUEST, "gateway",
                "load-balancer")));
        on.hover(on.middle("gateway"));
        on.press(on.port("gateway"), false);
        on.dragTo(on.middle("load-balancer"), false);
        assertTrue(has("load-balancer", "refused"));
        assertEquals("There is a request link from Gateway to Load balancer already.", on.message());
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
    }

    @Test
    void whyALinkIsRefusedStandsClearOfTheDraftAndGoesWithThePointer() {
        on.hover(on.middle("gateway"));
        on.press(on.port("gateway"), false);
        Node message = on.node("#canvas-message");
        Point2D before = Point2D.ZERO;
        for (Point2D way : List.of(new Point2D(-40, 0), new Point2D(40, -10))) {
            on.dragTo(on.middle("objective").add(way), false);
            Line draft = (Line) on.node(".draft-link");
            var box = message.getBoundsInParent();
            var line = Await.onFx(() -> on.canvas.sceneToLocal(draft.localToScene(draft.getBoundsInLocal())));
            assertFalse(new java.awt.geom.Rectangle2D.Double(box.getMinX(), box.getMinY(), box.getWidth(),
                    box.getHeight()).intersectsLine(line.getMaxX(), line.getMaxY(), line.getMinX(), line.getMinY()));
            Point2D now = new Point2D(box.getMinX(), box.getMinY());
            assertFalse(now.equals(before));
            before = now;
        }
    }

    @Test
    void aDraftLooksRefusedOnlyOverACardThatItMayNotEndAt() {
        on.hover(on.middle("gateway"));
        on.press(on.port("gateway"), false);
        on.dragTo(on.middle("load-balancer"), false);
        Line draft = (Line) on.node(".draft-link");
        List<Double> fits = List.copyOf(draft.getStrokeDashArray());
        PseudoClass refused = PseudoClass.getPseudoClass("refused");
        assertFalse(draft.getPseudoClassStates().contains(refused));
        on.dragTo(on.middle("objective"), false);
        assertTrue(draft.getPseudoClassStates().contains(refused));
        assertFalse(fits.equals(draft.getStrokeDashArray()), "not by colour alone");
        on.dragTo(on.middle("gateway").add(0, 130), false);
        assertFalse(draft.getPseudoClassStates().contains(refused));
        assertEquals(fits, draft.getStrokeDashArray());
    }

    @Test
    void theHandlesOfASelectedLinkLeaveItsMarksToBeSeenAndBothCanBeTakenHoldOf() {
        on.on(() -> on.session.select(Selection.of("link")));
        List<Point> marks = new ArrayList<>(LinkMarks.head(Link.Kind.REQUEST, route()));
        marks.add(LinkMarks.dot(route()));
        for (double scale : new double[]{0.5, 1, 2}) {
            on.on(() -> on.canvas.viewport().zoomAt(scale, 300, 300));
            List<Circle> handles = Await.onFx(() -> on.canvas.lookupAll(".link-end").stream()
                    .map(Circle.class::cast).toList());
            assertEquals(2, handles.size());
            for (Circle handle : handles) {
                double room = handle.getRadius() + handle.getStrokeWidth() / 2;
                assertTrue(marks.stream().allMatch(mark -> Math.hypot(mark.x() - handle.getCenterX(),
                        mark.y() - handle.getCenterY()) > room), () -> handle + " at " + scale);
            }
        }
        Circle last = Await.onFx(() -> on.canvas.lookupAll(".link-end").stream().map(Circle.class::cast)
                .max(Comparator.comparingDouble(Circle::getCenterX)).orElseThrow());
        on.drag(new Point2D(last.getCenterX(), last.getCenterY()), on.middle("load-balancer"));
        assertEquals("load-balancer", link().to());
    }

    @Test
    @SuppressWarnings("unchecked")
    void aLinkDrawnToEmptyCanvasListsWhatUsuallyFollowsAndAddsAndLinksAsOneEntry(FxRobot robot) {
        Design before = on.design();
        Point2D empty = on.middle("gateway").add(0, 130);
        on.drag(on.middle("gateway"), on.middle("gateway"));
        on.hover(on.middle("gateway"));
        on.press(on.port("gateway"), false);
        on.dragTo(empty, false);
        on.release();
        ListView<Kind> list = (ListView<Kind>) on.node("#quick-add-list");
        assertEquals("load-balancer", list.getItems().getFirst().id());
        assertTrue(list.getItems().stream().noneMatch(kind -> kind.id().equals("objective")));
        assertEquals(1, on.count(".draft-link"), "the draft stays while the list is open");
        robot.type(KeyCode.ENTER);
        assertEquals(0, on.count(".draft-link"));
        assertEquals(before.components().size() + 1, on.design().components().size());
        assertEquals("load-balancer-2", on.design().links().list().getLast().to());
        robot.interact(on.session::undo);
        assertSame(before, on.design());
    }

    @Test
    void escapeInTheListLeavesNothing(FxRobot robot) {
        Design before = on.design();
        on.hover(on.middle("gateway"));
        on.press(on.port("gateway"), false);
        on.dragTo(on.middle("gateway").add(0, 130), false);
        on.release();
        robot.type(KeyCode.ESCAPE);
        assertEquals(0, on.count(".draft-link"));
        assertSame(before, on.design());
    }

    @Test
    void anEndIsTakenToAnotherCardAsOneEntry() {
        Design before = on.design();
        on.on(() -> on.session.select(Selection.of("link")));
        on.drag(at(route().getLast()), on.middle("load-balancer"));
        assertEquals("load-balancer", link().to());
        on.on(on.session::undo);
        assertSame(before, on.design());
    }

    @Test
    void aRefusedEndSaysWhyAndEscapeRestores() {
        Design before = on.design();
        on.on(() -> on.session.select(Selection.of("link")));
        on.hover(at(route().getLast()));
        on.press(at(route().getLast()), false);
        on.dragTo(on.middle("objective"), false);
        assertTrue(on.message().contains("Objective"), on.message());
        on.dragTo(on.middle("load-balancer"), false);
        assertEquals("", on.message());
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        assertSame(before, on.design());
        on.drag(at(route().getFirst()), on.middle("objective"));
        assertSame(before, on.design());
        assertTrue(on.message().contains("Objective"), on.message());
    }

    @Test
    void anEndIsTakenElsewhereByKeyboardToo() {
        Design before = on.design();
        on.on(() -> on.session.select(Selection.of("link")));
        on.run("link.end");
        on.key(KeyCode.RIGHT, false, false);
        assertSame(before, on.design());
        on.key(KeyCode.ESCAPE, false, false);
        assertSame(before, on.design());
        on.run("link.end");
        on.key(KeyCode.RIGHT, false, false);
        on.key(KeyCode.ENTER, false, false);
        assertEquals("load-balancer", link().to());
    }

    @Test
    void aCardWithoutLinksHeldOverALinkIsPutOnIt() {
        Design before = on.design();
        Point2D middle = at(LinkMarks.middle(route()));
        on.hover(on.middle("load-balancer"));
        on.press(on.middle("load-balancer"), false);
        on.dragTo(middle, false);
        assertTrue(on.message().contains("put it on this link"), on.message());
        assertSame(before, on.design());
        on.release();
        assertEquals("load-balancer", link().to());
        assertEquals(2, on.design().links().size());
        on.on(on.session::undo);
        assertSame(before, on.design());
    }

    @Test
    void escapeOverALinkLeavesTheCardWhereItWasAndNothingToUndo() {
        Design before = on.design();
        Point2D place = on.middle("load-balancer");
        on.hover(place);
        on.press(place, false);
        on.dragTo(at(LinkMarks.middle(route())), false);
        assertTrue(on.message().contains("put it on this link"), on.message());
        on.key(KeyCode.ESCAPE, false, false);
        assertEquals("", on.message());
        on.release();
        assertSame(before, on.design());
        assertEquals("", on.session.undoNameProperty().get());
        assertEquals(1, on.count(".canvas-link"));
        assertEquals(place, on.middle("load-balancer"));
    }

    @Test
    void theMenuOfALinkInsertsFromAList(FxRobot robot) {
        on.rightClick(at(LinkMarks.middle(route())));
        assertTrue(on.session.selection().contains("link"));
        ContextMenu menu = Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast).filter(Window::isShowing).findFirst().orElseThrow();
        MenuItem insert = menu.getItems().stream().filter(item -> "link.insert".equals(item.getId())).findFirst()
                .orElseThrow();
        robot.interact(() -> {
            menu.hide();
            insert.fire();
        });
        robot.type(KeyCode.ENTER);
        assertEquals(2, on.design().links().size());
        assertEquals("load-balancer-2", link().to());
    }

    @Test
    void shiftF10OpensTheMenuOfWhatIsSelectedWithOnlyWhatCanBeDone(FxRobot robot) {
        on.on(() -> on.canvas.goTo("gateway"));
        on.key(KeyCode.F10, true, false);
        ContextMenu menu = Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast).filter(Window::isShowing).findFirst().orElseThrow();
        List<String> ids = menu.getItems().stream().map(MenuItem::getId).filter(Objects::nonNull).toList();
        assertTrue(ids.containsAll(List.of("canvas.rename", "card.replace", "canvas.lock", "canvas.delete")),
                ids.toString());
        assertFalse(ids.contains("canvas.unlock"));
        assertFalse(ids.contains("link.disable"));
        robot.interact(menu::hide);
    }

    @Test
    void aDoubleClickOnALinkEditsItsLabel(FxRobot robot) {
        Design before = on.design();
        on.doubleClick(at(LinkMarks.middle(route())));
        robot.write("5,000/s").type(KeyCode.ENTER);
        assertEquals("5,000/s", link().label());
        robot.type(KeyCode.F2).write("other").type(KeyCode.ESCAPE);
        assertEquals("5,000/s", link().label());
        robot.interact(on.session::undo);
        assertSame(before, on.design());
    }

    @Test
    void aDisabledLinkIsDrawnFaintAndCutAndCanBeEnabled() {
        on.on(() -> on.session.select(Selection.of("link")));
        assertFalse(on.can("link.enable"));
        on.run("link.disable");
        assertTrue(link().disabled());
        assertEquals(1, on.count(".link-cut"));
        assertTrue(on.node("#link-link").getAccessibleText().startsWith("Disabled"));
        on.run("link.enable");
        assertFalse(link().disabled());
        assertEquals(0, on.count(".link-cut"));
    }

    @Test
    void aReplacedKindSaysWhatItCouldNotKeep(FxRobot robot) {
        StringBuilder said = new StringBuilder();
        on.on(() -> on.canvas.onNotice(said::append));
        on.on(() -> on.canvas.goTo("gateway"));
        on.run("card.replace");
        robot.write("cache").type(KeyCode.ENTER);
        assertEquals("cache", on.card("gateway").kind());
        assertEquals("Result cache", on.card("gateway").title());
        assertTrue(said.isEmpty() || said.toString().contains("could not keep"), said.toString());
        on.run("card.replace");
        robot.write("objective").type(KeyCode.ENTER);
        assertTrue(said.toString().contains("link to"), said.toString());
        assertEquals(0, on.design().links().size());
    }
}
