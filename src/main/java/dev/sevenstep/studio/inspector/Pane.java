package dev.sevenstep.studio.inspector;

import dev.sevenstep.design.Design;
import dev.sevenstep.studio.control.Row;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the panel shows for one kind of selection. */
abstract class Pane extends VBox {
    Pane() {
        getStyleClass().add("inspector-pane");
    }

    /** Shows what the design now says. Called after every change while the pane stands. */
    abstract void show(Design design);

    static TextField titleField(String accessible) {
        TextField title = new TextField();
        title.getStyleClass().addAll("title-field", "heading");
        title.setAccessibleText(accessible);
        return title;
    }

    static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("section-title", "section");
        return label;
    }

    static Row subtitle(String icon, String text) {
        FontIcon picture = new FontIcon(icon);
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        Row row = new Row(picture, label);
        row.getStyleClass().add("subtitle");
        return row;
    }

    static Label paragraph(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static VBox labelled(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "field-label");
        label.setLabelFor(control);
        control.setAccessibleText(name);
        return new VBox(3, label, control);
    }
}
