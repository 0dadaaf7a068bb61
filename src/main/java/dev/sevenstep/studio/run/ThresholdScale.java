package dev.sevenstep.studio.run;

import dev.sevenstep.stats.Curve;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** How a threshold lies on the horizontal axis of a chart. */
interface ThresholdScale {
    /** How far an arrow key moves, in units of the axis. */
    double STEP = 0.01;

    /** Where the line stands, in values of the axis. */
    double position(Operating point);

    /** Where the handle sits on the line, in values of the vertical axis; NaN for the middle. */
    double height(Operating point);

    /** The threshold nearest to a place on the axis. */
    double at(double place);

    /** The threshold one step to the left (-1) or right (1) of where it is. */
    double step(Operating point, int direction);

    /** The axis is the threshold itself, from 0 to 1. */
    static ThresholdScale direct(ToDoubleFunction<Operating> height) {
        return new ThresholdScale() {
            @Override
            public double position(Operating point) {
                return Math.clamp(point.threshold(), 0, 1);
            }

            @Override
            public double height(Operating point) {
                return height.applyAsDouble(point);
            }

            @Override
            public double at(double place) {
                return Math.clamp(place, 0, 1);
            }

            @Override
            public double step(Operating point, int direction) {
                double next = Math.rint((position(point) + direction * STEP) / STEP) * STEP;
                return Math.clamp(next, 0, 1);
            }
        };
    }

    /**
     * The axis is a figure that rises as the threshold falls: recall or false-positive rate.
     *
     * @param curve by falling threshold
     */
    static ThresholdScale along(Curve curve, ToDoubleFunction<Operating> position, ToDoubleFunction<Operating> height) {
        double[] places = curve.x();
        return new ThresholdScale() {
            @Override
            public double position(Operating point) {
                return position.applyAsDouble(point);
            }

            @Override
            public double height(Operating point) {
                return height.applyAsDouble(point);
            }

            @Override
            public double at(double place) {
                int above = firstAtLeast(place);
                boolean below = above > 0 && place - places[above - 1] < places[above] - place;
                return threshold(below ? firstAtLeast(places[above - 1]) : above);
            }

            @Override
            public double step(Operating point, int direction) {
                double place = position(point);
                if (direction > 0) {
                    return threshold(firstAtLeast(Math.min(place + STEP, places[places.length - 1])));
                }
                int above = firstAtLeast(Math.max(0, place - STEP) + 1e-12);
                return threshold(firstAtLeast(places[Math.max(0, above - 1)]));
            }

            /** The highest threshold whose place is at least this far right. */
            private int firstAtLeast(double place) {
                int low = 0;
                int high = places.length - 1;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (places[middle] >= place) {
                        high = middle;
                    } else {
                        low = middle + 1;
                    }
                }
                return low;
            }

            private double threshold(int index) {
                double threshold = curve.thresholds()[index];
                return Double.isInfinite(threshold)
                        ? Math.nextUp(Arrays.stream(curve.thresholds()).skip(1).findFirst().orElse(1))
                        : threshold;
            }
        };
    }
}
