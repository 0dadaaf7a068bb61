package dev.sevenstep.studio.control;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Things side by side, centred on one line, with the house's spacing. */
public final class Row extends HBox {
    public Row(Node... children) {
        super(children);
        getStyleClass().add("row");
    }

    /** An empty stretch that pushes what follows to the far end. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
