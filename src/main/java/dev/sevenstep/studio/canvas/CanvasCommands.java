package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** What the canvas can do, declared for menus, palette and keys. */
final class CanvasCommands {
    private CanvasCommands() {
    }

    static List<Command> of(CanvasView canvas, Editor editor, CanvasMouse mouse, CanvasKeys keys) {
        Viewport view = editor.view();
        BooleanBinding showing = canvas.sceneProperty().isNotNull();
        BooleanBinding some = showing.and(Bindings.createBooleanBinding(
                () -> !editor.session().selection().ids().isEmpty(), editor.session().selectionProperty()));
        BooleanBinding oneCard = showing.and(Bindings.createBooleanBinding(() -> editor.selectedCard().isPresent(),
                editor.session().selectionProperty(), editor.session().designProperty()));
        double nudge = FrameLayout.GRID / 2;
        return List.of(
                Command.of("canvas.add", "Add component…", "ci-add", Menu.EDIT,
                        () -> editor.quickAdd(mouse.placeForList(), Optional.empty())).on("Shortcut+Shift+A")
                        .when(showing),
                Command.of("canvas.link", "Link from selected…", "ci-connect", Menu.EDIT, keys::startLink)
                        .on("Shortcut+L").when(oneCard),
                Command.of("canvas.rename", "Rename", "ci-edit", Menu.EDIT, editor::rename).on("F2").when(oneCard),
                Command.of("canvas.delete", "Delete", "ci-trash-can", Menu.EDIT, editor::deleteSelected)
                        .on("Delete").when(some),
                Command.of("canvas.select-all", "Select all", "ci-select-01", Menu.EDIT, editor::selectAll)
                        .on("Shortcut+A").when(showing),
                Command.of("canvas.zoom-in", "Zoom in", "ci-zoom-in", Menu.VIEW, view::zoomIn)
                        .on("Shortcut+Equals").when(showing),
                Command.of("canvas.zoom-out", "Zoom out", "ci-zoom-out", Menu.VIEW, view::zoomOut)
                        .on("Shortcut+Minus").when(showing),
                Command.of("canvas.zoom-actual", "Zoom to 100 %", "ci-zoom-reset", Menu.VIEW, view::actualSize)
                        .on("Shortcut+0").when(showing),
                Command.of("canvas.fit", "Zoom to fit", "ci-fit-to-screen", Menu.VIEW, editor::fit)
                        .on("Shortcut+9").when(showing),
                nudge("left", "ci-arrow-left", editor, -nudge, 0, some),
                nudge("right", "ci-arrow-right", editor, nudge, 0, some),
                nudge("up", "ci-arrow-up", editor, 0, -nudge, some),
                nudge("down", "ci-arrow-down", editor, 0, nudge, some));
    }

    private static Command nudge(String way, String icon, Editor editor, double dx, double dy, BooleanBinding some) {
        return Command.of("canvas.nudge-" + way, "Nudge " + way, icon, Menu.ARRANGE, () -> editor.nudge(dx, dy))
                .when(some);
    }
}
