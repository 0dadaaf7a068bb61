package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Look;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.HelpColumn;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.TableView;

/** Quality, size and latency of each approach that ran. */
final class CostTable extends TableView<Approach> {
    private static final double KILO = 1e3;
    private static final double NAME = 200;
    /** Of the head, logical pixels, and what stands around it. */
    private static final double CHARACTER = 7.2;
    private static final double AROUND = 34;

    CostTable() {
        setId("cost-table");
        setAccessibleText("Quality, size and latency of each approach");
        getStyleClass().add("dense");
        setMinWidth(120);
    }

    void show(RunResult result, Map<String, Look> looks) {
        MetricSpec metric = result.metrics().getFirst();
        List<Approach> ran = result.approaches().stream().filter(Selection::ran).toList();
        long first = ran.isEmpty() ? 0 : ran.getFirst().modelBytes();
        HelpColumn<Approach> name = new HelpColumn<>("Approach", "", NAME, Approach::name);
        name.setCellFactory(_ -> new ApproachCell(looks));
        getColumns().setAll(List.of(name));
        figure(metric.label(), metric.help(), of -> {
            Estimate estimate = of.metrics().get(metric.key());
            return estimate == null ? "–" : Numbers.fixed(estimate.value(), metric.decimals());
        });
        figure("Size (kB)", "What it holds in memory to answer", of -> Numbers.fixed(of.modelBytes() / KILO, 1));
        figure("Of first", "Its size in per cent of that of the first",
                of -> first == 0 ? "–" : Numbers.significant(100.0 * of.modelBytes() / first, 3) + " %");
        figure("p50 (µs)", "Median time of one request, warm", of -> latency(of, 50));
        figure("p99 (µs)", "99th percentile of it", of -> latency(of, 99));
        getItems().setAll(ran);
    }

    private static String latency(Approach of, double percentile) {
        return of.latency().map(measured -> Numbers.significant(measured.at(percentile), 3)).orElse("–");
    }

    private void figure(String head, String help, Function<Approach, String> cell) {
        getColumns().add(new HelpColumn<>(head, help, AROUND + CHARACTER * head.length(), cell).ofNumbers());
    }
}
