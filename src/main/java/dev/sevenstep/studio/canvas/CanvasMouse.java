package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.Selection;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Turns presses, drags and wheel turns into gestures and actions. */
final class CanvasMouse {
    /** A drag begins when the pointer has moved this many pixels. */
    private static final double THRESHOLD = 4;
    private static final double WHEEL_ZOOM = 0.0022;

    private final Region surface;
    private final Editor editor;
    private final Handles handles;
    private final EdgePan edge;
    private @Nullable Gesture gesture;
    private boolean dragging;
    private boolean away;
    private boolean spaceDown;
    /** Not a number while no button is held here: what is dragged over the canvas from elsewhere draws nothing on it. */
    private double pressX = Double.NaN;
    private double pressY;
    private double pointerX;
    private double pointerY;
    private boolean free;
    private boolean copying;
    /** What a press on something selected makes of the selection, unless it becomes a drag of all that is selected. */
    private Optional<Selection> unlessDragged = Optional.empty();
    private Selection selectedBefore = Selection.none();
    private Hit pressed = new Hit.Ground();
    private Optional<String> hovered = Optional.empty();
    private Optional<String> hoveredLink = Optional.empty();

    CanvasMouse(Region surface, Editor editor, Handles handles) {
        this.surface = surface;
        this.editor = editor;
        this.handles = handles;
        edge = new EdgePan(editor, this::follow);
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(Optional.empty(), Optional.empty()));
        surface.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        surface.addEventHandler(ZoomEvent.ZOOM, event -> editor.view().zoomAt(event.getZoomFactor(), event.getX(),
                event.getY()));
    }

    /** While the space bar is held a drag moves the view. */
    void setSpaceDown(boolean down) {
        spaceDown = down;
        surface.setCursor(down ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    boolean inGesture() {
        return gesture != null;
    }

    /** Copies of what is being dragged about, if anything is. */
    Optional<Design> carried() {
        return gesture instanceof MoveGesture move ? Optional.of(move.carried()) : Optional.empty();
    }

    /** Whether the pointer is over another document that would take what is being dragged: then all is as it was here. */
    void setAway(boolean now) {
        if (now && !away && gesture instanceof MoveGesture move) {
            move.rest();
            edge.halt();
        }
        away = now;
    }

    /**
     * Keys that change what a drag does go down or up, which the pointer need not move for.
     *
     * @param copies whether copies are dragged
     * @param unsnapped whether snapping is suspended
     */
    void held(boolean copies, boolean unsnapped) {
        if (gesture != null && !away && (copies != copying || unsnapped != free)) {
            copying = copies;
            free = unsnapped;
            follow();
        }
    }

    /** Takes back what the running gesture has shown. */
    void cancel() {
        away = false;
        if (gesture != null) {
            gesture.cancel();
            gesture = null;
            edge.putBack();
            handles.hide(false);
        }
    }

    private void press(MouseEvent event) {
        cancel();
        editor.hideMessage();
        unlessDragged = Optional.empty();
        dragging = false;
        pressX = event.getX();
        pressY = event.getY();
        Point world = editor.view().toWorld(pressX, pressY);
        if (event.getButton() == MouseButton.MIDDLE || spaceDown && event.getButton() == MouseButton.PRIMARY) {
            gesture = new PanGesture(editor.view(), world);
            surface.setCursor(Cursor.CLOSED_HAND);
            return;
        }
        if (event.getButton() == MouseButton.BACK || event.getButton() == MouseButton.FORWARD) {
            return;
        }
        pressed = hit(world);
        selectedBefore = editor.session().selection();
        select(pressed, adding(event));
        if (event.getButton() != MouseButton.PRIMARY) {
            pressed = new Hit.Ground();
            unlessDragged = Optional.empty();
            return;
        }
        if (event.getClickCount() == 2) {
            doubleClick(pressed, world);
        }
    }

    private static boolean adding(MouseEvent event) {
        return event.isShiftDown() || event.isShortcutDown();
    }

    private void select(Hit hit, boolean adding) {
        switch (hit) {
            case Hit.Card(String id) -> {
                choose(id, adding);
                editor.board().card(id).ifPresent(CardNode::requestFocus);
            }
            case Hit.Note(String id) -> chooseAndFocus(id, adding);
            case Hit.Group(String id) -> chooseAndFocus(id, adding);
            case Hit.Link(String id) -> chooseAndFocus(id, adding);
            case Hit.Header(var step) -> {
                editor.focusCanvas();
                editor.session().select(Selection.of(step));
            }
            case Hit.Port _,Hit.LinkEnd _,Hit.Handle _ -> editor.focusCanvas();
            case Hit.Ground _ -> {
                editor.focusCanvas();
                if (!adding) {
                    editor.session().select(Selection.none());
                }
            }
        }
    }

    private void chooseAndFocus(String id, boolean adding) {
        editor.focusCanvas();
        choose(id, adding);
    }

    private void choose(String id, boolean adding) {
        Selection now = editor.session().selection();
        Selection chosen = adding ? now.toggled(id) : Selection.of(id);
        if (now.contains(id)) {
            unlessDragged = Optional.of(chosen);
        } else {
            editor.session().select(chosen);
        }
    }

    private void doubleClick(Hit hit, Point world) {
        switch (hit) {
            case Hit.Card _,Hit.Link _,Hit.Group _,Hit.Note _ -> editor.rename();
            case Hit.Ground _,Hit.Header _ -> editor.quickAdd(world);
            default -> {
            }
        }
        pressed = new Hit.Group("");
    }

    private void drag(MouseEvent event) {
        if (gesture == null && !dragging && Math.hypot(event.getX() - pressX, event.getY() - pressY) >= THRESHOLD) {
            dragging = true;
            hover(Optional.empty(), Optional.empty());
            gesture = begin(editor.view().toWorld(pressX, pressY), event);
        }
        if (gesture != null && !away) {
            handles.hide(true);
            pointerX = event.getX();
            pointerY = event.getY();
            free = event.isAltDown();
            copying = event.isShortcutDown();
            follow();
            if (!(gesture instanceof PanGesture)) {
                edge.at(pointerX, pointerY, pressX, pressY);
            }
        }
    }

    /** What is held goes to where the pointer is, of the canvas as it is seen now. */
    private void follow() {
        if (gesture instanceof MoveGesture move) {
            move.copy(copying);
        }
        if (gesture != null) {
            gesture.move(editor.view().toWorld(pointerX, pointerY), free);
        }
    }

    private @Nullable Gesture begin(Point start, MouseEvent event) {
        return switch (pressed) {
            case Hit.Port(String id) -> new LinkGesture(editor, id, start);
            case Hit.LinkEnd(String id, boolean first) -> editor.board().shown().design().links().get(id)
                    .map(link -> new ReconnectGesture(editor, link, first, start)).orElse(null);
            case Hit.Handle handle -> new ResizeGesture(editor, handle, start);
            case Hit.Card(String id) -> moving(id, start, event.isShortcutDown());
            case Hit.Note(String id) -> moving(id, start, event.isShortcutDown());
            case Hit.Group(String id) -> id.isEmpty() ? null : moving(id, start, event.isShortcutDown());
            case Hit.Ground _,Hit.Header _ -> new RubberBandGesture(editor, start, adding(event),
                    selectedBefore);
            case Hit.Link _ -> null;
        };
    }

    private @Nullable Gesture moving(String id, Point start, boolean copies) {
        Set<String> ids = editor.session().selection().ids();
        if (!ids.contains(id) || !copies && editor.allLocked(ids, start)) {
            return null;
        }
        return new MoveGesture(editor, id, ids, start);
    }

    private void release() {
        pressX = Double.NaN;
        Gesture done = gesture;
        gesture = null;
        edge.end();
        if (done != null) {
            done.commit();
            handles.hide(false);
        }
        unlessDragged.filter(chosen -> !dragging && !chosen.equals(editor.session().selection()))
                .ifPresent(editor.session()::select);
        unlessDragged = Optional.empty();
        surface.setCursor(spaceDown ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            editor.view().zoomAt(Math.exp(event.getDeltaY() * WHEEL_ZOOM), event.getX(), event.getY());
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            editor.view().pan(event.getDeltaY(), 0);
        } else {
            editor.view().pan(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void hover(double x, double y) {
        Point world = editor.view().toWorld(x, y);
        Shown shown = editor.board().shown();
        Hit hit = hit(world);
        hover(Picker.cardNear(shown, world, editor.view().scale()),
                hit instanceof Hit.Link(String id) ? Optional.of(id) : Optional.empty());
        if (!spaceDown) {
            surface.setCursor(switch (hit) {
                case Hit.Port _,Hit.LinkEnd _ -> Cursor.CROSSHAIR;
                case Hit.Handle handle -> resizing(handle);
                case Hit.Link _,Hit.Header _ -> Cursor.HAND;
                case Hit.Group _ -> Cursor.MOVE;
                default -> Cursor.DEFAULT;
            });
        }
    }

    private void hover(Optional<String> card, Optional<String> link) {
        if (!card.equals(hovered)) {
            hovered.flatMap(editor.board()::card)
                    .ifPresent(node -> node.pseudoClassStateChanged(CardNode.HOVERED, false));
            hovered = card;
            hovered.flatMap(editor.board()::card)
                    .ifPresent(node -> node.pseudoClassStateChanged(CardNode.HOVERED, true));
        }
        if (!link.equals(hoveredLink)) {
            hoveredLink.flatMap(editor.board()::link)
                    .ifPresent(node -> node.pseudoClassStateChanged(LinkNode.HOVERED, false));
            hoveredLink = link;
            hoveredLink.flatMap(editor.board()::link)
                    .ifPresent(node -> node.pseudoClassStateChanged(LinkNode.HOVERED, true));
        }
        handles.hover(hovered);
    }

    /** What lies under a place, handles first. */
    Hit hit(Point world) {
        return handles.at(world)
                .orElseGet(() -> Picker.at(editor.board().shown(), editor.view().scale(), world));
    }

    private static Cursor resizing(Hit.Handle handle) {
        if (handle.dx() == 0) {
            return Cursor.V_RESIZE;
        }
        if (handle.dy() == 0) {
            return Cursor.H_RESIZE;
        }
        return handle.dx() == handle.dy() ? Cursor.NW_RESIZE : Cursor.NE_RESIZE;
    }

    /** Where a list should open that the keyboard asked for: under the selected card, else in the middle of the view. */
    Point placeForList() {
        Shown shown = editor.board().shown();
        Bounds seen = editor.view().visible();
        return editor.selectedCard().flatMap(shown.design().components()::get).map(shown::bounds)
                .map(card -> new Point(card.x(), card.bottom() + 12)).orElse(new Point(seen.centerX(), seen.centerY()));
    }
}
