package dev.sevenstep.studio.command;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/** Turns commands into buttons and menu items. */
public final class CommandButtons {
    private CommandButtons() {
    }

    /** A flat button that shows only the icon; name and keys are its tooltip and what a screen reader says. */
    public static Button icon(Command command) {
        Button button = labelled(command);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "icon-button");
        return button;
    }

    /** A button with icon and name. */
    public static Button labelled(Command command) {
        Button button = new Button(command.label(), new FontIcon(command.icon()));
        button.setId(command.id());
        button.setMnemonicParsing(false);
        button.setAccessibleText(command.label());
        String keys = command.keys();
        button.setTooltip(new Tooltip(keys == null ? command.label() : command.label() + "  " + keys));
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setOnAction(_ -> command.run());
        return button;
    }

    /** Shows the keys but does not listen to them: {@link Commands#install} does. */
    public static MenuItem menuItem(Command command) {
        MenuItem item = new MenuItem(command.label(), new FontIcon(command.icon()));
        item.setId(command.id());
        // A style sheet finds it by this: an id with a dot is no selector.
        item.getStyleClass().add(command.id().replace('.', '-'));
        item.setMnemonicParsing(false);
        command.shortcut().filter(CommandButtons::canStandInMenu).ifPresent(item::setAccelerator);
        item.disableProperty().bind(Bindings.not(command.enabled()));
        item.setOnAction(_ -> command.run());
        return item;
    }

    /** A plain letter as a menu's accelerator would fire while the user types in a field. */
    private static boolean canStandInMenu(KeyCombination keys) {
        return keys.getShortcut() == ModifierValue.DOWN || keys instanceof KeyCodeCombination single
                && (single.getCode().isFunctionKey() || single.getCode() == KeyCode.DELETE);
    }
}
