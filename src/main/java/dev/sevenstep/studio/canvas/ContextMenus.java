package dev.sevenstep.studio.canvas;

import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.CommandButtons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * The menu of a right click, of the menu key or of Shift+F10: the commands for what is selected, from the same declarations as
 * all menus. What does not apply is left out rather than greyed, so that the menu stays short.
 */
final class ContextMenus {
    private static final String LINE = "";
    private static final List<String> CARD = List.of("canvas.rename", "card.replace", "canvas.link", LINE, "edit.cut",
            "edit.copy", "edit.paste", "edit.duplicate", LINE, "group.add", "canvas.lock", "canvas.unlock", LINE,
            "select.kind",
            "select.upstream", "select.downstream", LINE, "canvas.delete");
    private static final List<String> LINK = List.of("link.label", "link.insert", LINE, "link.data", "link.request",
            "link.feedback", "link.reverse", "link.start", "link.end", LINE, "link.disable", "link.enable", LINE,
            "canvas.delete");
    private static final List<String> NOTE = List.of("note.edit", LINE, "edit.cut", "edit.copy", "edit.duplicate", LINE,
            "group.add", "canvas.lock", "canvas.unlock", LINE, "canvas.delete");
    private static final List<String> GROUP = List.of("canvas.rename", LINE, "group.tone-accent", "group.tone-ok",
            "group.tone-warn", "group.tone-bad", "group.tone-neutral", LINE, "canvas.lock", "canvas.unlock", LINE,
            "canvas.delete");
    private static final List<String> SEVERAL = List.of("edit.cut", "edit.copy", "edit.duplicate", LINE, "group.add",
            "canvas.lock", "canvas.unlock", "link.disable", "link.enable", LINE, "arrange.align-left",
            "arrange.align-top",
            "arrange.distribute-horizontally", "arrange.distribute-vertically", "arrange.same-size",
            "arrange.tidy-selected", LINE, "canvas.delete");
    private static final List<String> GROUND = List.of("canvas.add", "note.add", "edit.paste", LINE,
            "select.all", "arrange.tidy", "canvas.fit");

    private final Region surface;
    private final Editor editor;
    private final CanvasMouse mouse;
    private final Map<String, Command> commands = new HashMap<>();
    private final ContextMenu menu = new ContextMenu();

    ContextMenus(Region surface, Editor editor, CanvasMouse mouse) {
        this.surface = surface;
        this.editor = editor;
        this.mouse = mouse;
        menu.setId("canvas-menu");
    }

    /** Lets the menus open, with the commands to make them of. */
    void install(List<Command> known) {
        know(known);
        surface.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                openAtSelection();
            } else if (!mouse.inGesture()) {
                open(event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        surface.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F10 && event.isShiftDown()) {
                openAtSelection();
                event.consume();
            }
        });
    }

    /** More commands that the menus may hold. */
    void know(List<Command> known) {
        known.forEach(command -> commands.put(command.id(), command));
    }

    private void openAtSelection() {
        var place = mouse.placeForList();
        var view = editor.view().toView(place.x(), place.y());
        Point2D screen = surface.localToScreen(view.x(), view.y());
        open(screen.getX(), screen.getY());
    }

    private void open(double screenX, double screenY) {
        menu.getItems().clear();
        boolean line = false;
        for (String id : ids()) {
            if (id.equals(LINE)) {
                line = !menu.getItems().isEmpty();
                continue;
            }
            Optional<Command> command = Optional.ofNullable(commands.get(id)).filter(found -> found.enabled().get());
            if (command.isPresent()) {
                if (line) {
                    menu.getItems().add(new SeparatorMenuItem());
                    line = false;
                }
                MenuItem item = CommandButtons.menuItem(command.get());
                menu.getItems().add(item);
            }
        }
        menu.show(surface, screenX, screenY);
    }

    private List<String> ids() {
        Set<String> chosen = editor.session().selection().ids();
        if (chosen.isEmpty()) {
            return GROUND;
        }
        if (chosen.size() > 1) {
            return SEVERAL;
        }
        String id = chosen.iterator().next();
        var design = editor.session().design();
        if (design.links().contains(id)) {
            return LINK;
        }
        if (design.notes().contains(id)) {
            return NOTE;
        }
        return design.groups().contains(id) ? GROUP : CARD;
    }
}
