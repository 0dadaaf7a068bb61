package dev.sevenstep.studio.shell;

import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;

/** What the window itself can do; each feature declares its own. */
final class ShellCommands {
    private ShellCommands() {
    }

    /** What the commands act on. */
    interface Target {
        void show(View view);

        void openPalette();

        void openShortcuts();

        void openMenu();

        void rename();

        void toggleComponents();

        void toggleInspector();

        /** @param step 1 for the part to the right, −1 to the left */
        void focusPart(int step);

        /** Shows the design so; when it is so already, on the canvas. */
        void show(DesignLayout wanted);

        void close();
    }

    static Command[] of(Target window, Documents documents, Exports exports, Imports imports, DocumentSession session,
            Theme theme) {
        BooleanBinding canUndo = session.undoNameProperty().isNotEmpty();
        BooleanBinding canRedo = session.redoNameProperty().isNotEmpty();
        List<Command> all = new ArrayList<>(List.of(
                Command.of("file.new", "New design", "ci-document-add", Menu.FILE, documents::newDesign)
                        .on("Shortcut+N"),
                Command.of("file.open", "Open…", "ci-folder", Menu.FILE, documents::open).on("Shortcut+O"),
                Command.of("file.save", "Save", "ci-save", Menu.FILE, documents::save).on("Shortcut+S"),
                Command.of("file.save-as", "Save as…", "ci-copy-file", Menu.FILE, documents::saveAs)
                        .on("Shortcut+Shift+S"),
                Command.of("file.versions", "Versions…", "ci-recently-viewed", Menu.FILE, documents::versions),
                Command.of("file.recover", "Recover unsaved work…", "ci-reset", Menu.FILE,
                        documents.recoveries()::lookAgain),
                Command.of("file.duplicate", "Duplicate design", "ci-copy", Menu.FILE, documents::duplicate),
                Command.of("file.rename", "Rename design", "ci-edit", Menu.FILE, window::rename),
                Command.of("file.export-pdf", "Export PDF…", "ci-document-pdf", Menu.FILE,
                        () -> exports.export(ExportFormat.PDF)).on("Shortcut+E"),
                Command.of("file.export", "Export…", "ci-document-export", Menu.FILE,
                        () -> exports.choose(ExportFormat.PDF)).on("Shortcut+Shift+E"),
                Command.of("file.import", "Import drawing…", "ci-document-import", Menu.FILE, imports::choose),
                Command.of("file.close", "Quit", "ci-close", Menu.FILE, window::close).on("Shortcut+Q"),
                Command.of("edit.undo", "Undo", "ci-undo", Menu.EDIT, session::undo).on("Shortcut+Z").when(canUndo),
                Command.of("edit.redo", "Redo", "ci-redo", Menu.EDIT, session::redo).on("Shortcut+Shift+Z")
                        .orOn("Shortcut+Y").when(canRedo),
                Command.of("view.home", "Home", "ci-home", Menu.VIEW, () -> window.show(View.HOME)).on("Shortcut+1"),
                Command.of("view.design", "Design", "ci-flow", Menu.VIEW, () -> window.show(View.DESIGN))
                        .on("Shortcut+2"),
                Command.of("view.run", "Run", "ci-play", Menu.VIEW, () -> window.show(View.RUN)).on("Shortcut+3"),
                Command.of("view.runs", "Kept runs", "ci-data-table", Menu.VIEW, () -> window.show(View.RUNS))
                        .on("Shortcut+6"),
                Command.of("view.outline", "Outline", "ci-list", Menu.VIEW, () -> window.show(DesignLayout.OUTLINE))
                        .on("Shortcut+4"),
                Command.of("view.split", "Outline and canvas side by side", "ci-open-panel-left", Menu.VIEW,
                        () -> window.show(DesignLayout.SPLIT)).on("Shortcut+5"),
                Command.of("view.palette", "Search or do…", "ci-search", Menu.VIEW, window::openPalette)
                        .on("Shortcut+K"),
                Command.of("view.components", "Show or hide components", "ci-open-panel-left", Menu.VIEW,
                        window::toggleComponents).on("Shortcut+B"),
                Command.of("view.inspector", "Show or hide inspector", "ci-open-panel-right", Menu.VIEW,
                        window::toggleInspector).on("Shortcut+I"),
                Command.of("view.next-part", "To the next part of the window", "ci-arrow-right", Menu.VIEW,
                        () -> window.focusPart(1)).on("F6"),
                Command.of("view.previous-part", "To the part before", "ci-arrow-left", Menu.VIEW,
                        () -> window.focusPart(-1)).on("Shift+F6"),
                Command.of("view.theme", "Switch light and dark", "ci-contrast", Menu.VIEW, theme::toggle)
                        .on("Shortcut+Shift+L"),
                Command.of("view.theme-system", "Light or dark as the system", "ci-laptop", Menu.VIEW,
                        () -> theme.modeProperty().set(Theme.Mode.SYSTEM)),
                Command.of("view.menu", "Main menu", "ci-menu", Menu.VIEW, window::openMenu).on("F10"),
                Command.of("help.shortcuts", "Keyboard shortcuts", "ci-keyboard", Menu.HELP, window::openShortcuts)
                        .on("F1")));
        for (ExportFormat format : ExportFormat.values()) {
            if (format != ExportFormat.PDF) {
                all.add(Command.of("file.export-" + format.extension(), "Export " + format.label() + "…", "ci-export",
                        Menu.FILE, () -> exports.export(format)));
            }
        }
        return all.toArray(Command[]::new);
    }
}
