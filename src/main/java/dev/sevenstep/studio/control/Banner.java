package dev.sevenstep.studio.control;

import java.util.Locale;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A message that stays until it is dealt with: what happened, where, and what to do. */
public final class Banner extends HBox {
    /** How bad. */
    public enum Tone {
        INFO, WARNING, ERROR
    }

    /**
     * @param title what happened
     * @param text where, and what to do
     * @param dismiss called when the user closes the message
     */
    public Banner(Tone tone, String title, String text, Runnable dismiss, Button... actions) {
        getStyleClass().addAll("banner", tone.name().toLowerCase(Locale.ROOT));
        Label heading = new Label(title);
        heading.getStyleClass().add("strong");
        heading.setWrapText(true);
        Label body = new Label(text);
        body.setWrapText(true);
        // Whatever else there is gives way: words cut off explain nothing.
        setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(heading, body);
        words.getStyleClass().add("banner-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (actions.length > 0) {
            words.getChildren().add(new Row(actions));
        }
        Button close = new Button("Dismiss", new FontIcon("ci-close"));
        close.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        close.getStyleClass().addAll("flat", "icon-button");
        close.setAccessibleText("Dismiss message");
        close.setOnAction(_ -> dismiss.run());
        FontIcon icon = new FontIcon(tone == Tone.INFO ? "ci-information" : "ci-warning-alt");
        icon.getStyleClass().add("banner-icon");
        getChildren().addAll(icon, words, close);
    }
}
