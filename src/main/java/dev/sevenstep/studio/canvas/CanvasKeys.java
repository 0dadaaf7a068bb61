package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.Selection;
import java.util.Optional;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The canvas by keyboard. Tab walks from card to card in reading order and leaves the canvas after the last one; arrows
 * nudge, with Alt they walk to the nearest card in their direction; L starts a link, then Tab chooses its end among the cards
 * that fit, arrows among all, which say why they do not, and Enter draws it; / opens the list of kinds.
 */
final class CanvasKeys {
    private static final double NUDGE = FrameLayout.GRID / 2;
    private static final double FAR = 4 * FrameLayout.GRID;

    private final Editor editor;
    private final CanvasMouse mouse;
    private @Nullable Aiming linking;
    private String linkStart = "";
    private Optional<String> linkEnd = Optional.empty();

    CanvasKeys(Region surface, Editor editor, CanvasMouse mouse) {
        this.editor = editor;
        this.mouse = mouse;
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        surface.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> leaveLink());
        editor.session().designProperty().subscribe(_ -> leaveLink());
        surface.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            mouse.held(event.isShortcutDown(), event.isAltDown());
            if (event.getCode() == KeyCode.SPACE) {
                mouse.setSpaceDown(false);
            }
        });
        surface.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("/") && !(event.getTarget() instanceof TextInputControl)) {
                editor.quickAdd(mouse.placeForList());
                event.consume();
            }
        });
    }

    private void press(KeyEvent event) {
        mouse.held(event.isShortcutDown(), event.isAltDown());
        boolean givesUp = event.getCode() == KeyCode.ESCAPE && mouse.inGesture();
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() && !givesUp) {
            return;
        }
        boolean done = switch (event.getCode()) {
            case ESCAPE -> escape();
            case TAB -> tab(!event.isShiftDown());
            case ENTER -> enter();
            case LEFT -> arrow(event, -1, 0);
            case RIGHT -> arrow(event, 1, 0);
            case UP -> arrow(event, 0, -1);
            case DOWN -> arrow(event, 0, 1);
            case L -> startLink();
            case SPACE -> space();
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean space() {
        mouse.setSpaceDown(true);
        return true;
    }

    private boolean escape() {
        editor.hideMessage();
        if (mouse.inGesture()) {
            mouse.cancel();
        } else if (linking != null) {
            endLink(false);
        } else {
            editor.session().select(Selection.none());
            editor.focusCanvas();
        }
        return true;
    }

    private boolean tab(boolean forward) {
        Shown shown = editor.board().shown();
        Aiming running = linking;
        if (running != null) {
            Optional<String> next = Walk.around(shown, linkEnd.orElse(linkStart), forward,
                    id -> !id.equals(linkStart) && running.fits(id));
            if (next.isPresent()) {
                aim(next);
            } else if (linkEnd.filter(running::fits).isEmpty()) {
                Bounds card = bounds(linkStart);
                editor.showMessage("No card here fits. Arrows choose a card and say why.",
                        new Point(card.x(), card.bottom()));
            }
            return true;
        }
        Optional<String> next = Walk.next(shown, editor.selectedCard(), forward);
        next.ifPresent(editor::goTo);
        return next.isPresent();
    }

    private boolean enter() {
        if (linking != null) {
            endLink(true);
            return true;
        }
        editor.rename();
        return editor.session().selection().ids().size() == 1;
    }

    private boolean arrow(KeyEvent event, int dx, int dy) {
        Shown shown = editor.board().shown();
        if (linking != null) {
            aim(Walk.towards(shown, linkEnd.orElse(linkStart), dx, dy).or(() -> linkEnd));
        } else if (editor.session().selection().ids().isEmpty()) {
            Walk.next(shown, Optional.empty(), true).ifPresent(editor::goTo);
        } else if (event.isAltDown()) {
            editor.selectedCard().flatMap(card -> Walk.towards(shown, card, dx, dy)).ifPresent(editor::goTo);
        } else {
            double way = event.isShiftDown() ? FAR : NUDGE;
            editor.nudge(dx * way, dy * way);
        }
        return true;
    }

    /** Begins a link from the one selected card. */
    boolean startLink() {
        Optional<String> start = editor.selectedCard();
        if (start.isEmpty() || linking != null) {
            return false;
        }
        Bounds card = bounds(start.get());
        begin(start.get(), Optional.empty(),
                new LinkGesture(editor, start.get(), new Point(card.right(), card.centerY())));
        editor.showMessage("Tab chooses a card that fits, arrows any. Enter draws the link, Esc leaves it.",
                new Point(card.x(), card.bottom()));
        return true;
    }

    /**
     * Begins to take an end of a link to another card.
     *
     * @param first whether it is the end that the link starts at
     */
    void startReconnect(Link link, boolean first) {
        if (linking == null) {
            String end = first ? link.from() : link.to();
            Bounds card = bounds(end);
            begin(first ? link.to() : link.from(), Optional.of(end),
                    new ReconnectGesture(editor, link, first, new Point(card.centerX(), card.centerY())));
            editor.focusCanvas();
            editor.showMessage("Tab chooses a card that fits, arrows any. Enter takes the link there, Esc leaves it.",
                    new Point(card.x(), card.bottom()));
        }
    }

    private void begin(String start, Optional<String> end, Aiming gesture) {
        linkStart = start;
        linkEnd = end;
        linking = gesture;
    }

    private Bounds bounds(String card) {
        Shown shown = editor.board().shown();
        return shown.design().components().get(card).map(shown::bounds).orElse(new Bounds(0, 0, 0, 0));
    }

    private void aim(Optional<String> end) {
        linkEnd = end.filter(id -> !id.equals(linkStart));
        Aiming running = linking;
        if (running != null) {
            linkEnd.ifPresent(card -> {
                editor.reveal(card);
                running.aimAt(card);
            });
        }
    }

    /** Something else is begun, or has changed what the link would join. */
    private void leaveLink() {
        if (linking != null) {
            editor.hideMessage();
            endLink(false);
        }
    }

    private void endLink(boolean draw) {
        Aiming running = linking;
        linking = null;
        if (running == null) {
            return;
        }
        if (draw && linkEnd.isPresent()) {
            running.commit();
        } else {
            running.cancel();
        }
    }
}
