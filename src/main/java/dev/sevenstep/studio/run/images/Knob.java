package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.Numbers;
import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A number among some stops, closer together where it is small. */
final class Knob extends HBox {
    private final String name;
    private final int[] stops;
    private final Slider slider = new Slider();
    private final Label shown = new Label();
    private int value;

    /**
     * @param stops ascending
     * @param changed told of each value that the user chooses
     */
    Knob(String id, String name, String help, int[] stops, IntConsumer changed) {
        this.name = name;
        this.stops = stops.clone();
        getStyleClass().addAll("row", "knob");
        Label title = new Label(name);
        title.getStyleClass().add("knob-name");
        title.setTooltip(new Tooltip(help));
        slider.setId(id);
        slider.setMin(0);
        slider.setMax(stops.length - 1);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleHelp(help);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMinWidth(60);
        shown.getStyleClass().add("knob-value");
        getChildren().addAll(title, slider, shown);
        set(stops[0]);
        slider.valueProperty().subscribe(at -> {
            int now = stops[(int) Math.round(at.doubleValue())];
            // A value between two stops, as a run may have had, stays until somebody moves the slider.
            if (now != nearest(value)) {
                say(now);
                changed.accept(now);
            }
        });
    }

    int get() {
        return value;
    }

    /** Without telling anybody. */
    void set(int now) {
        say(now);
        slider.setValue(Arrays.stream(stops).boxed().toList().indexOf(nearest(now)));
    }

    private void say(int now) {
        value = now;
        shown.setText(Numbers.whole(now));
        slider.setAccessibleText(name + " " + now);
    }

    private int nearest(int wanted) {
        int best = stops[0];
        for (int stop : stops) {
            if (Math.abs(stop - wanted) < Math.abs(best - wanted)) {
                best = stop;
            }
        }
        return best;
    }
}
