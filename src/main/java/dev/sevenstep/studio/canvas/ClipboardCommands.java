package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.Fragments;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.document.DesignClipboard;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.input.MouseEvent;
import javafx.application.Platform;
import javafx.scene.layout.Region;

/** Cut, copy, paste and duplicate. What is copied can be pasted in another window, and as words in another program. */
final class ClipboardCommands {
    /** Characters that are read well within a frame; longer ones are read in the background. */
    private static final int AT_ONCE = 20_000;

    private final Editor editor;
    private final DesignClipboard clipboard;
    private Optional<Point> pointer = Optional.empty();
    private List<String> lastOriginals = List.of();
    private List<String> lastCopies = List.of();

    private ClipboardCommands(Region surface, Editor editor) {
        this.editor = editor;
        clipboard = new DesignClipboard(editor.session().catalogue());
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointer = Optional.of(at(event)));
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> pointer = Optional.of(at(event)));
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointer = Optional.empty());
    }

    private static Point at(MouseEvent event) {
        return new Point(event.getX(), event.getY());
    }

    static List<Command> of(Region surface, Editor editor, Conditions when) {
        ClipboardCommands commands = new ClipboardCommands(surface, editor);
        return List.of(
                Command.of("edit.cut", "Cut", "ci-cut", Menu.EDIT, commands::cut).on("Shortcut+X")
                        .when(when.placed(1)),
                Command.of("edit.copy", "Copy", "ci-copy", Menu.EDIT, commands::copy).on("Shortcut+C")
                        .when(when.placed(1)),
                Command.of("edit.paste", "Paste", "ci-paste", Menu.EDIT, () -> commands.paste(true)).on("Shortcut+V")
                        .when(when.showing()),
                Command.of("edit.paste-in-place", "Paste in place", "ci-paste", Menu.EDIT,
                        () -> commands.paste(false)).on("Shortcut+Shift+V").when(when.showing()),
                Command.of("edit.duplicate", "Duplicate", "ci-copy-file", Menu.EDIT, commands::duplicate)
                        .on("Shortcut+D").when(when.placed(1)));
    }

    private DocumentSession session() {
        return editor.session();
    }

    private Set<String> chosen() {
        return Conditions.placed(session().design(), session().selection().ids());
    }

    private void copy() {
        clipboard.put(Fragments.of(session().design(), chosen()));
    }

    private void cut() {
        Design design = session().design();
        Set<String> ids = chosen();
        Edit delete = Edits.delete(design, ids);
        copy();
        session().apply(delete.called("Cut"));
        editor.focusCanvas();
    }

    private void paste(boolean atPointer) {
        Optional<Point> place = atPointer
                ? pointer.map(at -> editor.view().toWorld(at.x(), at.y()))
                : Optional.empty();
        Optional<String> design = clipboard.design();
        if (design.isEmpty()) {
            var seen = editor.view().visible();
            clipboard.text().ifPresent(text -> editor.paste(
                    Fragments.note(text, place.orElse(new Point(seen.centerX(), seen.centerY()))),
                    UnaryOperator.identity()));
        } else if (design.get().length() <= AT_ONCE) {
            reading(design.get(), place).run();
        } else {
            editor.background().execute(() -> Platform.runLater(reading(design.get(), place)));
        }
    }

    /** Reads what is to be pasted; what is given back pastes it, or says why not. */
    private Runnable reading(String text, Optional<Point> place) {
        try {
            Design fragment = DesignClipboard.read(text);
            return () -> editor.paste(Fragments.placed(session().design(), fragment, place), UnaryOperator.identity());
        } catch (DesignFileException e) {
            return () -> editor.notice("Not pasted: the clipboard holds a design that cannot be read, because "
                    + e.reason() + ".");
        }
    }

    /**
     * The first copy stands a little beside the original. Where the copy was then moved, the next one goes on by the same way,
     * so a row of cards is made by one drag.
     */
    private void duplicate() {
        Design design = session().design();
        Set<String> ids = chosen();
        Design fragment = Fragments.of(design, ids);
        Optional<Point> way = ids.equals(Set.copyOf(lastCopies)) ? wayOfLast(design) : Optional.empty();
        Point shift = way.orElse(new Point(FrameLayout.GRID, FrameLayout.GRID));
        List<String> originals = new ArrayList<>(Fragments.added(Design.empty("", ""), fragment));
        editor.paste(Fragments.placed(design, Fragments.shifted(fragment, shift.x(), shift.y()), Optional.empty()),
                edit -> edit.called("Duplicate"));
        lastOriginals = originals;
        lastCopies = List.copyOf(session().selection().ids());
    }

    private Optional<Point> wayOfLast(Design design) {
        if (lastOriginals.isEmpty() || lastCopies.isEmpty() || !MoveGesture.movable(design, lastOriginals.getFirst())
                || !MoveGesture.movable(design, lastCopies.getFirst())) {
            return Optional.empty();
        }
        Point from = MoveGesture.anchorOf(design, lastOriginals.getFirst());
        Point to = MoveGesture.anchorOf(design, lastCopies.getFirst());
        return from.equals(to) ? Optional.empty() : Optional.of(new Point(to.x() - from.x(), to.y() - from.y()));
    }
}
