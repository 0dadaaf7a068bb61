package dev.sevenstep.studio.form;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** What forms are made of besides the editors of fields. */
public final class FormParts {
    private FormParts() {
    }

    /** The style sheet of all forms; a feature that shows one adds it. */
    public static String sheet() {
        return Objects.requireNonNull(FormParts.class.getResource("form.css"), "form.css").toExternalForm();
    }

    /** A title that looks like one until the pointer or the focus is on it. */
    public static TextField titleField(String accessible) {
        TextField title = new TextField();
        title.getStyleClass().addAll("title-field", "heading");
        title.setAccessibleText(accessible);
        return title;
    }

    public static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("section-title", "section");
        return label;
    }

    public static Label paragraph(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }

    public static VBox labelled(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "field-label");
        label.setLabelFor(control);
        control.setAccessibleText(name);
        return new VBox(3, label, control);
    }

    /** As high as its text; Tab leaves it, as it leaves every other field. */
    public static TextArea area() {
        return area(2);
    }

    /** @param lines as many lines high when there is less text */
    static TextArea area(int lines) {
        TextArea area = new GrowingArea(lines);
        area.addEventFilter(KeyEvent.KEY_PRESSED, new TabLeaves());
        return area;
    }
}
