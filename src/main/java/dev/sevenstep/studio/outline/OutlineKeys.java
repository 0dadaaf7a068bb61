package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * What keys do in the outline. On a line: arrows go from line to line, open and close, Enter goes into the form, Delete
 * deletes, Alt and an arrow moves a component, a number goes to a step. In a form: Esc goes back to its line.
 */
final class OutlineKeys {
    private final OutlineView view;
    private final DocumentSession session;
    private final Moves moves;

    /** The letter that follows a key that was answered must not be typed into the field that has the focus now. */
    private boolean swallow;

    OutlineKeys(OutlineView view, DocumentSession session, Outline outline) {
        this.view = view;
        this.session = session;
        moves = new Moves(outline);
    }

    /** Before anybody else hears the key, while a line has the focus. */
    void onLine(KeyEvent event) {
        swallow = false;
        Optional<OutlineRow> row = view.rowOf(event.getTarget());
        if (row.isPresent() && event.getTarget() == row.get().handle() && handled(event, row.get())) {
            event.consume();
        }
    }

    /** The letter of a key that was answered. */
    void typed(KeyEvent event) {
        if (swallow) {
            swallow = false;
            event.consume();
        }
    }

    /** After the form had its chance. */
    void inForm(KeyEvent event) {
        boolean known = event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F2;
        view.rowOf(event.getTarget()).filter(row -> known && event.getTarget() != row.handle()).ifPresent(row -> {
            if (event.getCode() == KeyCode.F2) {
                row.rename();
            } else {
                row.handle().requestFocus();
            }
            event.consume();
        });
    }

    /** The keys that commands of the window have elsewhere and the outline keeps for itself. */
    static boolean keeps(KeyEvent event) {
        boolean plain = !event.isShortcutDown();
        return switch (event.getCode()) {
            case DELETE, F2 -> true;
            case UP, DOWN, LEFT, RIGHT -> plain;
            case SLASH -> plain;
            default -> false;
        };
    }

    private boolean handled(KeyEvent event, OutlineRow row) {
        boolean list = row instanceof AddCardRow add && add.isChoosing();
        if (list || event.isShortcutDown()) {
            return false;
        }
        Item item = row.item();
        boolean line = row instanceof FoldingRow;
        if (event.isAltDown()) {
            return line && item instanceof Item.Card(String id) && moved(event.getCode(), id);
        }
        switch (event.getCode()) {
            case DOWN -> view.goBy(item, 1, event.isShiftDown());
            case UP -> view.goBy(item, -1, event.isShiftDown());
            case PAGE_DOWN -> view.goToHeading(item, 1);
            case PAGE_UP -> view.goToHeading(item, -1);
            default -> {
                return line && onFoldingLine(event, row);
            }
        }
        return true;
    }

    private boolean moved(KeyCode code, String id) {
        switch (code) {
            case UP -> moves.within(id, -1);
            case DOWN -> moves.within(id, 1);
            case LEFT -> moves.across(id, -1);
            case RIGHT -> moves.across(id, 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean onFoldingLine(KeyEvent event, OutlineRow row) {
        Item item = row.item();
        switch (event.getCode()) {
            case HOME -> view.goTo(new Item.Head());
            case END -> view.goToLast();
            case RIGHT -> {
                if (view.isOpen(item)) {
                    row.focusFirst();
                } else {
                    view.setOpen(item, true);
                }
            }
            case LEFT -> {
                if (view.isOpen(item)) {
                    view.setOpen(item, false);
                } else {
                    view.goToHeading(item, -1);
                }
            }
            case ENTER -> {
                view.setOpen(item, true);
                row.focusFirst();
            }
            case SPACE -> view.setOpen(item, !view.isOpen(item));
            case F2 -> {
                view.setOpen(item, true);
                row.rename();
            }
            case DELETE, BACK_SPACE -> delete(item);
            case SLASH -> {
                view.goToAdding(item);
                swallow = true;
            }
            default -> {
                return number(event.getText());
            }
        }
        return true;
    }

    private void delete(Item item) {
        item.element().ifPresent(id -> {
            Selection selection = session.selection();
            Set<String> ids = selection.contains(id) ? selection.ids() : Set.of(id);
            session.apply(Edits.delete(session.design(), ids));
        });
    }

    private boolean number(String typed) {
        if (typed.length() == 1 && typed.charAt(0) >= '1' && typed.charAt(0) <= '7') {
            view.goTo(new Item.StepHead(Step.values()[typed.charAt(0) - '1']));
            return true;
        }
        return false;
    }
}
