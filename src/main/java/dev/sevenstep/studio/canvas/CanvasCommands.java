package dev.sevenstep.studio.canvas;

import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.layout.Region;

/** What the canvas can do, declared for menus, palette and keys. */
final class CanvasCommands {
    private CanvasCommands() {
    }

    static List<Command> of(CanvasView canvas, Region surface, Editor editor, CanvasMouse mouse, CanvasKeys keys,
            CanvasPanels panels) {
        Conditions when = new Conditions(canvas, editor);
        BooleanBinding showing = when.showing();
        BooleanBinding oneCard = when.oneCard();
        List<Command> own = List.of(
                Command.of("canvas.add", "Add component…", "ci-add", Menu.EDIT,
                        () -> editor.quickAdd(mouse.placeForList())).on("Shortcut+Shift+A")
                        .when(showing),
                Command.of("canvas.link", "Link from selected…", "ci-connect", Menu.EDIT, keys::startLink)
                        .on("Shortcut+L").when(oneCard),
                Command.of("canvas.rename", "Rename", "ci-edit", Menu.EDIT, editor::rename).on("F2").when(when.one()),
                Command.of("canvas.delete", "Delete", "ci-trash-can", Menu.EDIT, editor::deleteSelected)
                        .on("Delete").when(when.some()));
        return Stream.of(own, ClipboardCommands.of(surface, editor, when), SelectionCommands.of(editor, when),
                ViewCommands.of(editor, panels, when), ArrangeCommands.of(editor, when),
                new ElementCommands(editor, mouse, keys, when).all()).flatMap(List::stream).toList();
    }
}
