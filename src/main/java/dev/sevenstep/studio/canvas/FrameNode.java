package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A step's frame; a hint while it is empty. Its {@link #header} with number, name and how many cards stands above the links. */
final class FrameNode extends Region {
    /** A card being placed will land here. */
    static final PseudoClass RECEIVING = PseudoClass.getPseudoClass("receiving");

    private static final double HEADER_LEFT = 9;
    private static final double HEADER_TOP = 8;

    private final Step step;
    private final Label number = new Label();
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox header = new HBox(number, name, count);
    private final Label hint = new Label();

    FrameNode(Step step, String hintText) {
        this.step = step;
        getStyleClass().add("canvas-frame");
        number.getStyleClass().add("frame-number");
        number.setText(String.valueOf(step.number()));
        name.getStyleClass().add("frame-name");
        name.setText(step.fullName());
        count.getStyleClass().add("frame-count");
        hint.getStyleClass().add("frame-hint");
        hint.setText(hintText);
        header.getStyleClass().add("frame-header");
        number.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(hint);
        setAccessibleRole(AccessibleRole.BUTTON);
        setManaged(false);
        setId("frame-" + step.id());
    }

    /** With a little ground of its own, so that a link that has no other way does not run through the words. */
    Node header() {
        return header;
    }

    void select(boolean selected) {
        pseudoClassStateChanged(CardNode.SELECTED, selected);
        header.pseudoClassStateChanged(CardNode.SELECTED, selected);
    }

    void show(Bounds bounds, int cards) {
        relocate(bounds.x(), bounds.y());
        resize(bounds.width(), bounds.height());
        header.relocate(bounds.x() + HEADER_LEFT, bounds.y() + HEADER_TOP);
        header.setMaxWidth(bounds.width() - 2 * HEADER_LEFT);
        count.setText(cards == 0 ? "" : String.valueOf(cards));
        hint.setVisible(cards == 0);
        setAccessibleText("Step " + step.number() + ", " + step.fullName() + ", "
                + (cards == 1 ? "1 component" : cards + " components"));
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(getWidth() - 32, 240);
        double height = hint.prefHeight(width);
        hint.resizeRelocate(Math.round((getWidth() - width) / 2),
                Math.round((getHeight() + FrameLayout.HEADER - height) / 2) - 6, width, height);
    }
}
