package dev.sevenstep.studio.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled surface; everything in the main area stands on one. */
public class Card extends VBox {
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final HBox head = new HBox();

    public Card(String heading, Node... ends) {
        getStyleClass().addAll("card", "run-card");
        setMinSize(0, 0);
        title.setText(heading);
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        subtitle.getStyleClass().addAll("muted", "small-text");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        head.getStyleClass().add("card-head");
        head.getChildren().addAll(title, subtitle, spring);
        head.getChildren().addAll(ends);
        getChildren().add(head);
        // Half a subtitle says nothing: it is there in full or not at all.
        subtitle.widthProperty().subscribe(_ -> fit());
        subtitle.textProperty().subscribe(_ -> fit());
    }

    private void fit() {
        subtitle.setVisible(subtitle.getWidth() + 1 >= subtitle.prefWidth(-1));
    }

    public final void setTitle(String text) {
        title.setText(text);
    }

    public final void setSubtitle(String text) {
        subtitle.setText(text);
    }

    /** What stands below the head and takes the room there is. */
    public final void setBody(Node body) {
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(head, body);
    }
}
