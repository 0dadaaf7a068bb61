package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** Latency of one request at each percentile; the axis gives every further nine the same room. */
final class LatencyChart {
    private static final double[] NINES = {2, 10, 100, 1_000, 10_000, 100_000};

    private LatencyChart() {
    }

    static Chart of(RunResult result, Selection selection) {
        List<Line> lines = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Approach approach : selection.of(result)) {
            approach.latency().ifPresent(latency -> {
                lines.add(line(approach, latency));
                for (int i = 0; i < latency.percentiles().length; i++) {
                    rows.add(List.of(approach.name(), latency.percentiles()[i], latency.micros()[i]));
                }
            });
        }
        ChartTable table = new ChartTable(List.of(new Column("approach", ""), new Column("percentile", "%"),
                new Column("latency", "µs")), rows);
        return new Chart("latency", "Latency of one request", "warm, one at a time",
                "Latency in microseconds at each percentile, one line an approach.", table,
                theme -> plot(lines, result, selection, theme));
    }

    private static Line line(Approach approach, LatencyProfile latency) {
        double[] oneIn = new double[latency.percentiles().length];
        for (int i = 0; i < oneIn.length; i++) {
            oneIn[i] = 1 / (1 - latency.percentiles()[i] / 100);
        }
        return Line.straight(approach.id(), approach.name(), oneIn, latency.micros(), i -> approach.name() + ": p"
                + Numbers.significant(latency.percentiles()[i], 6) + " is "
                + Numbers.significant(latency.micros()[i], 3) + " µs");
    }

    private static XYPlot plot(List<Line> lines, RunResult result, Selection selection, ChartTheme theme) {
        LogAxis domain = new LogAxis("percentile of requests", NINES,
                value -> "p" + Numbers.significant(100 - 100 / value, 6));
        LogAxis range = new LogAxis("latency, µs (log)", new double[0], Numbers::tick);
        double most = lines.stream().flatMapToDouble(line -> Arrays.stream(line.x())).max().orElse(1_000);
        domain.setRange(new Range(2, Math.max(1_000, most * 1.7)));
        return LinePlot.of(lines, result.approaches(), selection, theme, domain, range);
    }
}
