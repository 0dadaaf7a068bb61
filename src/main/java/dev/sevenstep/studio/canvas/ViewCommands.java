package dev.sevenstep.studio.canvas;

import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import java.util.List;
import javafx.beans.binding.BooleanBinding;

/** What part of the canvas is seen, and how large. */
final class ViewCommands {
    private ViewCommands() {
    }

    static List<Command> of(Editor editor, CanvasPanels panels, Conditions when) {
        Viewport view = editor.view();
        BooleanBinding showing = when.showing();
        return List.of(
                Command.of("canvas.zoom-in", "Zoom in", "ci-zoom-in", Menu.VIEW, view::zoomIn)
                        .on("Shortcut+Equals").when(showing),
                Command.of("canvas.zoom-out", "Zoom out", "ci-zoom-out", Menu.VIEW, view::zoomOut)
                        .on("Shortcut+Minus").when(showing),
                Command.of("canvas.zoom-actual", "Zoom to 100 %", "ci-zoom-reset", Menu.VIEW, view::actualSize)
                        .on("Shortcut+0").when(showing),
                Command.of("canvas.fit", "Zoom to fit", "ci-fit-to-screen", Menu.VIEW, editor::fit)
                        .on("Shortcut+9").when(showing),
                Command.of("canvas.fit-selected", "Zoom to selection", "ci-center-to-fit", Menu.VIEW,
                        editor::fitSelected).on("Shortcut+8").when(when.some()),
                Command.of("canvas.find", "Find…", "ci-search", Menu.EDIT, panels::find).on("Shortcut+F")
                        .when(showing),
                Command.of("canvas.find-next", "Find next", "ci-chevron-down", Menu.EDIT, () -> panels.findOn(1))
                        .on("F3").when(showing),
                Command.of("canvas.find-previous", "Find previous", "ci-chevron-up", Menu.EDIT,
                        () -> panels.findOn(-1)).on("Shift+F3").when(showing),
                Command.of("canvas.follow-link", "Go along a link", "ci-arrow-right", Menu.VIEW,
                        () -> panels.walk(true)).on("Shortcut+Alt+Right").when(when.some()),
                Command.of("canvas.follow-back", "Go back along a link", "ci-arrow-left", Menu.VIEW,
                        () -> panels.walk(false)).on("Shortcut+Alt+Left").when(when.some()),
                Command.of("canvas.history", "History", "ci-recently-viewed", Menu.VIEW, panels::toggleHistory)
                        .on("Shortcut+Shift+H").when(showing));
    }
}
