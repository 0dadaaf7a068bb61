package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.BoxEdits;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.Fragments;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Cards dragged out of one document onto another: onto its tab, its half of the window, its window. They are copied, with the
 * links between them, as one step of the other's history, and with Shift taken away here, as one step of this one's; what is
 * locked stays then. While they are held it says which of the two releasing will do, and to which design.
 */
final class CardDrag {
    /** Where dragged cards would land: in a document, at a place of its window where the document is seen. */
    private record Landing(Workspace workspace, Shell shell, Optional<Point2D> scenePlace) {
        String title() {
            return CardDrag.title(shell);
        }
    }

    private final Workspace from;
    private final Workspaces all;
    private Optional<Landing> last = Optional.empty();
    private Point2D pointer = new Point2D(0, 0);
    private boolean shift;

    CardDrag(Workspace from, Workspaces all) {
        this.from = from;
        this.all = all;
    }

    /** The pointer moves with a button down. */
    void over(MouseEvent event) {
        follow(event);
        mark(landing());
    }

    private void follow(MouseEvent event) {
        pointer = new Point2D(event.getScreenX(), event.getScreenY());
        shift = event.isShiftDown();
    }

    /** A key goes down or up. */
    void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SHIFT) {
            shift = event.getEventType() == KeyEvent.KEY_PRESSED;
        }
        if (last.isPresent()) {
            // Esc comes after this; the drag is over then.
            Platform.runLater(() -> mark(landing()));
        }
    }

    /** The button is released. */
    void drop(MouseEvent event) {
        follow(event);
        Optional<Landing> landing = landing();
        mark(Optional.empty());
        landing.ifPresent(place -> from.current().ifPresent(shell -> {
            Optional<Design> cards = shell.carried();
            shell.putBack();
            place.workspace().select(place.shell());
            cards.ifPresent(held -> take(shell, held, place));
        }));
    }

    private void take(Shell source, Design held, Landing place) {
        boolean moves = moves(held);
        Design taken = moves ? free(held) : held;
        place.shell().receive(taken, place.scenePlace(),
                named(taken, moves ? "Take in" : "Copy") + " from " + title(source));
        if (moves) {
            source.session().apply(Edits.delete(source.session().design(), elements(taken))
                    .named(named(taken, "Move") + " to " + place.title()));
            place.shell().say(named(taken, "Moved") + " here from " + title(source)
                    + ". To take it back, undo in both designs.");
        }
    }

    private static String title(Shell shell) {
        return "“" + shell.session().design().title() + "”";
    }

    private static Set<String> elements(Design cards) {
        return Fragments.added(Design.empty("", ""), cards);
    }

    /** What is not locked, which alone can be moved. */
    private static Design free(Design cards) {
        return Fragments.of(cards,
                elements(cards).stream().filter(id -> !BoxEdits.locked(cards, id)).toList());
    }

    private boolean moves(Design held) {
        return shift && !Fragments.isEmpty(free(held));
    }

    /** What is done to what. */
    private static String named(Design cards, String verb) {
        return Edits.paste(cards).called(verb).name(cards);
    }

    private String what(Design held) {
        return moves(held) ? named(free(held), "Move") : named(held, "Copy");
    }

    /** What Shift makes of it, or why it makes nothing. */
    private String otherwise(Design held) {
        boolean stays = elements(held).size() > elements(free(held)).size();
        if (moves(held)) {
            return "Let go of Shift to copy" + (stays ? ". What is locked stays." : "");
        }
        return shift ? "Locked: can be copied, not moved" : "Hold Shift to move";
    }

    private Optional<Landing> landing() {
        return from.current().filter(shell -> shell.carried().isPresent())
                .flatMap(shell -> at(shell, pointer.getX(), pointer.getY()));
    }

    private Optional<Landing> at(Shell source, double x, double y) {
        for (Workspace workspace : all.windows()) {
            Optional<Shell> tab = workspace.tabAt(x, y);
            if (tab.isPresent()) {
                return tab.filter(shell -> shell != source)
                        .map(shell -> new Landing(workspace, shell, Optional.empty()));
            }
        }
        // What lies under the window that the drag began in is not seen.
        if (Workspace.within(from, x, y)) {
            return in(from, source, x, y);
        }
        return all.windows().stream().flatMap(workspace -> in(workspace, source, x, y).stream()).findFirst();
    }

    private static Optional<Landing> in(Workspace workspace, Shell source, double x, double y) {
        return workspace.shownAt(x, y).filter(shell -> shell != source).map(
                shell -> new Landing(workspace, shell,
                        Optional.of(workspace.localToScene(workspace.screenToLocal(x, y)))));
    }

    private void mark(Optional<Landing> landing) {
        last.filter(before -> landing.filter(now -> now.workspace() == before.workspace()).isEmpty())
                .ifPresent(before -> before.workspace().hint().hide());
        landing.ifPresent(now -> from.current().flatMap(Shell::carried)
                .ifPresent(cards -> now.workspace().hint().show(what(cards) + " to " + now.title(),
                        otherwise(cards), now.workspace().screenToLocal(pointer))));
        if (last.isPresent() || landing.isPresent()) {
            all.windows().forEach(workspace -> workspace.markReceiving(landing.map(Landing::shell)));
        }
        from.current().ifPresent(shell -> shell.setAway(landing.isPresent()));
        last = landing;
    }
}
