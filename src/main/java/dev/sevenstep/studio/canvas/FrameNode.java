package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A step's frame: number, name, how many cards; a hint while it is empty. */
final class FrameNode extends Region {
    /** A card being placed will land here. */
    static final PseudoClass RECEIVING = PseudoClass.getPseudoClass("receiving");

    private final Step step;
    private final Label number = new Label();
    private final Label name = new Label();
    private final Label count = new Label();
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
        getChildren().addAll(number, name, count, hint);
        setAccessibleRole(AccessibleRole.BUTTON);
        setManaged(false);
        setId("frame-" + step.id());
    }

    void show(Bounds bounds, int cards) {
        relocate(bounds.x(), bounds.y());
        resize(bounds.width(), bounds.height());
        count.setText(cards == 0 ? "" : String.valueOf(cards));
        hint.setVisible(cards == 0);
        setAccessibleText("Step " + step.number() + ", " + step.fullName() + ", "
                + (cards == 1 ? "1 component" : cards + " components"));
    }

    @Override
    protected void layoutChildren() {
        double middle = FrameLayout.HEADER / 2 + 1;
        number.resizeRelocate(12, middle - 10, 20, 20);
        double countWidth = count.prefWidth(-1);
        count.resizeRelocate(getWidth() - 14 - countWidth, middle - 9, countWidth, 18);
        name.resizeRelocate(40, middle - 10, getWidth() - 64 - countWidth, 20);
        double width = Math.min(getWidth() - 32, 240);
        double height = hint.prefHeight(width);
        hint.resizeRelocate(Math.round((getWidth() - width) / 2),
                Math.round((getHeight() + FrameLayout.HEADER - height) / 2) - 6, width, height);
    }
}
