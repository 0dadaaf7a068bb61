package dev.sevenstep.studio.inspector;

import dev.sevenstep.design.Design;
import dev.sevenstep.studio.control.Row;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the panel shows for one kind of selection. */
abstract class Pane extends VBox {
    Pane() {
        getStyleClass().add("inspector-pane");
    }

    /** Whether the pane uses the help strip. */
    boolean explainsFields() {
        return false;
    }

    /** Shows what the design now says. Called after every change while the pane stands. */
    abstract void show(Design design);

    static Row subtitle(String icon, String text) {
        FontIcon picture = new FontIcon(icon);
        picture.setAccessibleRole(AccessibleRole.NODE);
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        Row row = new Row(picture, label);
        row.getStyleClass().add("subtitle");
        return row;
    }
}
