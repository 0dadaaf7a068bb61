package dev.sevenstep.studio.control;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands where nothing is yet: why it is empty, and what to do about it. */
public final class EmptyState extends VBox {

    /**
     * @param icon Carbon literal
     * @param actions none, one or two things to do; the first is the main one
     */
    public EmptyState(String icon, String title, String text, Button... actions) {
        getStyleClass().add("empty-state");
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        Label body = new Label(text);
        body.getStyleClass().add("muted");
        body.setWrapText(true);
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("big-icon");
        // Its glyph is no letter, and the heading says it in words.
        picture.setAccessibleRole(AccessibleRole.NODE);
        getChildren().addAll(picture, heading, body);
        if (actions.length > 0) {
            actions[0].getStyleClass().add("accent");
            getChildren().add(new Row(actions));
        }
    }
}
