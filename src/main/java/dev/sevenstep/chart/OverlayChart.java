package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.stats.Curve;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same curve of several runs in one picture, one line a run. */
public final class OverlayChart {
    private OverlayChart() {
    }

    /**
     * A run's curve.
     *
     * @param name in the legend
     * @param approach of the run, one that ran
     */
    public record Entry(String name, RunCharts run, Approach approach) {}

    /**
     * @param kind {@link ChartKind#PRECISION_RECALL} or {@link ChartKind#ROC}
     * @param focus name of the entry that stands out; may be none of them
     */
    public static Chart of(ChartKind kind, List<Entry> entries, String focus) {
        boolean roc = kind == ChartKind.ROC;
        String x = roc ? "false-positive rate" : "recall";
        String y = roc ? "recall" : "precision";
        List<Line> lines = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Curve curve = roc
                    ? entry.run().sweep(entry.approach()).roc()
                    : CurveChart.fromFirstHit(entry.run().sweep(entry.approach()).precisionRecall());
            Line line = roc
                    ? Line.straight(entry.name(), entry.name(), curve.x(), curve.y(), i -> tip(entry, curve, i, x, y))
                    : Line.stepped(entry.name(), entry.name(), curve.x(), curve.y(), i -> tip(entry, curve, i, x, y));
            lines.add(line);
            rows.addAll(line.rows(i -> List.of(entry.name(), curve.thresholds()[i], curve.x()[i], curve.y()[i])));
        }
        return new Chart(roc ? "roc-of-runs" : "precision-recall-of-runs", kind.title(), "one line a run",
                y + " over " + x + " for every threshold, one line a run: "
                        + String.join(", ", entries.stream().map(Entry::name).toList()) + ".",
                new ChartTable(List.of(new Column("run", ""), new Column("threshold", ""), new Column(x, ""),
                        new Column(y, "")), rows),
                theme -> LinePlot.of(lines, looks(entries.stream().map(Entry::name).toList(), theme.palette()), focus,
                        theme, Axes.unit(x), Axes.unit(y)));
    }

    private static String tip(Entry entry, Curve curve, int i, String x, String y) {
        return entry.name() + " at threshold " + Numbers.significant(curve.thresholds()[i], 3) + ": " + y + " "
                + Numbers.fixed(curve.y()[i], 3) + ", " + x + " " + Numbers.fixed(curve.x()[i], 3);
    }

    /** Colour and pattern by place; with more runs than colours the pattern tells them apart. */
    static Map<String, Look> looks(List<String> names, Palette palette) {
        Map<String, Look> looks = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            looks.put(names.get(i), look(i, palette));
        }
        return looks;
    }

    /** How the run at a place is drawn. */
    public static Look look(int place, Palette palette) {
        return new Look(palette.series(place), place % 3 + place / palette.series().size());
    }
}
