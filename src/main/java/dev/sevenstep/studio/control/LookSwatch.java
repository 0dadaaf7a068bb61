package dev.sevenstep.studio.control;

import dev.sevenstep.chart.Look;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;

/** A short stretch of a line as it is drawn in charts: colour and pattern. */
public final class LookSwatch extends Line {
    public LookSwatch(Look look) {
        super(0, 0, 14, 0);
        setStroke(Color.rgb(look.color().getRed(), look.color().getGreen(), look.color().getBlue()));
        setStrokeWidth(look.pattern() == 0 ? 4 : 2.5);
        if (look.pattern() == 1) {
            getStrokeDashArray().setAll(5.0, 4.0);
        } else if (look.pattern() > 1) {
            getStrokeDashArray().setAll(1.5, 4.0);
        }
    }
}
