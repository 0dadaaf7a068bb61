package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One figure of all approaches with its interval; which one is the user's choice. */
final class IntervalsCard extends PaintedCard {
    private final ComboBox<MetricSpec> metric;

    /** @param number tells the cards of a board apart */
    IntervalsCard(int number, RunContext context) {
        this(number, context, new ComboBox<>());
    }

    private IntervalsCard(int number, RunContext context, ComboBox<MetricSpec> metric) {
        super("intervals-" + number, "", context, metric);
        this.metric = metric;
        metric.setId("intervals-metric-" + number);
        metric.setAccessibleText("Figure to show");
        metric.getStyleClass().add("small");
        metric.setMinWidth(190);
        metric.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable MetricSpec spec) {
                return spec == null ? "" : spec.label();
            }

            @Override
            public @Nullable MetricSpec fromString(String text) {
                return metric.getItems().stream().filter(spec -> spec.label().equals(text)).findFirst().orElse(null);
            }
        });
        setBody(pane());
        follow();
        metric.valueProperty().subscribe(_ -> repaint());
    }

    /** @param wanted the key of the figure to begin with */
    void show(RunResult result, String wanted) {
        List<MetricSpec> shown = result.metrics();
        metric.getItems().setAll(shown);
        metric.getSelectionModel().select(shown.stream().filter(spec -> spec.key().equals(wanted)).findFirst()
                .orElse(shown.getFirst()));
    }

    @Override
    Maker maker() {
        Optional<MetricSpec> spec = Optional.ofNullable(metric.getValue());
        return (run, selection) -> spec.filter(run.result().metrics()::contains)
                .map(of -> run.intervals(of, selection)).orElse(null);
    }
}
