package dev.sevenstep.studio.command;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Something the user can do. Menus, toolbar, command palette, shortcut sheet and keys all read this one declaration.
 *
 * @param id unique, dotted, never shown: {@code edit.undo}
 * @param label as in a menu: "Undo"
 * @param icon literal of the Carbon icon font, {@code ci-undo}
 * @param shortcut the keys, if it has some
 * @param otherKeys more keys that do the same, for hands used to other programs; only the shortcut sheet names them
 * @param enabled whether it can be done now; a command that cannot is shown greyed and does nothing
 */
public record Command(String id, String label, String icon, Menu menu, Optional<KeyCombination> shortcut,
        List<KeyCombination> otherKeys, ObservableBooleanValue enabled, Runnable action) {

    /** A command without keys that can always be done. */
    public static Command of(String id, String label, String icon, Menu menu, Runnable action) {
        return new Command(id, label, icon, menu, Optional.empty(), List.of(), new SimpleBooleanProperty(true), action);
    }

    /**
     * @param keys as {@link KeyCombination#valueOf}: {@code Shortcut+Shift+Z}. {@code Shortcut} is Cmd on macOS, else Ctrl.
     */
    public Command on(String keys) {
        return new Command(id, label, icon, menu, Optional.of(KeyCombination.valueOf(keys)), otherKeys, enabled,
                action);
    }

    /** Does the same on other keys too; written as for {@link #on}. */
    public Command orOn(String keys) {
        return new Command(id, label, icon, menu, shortcut, List.of(KeyCombination.valueOf(keys)), enabled, action);
    }

    public Command when(ObservableBooleanValue condition) {
        return new Command(id, label, icon, menu, shortcut, otherKeys, condition, action);
    }

    /** Whether {@code event} is one of the command's keys. */
    boolean matches(KeyEvent event) {
        return shortcut.filter(keys -> keys.match(event)).isPresent()
                || otherKeys.stream().anyMatch(keys -> keys.match(event));
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    /** What {@code Shortcut} is called for people: "Ctrl", on macOS "⌘". */
    public static String shortcutKey() {
        return new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN).getDisplayText()
                .replaceFirst("\\+?D$", "");
    }

    /** The keys for people, or null when there are none: "Ctrl+Shift+Z", on macOS "⇧⌘Z". */
    public @Nullable String keys() {
        return shortcut.map(KeyCombination::getDisplayText).orElse(null);
    }
}
