package dev.sevenstep.studio.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A switch of a few choices side by side, exactly one of which is on. A value that is none of them leaves all off.
 *
 * @param <T> what is chosen
 */
public final class Segmented<T> extends HBox {
    private final ObjectProperty<T> value;
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /**
     * @param first what is chosen at the start
     */
    public Segmented(Iterable<T> choices, Function<T, String> label, T first) {
        value = new SimpleObjectProperty<>(this, "value", first);
        getStyleClass().add("segmented");
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(label.apply(choice));
            button.setToggleGroup(group);
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setUserData(choice);
            button.setOnAction(_ -> {
                value.set(choice);
                // Whoever listens may have refused the choice, and the one that is on stays on when pressed again.
                turnOn(value.get());
            });
            buttons.put(choice, button);
            getChildren().add(button);
        }
        getChildren().getFirst().getStyleClass().add("first");
        getChildren().getLast().getStyleClass().add("last");
        value.subscribe(this::turnOn);
    }

    /** Shows icons in place of the labels, which become what a pointer and a screen reader tell. */
    public void asIcons(Function<T, String> literal) {
        getStyleClass().add("icons");
        buttons.forEach((choice, button) -> {
            button.setGraphic(new FontIcon(literal.apply(choice)));
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.setAccessibleText(button.getText());
            button.setTooltip(new Tooltip(button.getText()));
        });
    }

    /** Takes {@link #asIcons} back. */
    public void asWords() {
        getStyleClass().remove("icons");
        buttons.values().forEach(button -> {
            button.setContentDisplay(ContentDisplay.TEXT_ONLY);
            button.setTooltip(null);
        });
    }

    private void turnOn(T chosen) {
        buttons.forEach((choice, button) -> button.setSelected(choice.equals(chosen)));
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    public T getValue() {
        return value.get();
    }

    public void setValue(T chosen) {
        value.set(chosen);
    }
}
