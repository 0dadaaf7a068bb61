package dev.sevenstep.studio.form;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area that is as high as its text, so that a form has no scrolling within scrolling. */
final class GrowingArea extends TextArea {
    private static final double MOST = 640;
    /** What the style sheet puts left and right of the text, and above and below it. */
    private static final double BESIDE = 18;
    private static final double ABOVE = 12;

    private final Text probe = new Text();

    GrowingArea() {
        getStyleClass().add("growing");
        setWrapText(true);
        setPrefRowCount(2);
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
        probe.setText("\n");
        double least = probe.getLayoutBounds().getHeight();
        // An empty last line has height only with something on it.
        probe.setText(getText().endsWith("\n") ? getText() + "." : getText());
        return snapSizeY(Math.clamp(probe.getLayoutBounds().getHeight(), least, MOST) + ABOVE);
    }
}
