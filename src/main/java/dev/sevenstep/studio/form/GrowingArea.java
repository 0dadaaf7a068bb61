package dev.sevenstep.studio.form;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area that is as high as its text, so that a form has no scrolling within scrolling. */
final class GrowingArea extends TextArea {
    private static final double MOST = 640;
    /** What the style sheet puts left and right of the text, and above and below it. */
    private static final double BESIDE = 18;
    private static final double ABOVE = 14;

    private final Text probe = new Text();
    private final int least;

    /** @param least as many lines high when there is less text */
    GrowingArea(int least) {
        this.least = least;
        getStyleClass().add("growing");
        setWrapText(true);
        setPrefRowCount(least);
        setMinHeight(USE_PREF_SIZE);
        probe.fontProperty().bind(fontProperty());
        textProperty().subscribe(_ -> requestLayout());
    }

    /** The height follows from the width. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width > 0 ? width : getWidth();
        if (given <= BESIDE) {
            return super.computePrefHeight(width);
        }
        probe.setWrappingWidth(given - BESIDE);
        probe.setText("\n".repeat(least - 1));
        double lowest = probe.getLayoutBounds().getHeight();
        // An empty last line has height only with something on it.
        probe.setText(getText().endsWith("\n") ? getText() + "." : getText());
        return snapSizeY(Math.clamp(probe.getLayoutBounds().getHeight(), lowest, MOST) + ABOVE);
    }
}
