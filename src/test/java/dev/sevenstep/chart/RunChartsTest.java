package dev.sevenstep.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.Band;
import dev.sevenstep.stats.BinaryMetrics;
import dev.sevenstep.stats.Curve;
import dev.sevenstep.stats.ParetoFront;
import dev.sevenstep.stats.ThresholdSweep;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

/** What charts show is what stats say, and their tables say the same. */
class RunChartsTest {
    private static final RunResult SMALL = SampleRun.of(3, 700);
    private static final ChartTheme THEME = new ChartTheme(Palette.LIGHT, new ChartFonts());

    private final RunCharts charts = new RunCharts(SMALL);
    private final Selection all = Selection.all(SMALL);
    private final BinaryTest test = SMALL.binary().orElseThrow();

    private Approach approach(String id) {
        return charts.approach(id).orElseThrow();
    }

    private static double[][] series(XYPlot plot, String name) {
        XYDataset data = plot.getDataset();
        int series = data.indexOf(name);
        double[][] points = new double[2][data.getItemCount(series)];
        for (int i = 0; i < points[0].length; i++) {
            points[0][i] = data.getXValue(series, i);
            points[1][i] = data.getYValue(series, i);
        }
        return points;
    }

    @Test
    void precisionRecallDrawsTheStepsOfStats() {
        Approach trees = approach("trees");
        double[][] drawn = series(charts.chart(ChartKind.PRECISION_RECALL, all).plot().apply(THEME), trees.name());
        Curve curve = new ThresholdSweep(test.labels(), trees.scores()).precisionRecall();
        // Every second point is a point of the curve with a hit; the one before has the same precision at the recall before.
        int first = curve.points() - drawn[0].length / 2;
        for (int i = 0; i < drawn[0].length / 2; i++) {
            assertEquals(curve.x()[first + i], drawn[0][2 * i + 1]);
            assertEquals(curve.y()[first + i], drawn[1][2 * i + 1]);
            assertEquals(curve.x()[first + i - 1], drawn[0][2 * i]);
            assertEquals(curve.y()[first + i], drawn[1][2 * i]);
        }
    }

    /** The area under what is drawn is the figure that stands beside it, whatever was thinned away. */
    @Test
    void areaUnderThePictureIsAveragePrecision() {
        RunResult large = SampleRun.of(5, 80_000);
        RunCharts of = new RunCharts(large);
        XYPlot plot = of.chart(ChartKind.PRECISION_RECALL, Selection.all(large)).plot().apply(THEME);
        for (String id : List.of("rules", "logistic", "trees")) {
            Approach approach = of.approach(id).orElseThrow();
            double[][] drawn = series(plot, approach.name());
            assertTrue(drawn[0].length <= 20_000, "not thinned: " + drawn[0].length);
            double area = 0;
            for (int i = 1; i < drawn[0].length; i++) {
                area += (drawn[0][i] - drawn[0][i - 1]) * (drawn[1][i] + drawn[1][i - 1]) / 2;
            }
            assertEquals(BinaryMetrics.averagePrecision(large.binary().orElseThrow().labels(), approach.scores()), area,
                    1e-3, id);
        }
    }

    @Test
    void rocDrawsTheCurveOfStats() {
        Approach linear = approach("logistic");
        double[][] drawn = series(charts.chart(ChartKind.ROC, all).plot().apply(THEME), linear.name());
        Curve curve = new ThresholdSweep(test.labels(), linear.scores()).roc();
        assertArrayEquals(curve.x(), drawn[0]);
        assertArrayEquals(curve.y(), drawn[1]);
    }

    @Test
    void costBetweenScoresIsThatOfTheThreshold() {
        Approach trees = approach("trees");
        double[][] drawn = series(charts.chart(ChartKind.COST, all).plot().apply(THEME), trees.name());
        ThresholdSweep sweep = new ThresholdSweep(test.labels(), trees.scores(), test.days(), test.entities());
        for (int i = 1; i < drawn[0].length; i++) {
            double left = drawn[0][i];
            double right = drawn[0][i - 1];
            if (right - left > 1e-9) {
                assertEquals(sweep.costPerDay((left + right) / 2, 9, 122), drawn[1][i], 1e-9);
            }
        }
    }

    @Test
    void barsOfScoresCountEveryRowOnce() {
        ChartTable table = charts.chart(ChartKind.SCORES, all).table();
        long positives = table.rows().stream().mapToLong(row -> (Long) row.get(2)).sum();
        long negatives = table.rows().stream().mapToLong(row -> (Long) row.get(3)).sum();
        assertEquals(charts.sweep(approach("trees")).positives(), positives);
        assertEquals(test.rows(), positives + negatives);
    }

