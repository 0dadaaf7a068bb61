package dev.sevenstep.studio.outline;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One item of the outline on screen. */
abstract class OutlineRow extends VBox {
    private Item item;

    OutlineRow(Item item) {
        this.item = item;
        getStyleClass().add("outline-row");
    }

    Item item() {
        return item;
    }

    /**
     * Stands for another item from now on, where that is cheaper than a new row. Only for rows that hold nothing of the user's.
     *
     * @return false when it cannot
     */
    boolean become(Item other) {
        return false;
    }

    /** Changes what {@link #item} says. */
    final void setItem(Item other) {
        item = other;
    }

    /** What arrows go to and from. */
    abstract Node handle();

    /** Shows what the design says; called after every change while the row exists. */
    abstract void show(OutlineModel model, boolean open);

    /** Marks the row as selected, or not. */
    void setChosen(boolean chosen) {
    }

    /** Puts the cursor into the first field of an open row. */
    void focusFirst() {
        handle().requestFocus();
    }

    /** Puts the cursor into the name of an open row. */
    void rename() {
        focusFirst();
    }
}
