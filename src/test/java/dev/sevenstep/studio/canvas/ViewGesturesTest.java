package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.document.Selection;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

/** Zoom and pan by wheel, touch pad, middle button and space; what Esc restores that is no part of the design. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class ViewGesturesTest {
    private final Design start = GestureFixture.row("gateway", "ab-splitter", "ranker-service");
    private GestureFixture on;

    @Start
    void show(Stage stage) {
        on = new GestureFixture(stage, start, 900, 600);
    }

    private Viewport view() {
        return on.canvas.viewport();
    }

    private void scroll(double dx, double dy, boolean shift, boolean shortcut) {
        on.on(() -> Event.fireEvent(on.node("#canvas"), new ScrollEvent(ScrollEvent.SCROLL, 300, 200, 300, 200, shift,
                shortcut, false, shortcut, false, false, dx, dy, dx, dy, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, MouseButton button) {
        on.on(() -> Event.fireEvent(on.node("#canvas"), new MouseEvent(type, x, y, x, y, button, 1, false, false, false,
                false, button == MouseButton.PRIMARY, button == MouseButton.MIDDLE, false, true, false, true, null)));
    }

    private void space(EventType<KeyEvent> type) {
        on.on(() -> Event.fireEvent(on.node("#canvas"),
                new KeyEvent(type, " ", " ", KeyCode.SPACE, false, false, false, false)));
    }

    /** The view stands on whole pixels. */
    private static void assertNear(Point expected, Point actual) {
        assertEquals(expected.x(), actual.x(), 1);
        assertEquals(expected.y(), actual.y(), 1);
    }

    @Test
    void whatIsHeldAtTheEdgeOfTheViewGetsToWhatWasOutOfView() {
        on.on(() -> {
            view().actualSize();
            view().pan(0, view().toView(0, on.bounds("gateway").y()).y() * -1 + 480);
        });
        Point before = view().toWorld(0, 0);
        Point2D from = on.middle("gateway");
        on.hover(from);
        on.press(from, false);
        Point bottom = view().toWorld(view().toView(from.getX(), 0).x(), view().height() - 3);
        on.dragTo(new Point2D(bottom.x(), bottom.y()), false);
        double held = on.node("#card-gateway").getLayoutY();
        Await.until(() -> view().toWorld(0, 0).y() > before.y() + 40);
        assertTrue(Await.onFx(() -> on.node("#card-gateway").getLayoutY()) > held + 20,
                "the card goes with the pointer");
        on.key(KeyCode.ESCAPE, false, false);
        assertEquals(before, view().toWorld(0, 0), "Esc puts the view back, too");
        assertSame(start, on.design());
        on.release();

        on.press(from, false);
        on.dragTo(from.add(4, -6), false);
        double y = view().shiftY();
        on.dragTo(from.add(4, -16), false);
        assertEquals(y, view().shiftY(), "away from the edge nothing moves");
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
    }

    @Test
    void whatIsDraggedFromThePaletteGetsToWhatWasOutOfView() {
        Kind kind = GestureFixture.CATALOGUE.kind("cache").orElseThrow();
        on.on(() -> {
            view().actualSize();
            view().pan(0, view().toView(0, on.bounds("gateway").y()).y() * -1 + 560);
        });
        Point before = view().toWorld(0, 0);
        Point2D corner = Await.onFx(() -> on.canvas.localToScene(3, 400));
        on.on(() -> on.canvas.previewAt(kind, corner.getX(), corner.getY()));
        on.on(() -> {});
        assertEquals(before, view().toWorld(0, 0), "who only comes in does not see beyond");
        Point2D edge = Await.onFx(() -> on.canvas.localToScene(300, view().height() - 3));
        on.on(() -> {
            on.canvas.previewAt(kind, edge.getX(), edge.getY() - 200);
            on.canvas.previewAt(kind, edge.getX(), edge.getY());
        });
        Await.until(() -> view().toWorld(0, 0).y() > before.y() + 40);
        assertTrue(on.canvas.shown().design().components().stream().anyMatch(card -> card.kind().equals("cache")));
        on.on(on.canvas::cancelPreview);
        assertEquals(before, view().toWorld(0, 0), "Esc puts the view back, too");
        assertSame(start, on.canvas.shown().design());

        on.on(() -> {
            on.canvas.previewAt(kind, edge.getX(), edge.getY() - 200);
            on.canvas.previewAt(kind, edge.getX(), edge.getY());
        });
        Await.until(() -> view().toWorld(0, 0).y() > before.y() + 40);
        on.on(() -> on.canvas.dropAt(kind, edge.getX(), edge.getY()));
        assertEquals(start.components().size() + 1, on.design().components().size());
        Point after = view().toWorld(0, 0);
        on.on(() -> {});
        assertEquals(after, view().toWorld(0, 0), "released, it stands still");
        assertTrue(after.y() > before.y());
    }

    @Test
    void aCardSeenFromAfarIsMovedByItsMiddleAndLinkedByItsSide() {
        on.on(() -> {
            view().actualSize();
            view().zoomAt(0.22, 300, 200);
            view().pan(0, 100);
        });
        on.drag(on.middle("gateway"), on.middle("gateway").add(0, 160));
        assertEquals(0, on.count(".draft-link"));
        assertTrue(on.card("gateway").y() > 100, () -> "moved to " + on.card("gateway").y());
        on.on(on.session::undo);
        on.drag(on.port("gateway"), on.middle("ab-splitter"));
        assertEquals(1, on.design().links().size());
    }

    @Test
    void aLinkDrawnByKeyboardShowsTheCardItWouldEndAt() {
        on.on(() -> {
            on.canvas.goTo("ab-splitter");
            view().actualSize();
            view().zoomIn();
            view().zoomIn();
            view().zoomIn();
            view().zoomIn();
            on.canvas.goTo("gateway");
            view().centerOn(on.bounds("gateway").x() - 200, on.bounds("gateway").centerY());
        });
        assertFalse(view().visible().contains(on.bounds("ab-splitter")));
        on.key(KeyCode.L, false, false);
        on.key(KeyCode.RIGHT, false, false);
        assertTrue(view().visible().contains(on.bounds("ab-splitter")));
        on.key(KeyCode.ENTER, false, false);
        assertEquals(1, on.design().links().size());
    }

    private boolean allSeen() {
        return view().visible().contains(FrameLayout.of(on.design()).extent());
    }

    @Test
    void allThatIsShownStaysInViewInAnotherWindowUntilOneZooms() {
        resize(900, 600);
        on.on(on.canvas::fit);
        double whole = view().scale();
        resize(620, 420);
        assertTrue(allSeen() && view().scale() < whole, () -> "zoom " + view().scale());
        resize(900, 600);
        assertEquals(whole, view().scale(), 1e-9);
        scroll(0, 40, false, true);
        double zoomed = view().scale();
        resize(620, 420);
        assertEquals(zoomed, view().scale(), 1e-9);
    }

    private void resize(double width, double height) {
        on.on(() -> {
            on.scene.getWindow().setWidth(width);
            on.scene.getWindow().setHeight(height);
        });
        Await.until(() -> on.canvas.getWidth() == on.scene.getWidth() && view().width() == on.canvas.getWidth());
    }

    @Test
    void theWheelZoomsToThePointerAndScrollsOtherwise() {
        double scale = view().scale();
        Point under = view().toWorld(300, 200);
        scroll(0, 40, false, true);
        assertTrue(view().scale() > scale);
        assertNear(under, view().toWorld(300, 200));
        double x = view().shiftX();
        double y = view().shiftY();
        scroll(-30, 20, false, false);
        assertEquals(x - 30, view().shiftX(), 1e-9);
        assertEquals(y + 20, view().shiftY(), 1e-9);
        scroll(0, 50, true, false);
        assertEquals(x + 20, view().shiftX(), 1e-9, "a wheel with Shift goes sideways");
        assertSame(start, on.design());
    }

    @Test
    void theMiddleButtonAndSpaceTakeHoldOfTheCanvas() {
        for (MouseButton button : new MouseButton[]{MouseButton.MIDDLE, MouseButton.PRIMARY}) {
            if (button == MouseButton.PRIMARY) {
                on.on(() -> on.node("#canvas").requestFocus());
                space(KeyEvent.KEY_PRESSED);
            }
            Point held = view().toWorld(400, 300);
            mouse(MouseEvent.MOUSE_PRESSED, 400, 300, button);
            mouse(MouseEvent.MOUSE_DRAGGED, 430, 320, button);
            mouse(MouseEvent.MOUSE_DRAGGED, 460, 350, button);
            assertNear(held, view().toWorld(460, 350));
            mouse(MouseEvent.MOUSE_RELEASED, 460, 350, button);
            assertNear(held, view().toWorld(460, 350));
        }
        space(KeyEvent.KEY_RELEASED);
        assertSame(start, on.design());
    }

    @Test
    void escapeTakesThePanAndTheRubberBandBack() {
        double x = view().shiftX();
        mouse(MouseEvent.MOUSE_PRESSED, 400, 300, MouseButton.MIDDLE);
        mouse(MouseEvent.MOUSE_DRAGGED, 460, 350, MouseButton.MIDDLE);
        assertEquals(x + 60, view().shiftX(), 1e-9);
        on.key(KeyCode.ESCAPE, false, false);
        assertEquals(x, view().shiftX(), 1e-9);
        mouse(MouseEvent.MOUSE_RELEASED, 460, 350, MouseButton.MIDDLE);
        Selection before = Selection.of("gateway");
        on.on(() -> on.session.select(before));
        Point2D corner = new Point2D(on.bounds("ranker-service").right() + 20,
                on.bounds("ranker-service").bottom() + 20);
        on.press(corner, false);
        on.dragTo(on.middle("ranker-service"), false);
        assertTrue(on.session.selection().contains("ranker-service"));
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        assertEquals(before, on.session.selection(), "what was selected before");
        assertEquals(0, on.count(".rubber-band"));
    }

    /** A field of one size would cover halves of the lines above and below in a small view. */
    @Test
    void aNameIsEditedInAFieldOfItsSize() {
        on.on(() -> on.session.select(Selection.of("gateway")));
        for (double scale : new double[]{0.5, 1, 1.6, 4}) {
            on.on(() -> view().zoomAt(scale / view().scale(), 300, 200));
            on.run("canvas.rename");
            on.on(() -> {
                Region field = (Region) on.node("#title-editor");
                assertTrue(field.isVisible());
                assertEquals(26 * Math.clamp(scale, 0.8, 2), field.getHeight(), 0.01);
                Bounds card = on.node("#card-gateway").localToScene(on.node("#card-gateway").getLayoutBounds());
                Bounds stands = field.localToScene(field.getLayoutBounds());
                assertEquals(card.getMinY() + (22 + 13) * scale, stands.getCenterY(), 1, "over the title");
            });
            on.key(KeyCode.ESCAPE, false, false);
        }
    }

    @Test
    void whereLittleMotionIsWishedTidyingShowsItsResultAtOnce() {
        Edit tidy = Edits.move(start, Set.of("gateway"), 40, 160);
        on.on(() -> {
            on.scene.getPreferences().setReducedMotion(true);
            on.canvas.glide(tidy);
            assertFalse(on.canvas.glides());
        });
        on.on(() -> {
            on.session.undo();
            on.scene.getPreferences().setReducedMotion(false);
            on.canvas.glide(tidy);
            assertTrue(on.canvas.glides());
        });
        on.key(KeyCode.ESCAPE, false, false);
        on.on(() -> assertFalse(on.canvas.glides(), "any key ends it"));
        assertEquals(1, on.session.historyProperty().get().position());
    }
}
