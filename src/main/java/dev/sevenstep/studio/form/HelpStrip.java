package dev.sevenstep.studio.form;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The lines at the bottom of the panel that explain the field in hand: the one with the focus, or under the pointer. They
 * have a fixed place so that nothing jumps.
 */
public final class HelpStrip extends VBox {
    private final Label name = new Label();
    private final Label text = new Label();
    private String idleTitle = "";
    private String idleText = "";

    public HelpStrip() {
        getStyleClass().add("help-strip");
        name.getStyleClass().add("section-title");
        text.getStyleClass().addAll("small-text", "muted");
        text.setWrapText(true);
        getChildren().addAll(name, text);
        setVisible(false);
        setManaged(false);
    }

    /** Shows the help whenever something in {@code block} has the focus or the pointer; a name alone would say nothing. */
    void explain(Node block, String title, String help) {
        block.focusWithinProperty().subscribe(within -> {
            if (within) {
                explain(title, help);
            }
        });
        block.hoverProperty().subscribe(hover -> {
            if (hover) {
                explain(title, help);
            }
        });
    }

    public void clear() {
        show(idleTitle, idleText);
    }

    /** What stands here while no field is in hand. */
    public void setIdle(String title, String help) {
        idleTitle = title;
        idleText = help;
        clear();
    }

    private void explain(String title, String help) {
        if (help.isEmpty()) {
            clear();
        } else {
            show(title, help);
        }
    }

    private void show(String title, String help) {
        name.setText(title);
        text.setText(help);
    }

    public void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
