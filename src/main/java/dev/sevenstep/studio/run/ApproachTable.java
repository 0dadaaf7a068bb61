package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Look;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.studio.control.LookSwatch;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** One line an approach: its figures, or what it takes to run. */
final class ApproachTable extends TableView<Approach> {
    /** Of the table's font, pixels. */
    private static final double CHARACTER = 6.6;
    /** Of that of its head. */
    private static final double HEAD_CHARACTER = 7.2;
    /** Of the names, at most; their looks stand before them. */
    private static final double NAME = 260;
    private static final double SWATCH = 44;

    private Map<String, Look> looks = Map.of();

    ApproachTable(String id, String words) {
        setId(id);
        setAccessibleText(words);
        getStyleClass().add("dense");
    }

    /** Every figure with half the width of its interval. */
    void figures(RunResult result, Map<String, Look> colours) {
        begin(result, colours);
        for (MetricSpec metric : result.metrics()) {
            column(metric.label() + (metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")"), metric.help(),
                    approach -> figure(approach, metric));
        }
    }

    /** Latency, memory and the seconds of each stage. */
    void costs(RunResult result, Map<String, Look> colours) {
        begin(result, colours);
        column("p50 (µs)", "Median time of one request, warm",
                approach -> approach.latency().map(latency -> Numbers.fixed(latency.at(50), 0)).orElse("–"));
        column("p99 (µs)", "99th percentile of it",
                approach -> approach.latency().map(latency -> Numbers.fixed(latency.at(99), 0)).orElse("–"));
        column("Model (MB)", "What it holds in memory to answer",
                approach -> Numbers.fixed(approach.modelBytes() / 1e6, 2));
        List<String> stages = result.approaches().stream().flatMap(approach -> approach.stages().stream())
                .map(StageTime::name).distinct().toList();
        for (String stage : stages) {
            column(stage + " (s)", "Time of this stage of the run", approach -> seconds(approach, stage));
        }
        column("in all (s)", "Time of all its stages", approach -> Numbers
                .fixed(approach.stages().stream().mapToDouble(StageTime::seconds).sum(), 2));
    }

    private static String seconds(Approach approach, String stage) {
        return approach.stages().stream().filter(time -> time.name().equals(stage)).findFirst()
                .map(time -> Numbers.fixed(time.seconds(), 2)).orElse("–");
    }

    private void begin(RunResult result, Map<String, Look> colours) {
        looks = colours;
        getItems().setAll(result.approaches());
        TableColumn<Approach, String> name = new TableColumn<>("Approach");
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        name.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty ? "" : text);
                Approach of = empty || getTableRow() == null ? null : getTableRow().getItem();
                Look look = of == null ? null : looks.get(of.id());
                setGraphic(look == null ? null : new LookSwatch(look));
            }
        });
        int longest = result.approaches().stream().mapToInt(approach -> approach.name().length()).max().orElse(0);
        name.setPrefWidth(Math.min(NAME, SWATCH + CHARACTER * longest));
        name.setSortable(false);
        getColumns().setAll(List.of(name));
    }

    private void column(String head, String help, Function<Approach, String> cell) {
        TableColumn<Approach, String> column = new TableColumn<>();
        Label title = new Label(head);
        title.setTooltip(new Tooltip(help));
        column.setGraphic(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        int longest = getItems().stream().mapToInt(approach -> cell.apply(approach).length()).max().orElse(0);
        column.setPrefWidth(Math.max(34 + HEAD_CHARACTER * head.length(), 20 + CHARACTER * longest));
        column.getStyleClass().add("number-column");
        column.setSortable(false);
        getColumns().add(column);
    }

    private static String figure(Approach approach, MetricSpec metric) {
        Estimate estimate = approach.metrics().get(metric.key());
        if (estimate == null || !Double.isFinite(estimate.value())) {
            return "–";
        }
        double half = (estimate.high() - estimate.low()) / 2;
        return Numbers.fixed(estimate.value(), metric.decimals())
                + (half > 0 ? " ±" + Numbers.fixed(half, metric.decimals()) : "");
    }
}