    @Test
    void frontMarksWhatNoOtherBeats() {
        ChartTable table = charts.chart(ChartKind.FRONT, all).table();
        double[] quality = table.rows().stream().mapToDouble(row -> (Double) row.get(2)).toArray();
        double[] micros = table.rows().stream().mapToDouble(row -> (Double) row.get(1)).toArray();
        boolean[] members = ParetoFront.members(quality, micros);
        for (int i = 0; i < members.length; i++) {
            assertEquals(members[i] ? "yes" : "no", table.rows().get(i).get(5));
        }
        assertEquals(4, members.length);
    }

    @Test
    void tableOfACurveHasItsPoints() {
        for (ChartKind kind : List.of(ChartKind.ROC, ChartKind.PRECISION_RECALL)) {
            Chart chart = charts.chart(kind, all);
            XYPlot plot = chart.plot().apply(THEME);
            Map<String, Integer> rows = new HashMap<>();
            chart.table().rows().forEach(row -> rows.merge((String) row.getFirst(), 1, Integer::sum));
            for (int s = 0; s < plot.getSeriesCount(); s++) {
                String name = plot.getDataset().getSeriesKey(s).toString();
                Set<List<Double>> drawn = new java.util.HashSet<>();
                for (int i = 0; i < plot.getDataset().getItemCount(s); i++) {
                    drawn.add(List.of(plot.getDataset().getXValue(s, i), plot.getDataset().getYValue(s, i)));
                }
                chart.table().rows().stream().filter(row -> row.getFirst().equals(name)).forEach(
                        row -> assertTrue(drawn.contains(List.of((Double) row.get(2), (Double) row.get(3))),
                                kind + name));
                assertTrue(rows.getOrDefault(name, 0) > 0);
            }
        }
    }

    @Test
    void theBandOfTheApproachInFocusIsDrawnAndStandsInTheTable() {
        Approach trees = approach("trees");
        Band band = trees.bands().orElseThrow().precisionByRecall();
        Chart chart = charts.chart(ChartKind.PRECISION_RECALL, new Selection(Set.of("trees", "rules"), "trees"));
        Collection<?> drawn = ((AbstractXYItemRenderer) chart.plot().apply(THEME).getRenderer()).getAnnotations();
        assertEquals(1, drawn.stream().filter(XYPolygonAnnotation.class::isInstance).count());
        assertTrue(chart.subtitle().endsWith("95 % band"), chart.subtitle());
        for (List<Object> row : chart.table().rows()) {
            double recall = (Double) row.get(2);
            if (row.getFirst().equals(trees.name()) && recall >= 0.01) {
                assertEquals(band.at(recall).low(), (Double) row.get(4));
                assertEquals(band.at(recall).high(), (Double) row.get(5));
            }
        }
        Chart other = charts.chart(ChartKind.ROC, new Selection(Set.of("rules"), "trees"));
        assertTrue(((AbstractXYItemRenderer) other.plot().apply(THEME).getRenderer()).getAnnotations().isEmpty());
    }

    @Test
    void onlyWhatIsShownIsDrawn() {
        XYPlot plot = charts.chart(ChartKind.LATENCY, new Selection(Set.of("rules", "net"), "rules")).plot()
                .apply(THEME);
        assertEquals(1, plot.getSeriesCount());
        assertEquals("Rules", plot.getDataset().getSeriesKey(0));
    }

    @Test
    void everyChartHasTextAxesAndATable() {
        for (ChartKind kind : charts.kinds()) {
            Chart chart = charts.chart(kind, all);
            XYPlot plot = chart.plot().apply(THEME);
            assertFalse(plot.getDomainAxis().getLabel().isBlank());
            assertFalse(plot.getRangeAxis().getLabel().isBlank());
            assertFalse(chart.table().rows().isEmpty(), kind.title());
            assertFalse(chart.description().isBlank());
            assertTrue(chart.table().csv().startsWith(chart.table().columns().getFirst().head()));
        }
    }

    @Test
    void anApproachLooksTheSameInEveryChart() {
        Map<String, Look> looks = Look.of(SMALL.approaches(), Palette.LIGHT);
        Approach trees = approach("trees");
        Look look = looks.getOrDefault(trees.id(), new Look(Palette.LIGHT.muted(), 9));
        for (ChartKind kind : List.of(ChartKind.PRECISION_RECALL, ChartKind.ROC, ChartKind.COST, ChartKind.LATENCY,
                ChartKind.CALIBRATION)) {
            XYPlot plot = charts.chart(kind, all).plot().apply(THEME);
            int series = plot.getDataset().indexOf(trees.name());
            assertEquals(look.color(), plot.getRenderer().getSeriesPaint(series), kind.title());
        }
    }
}
