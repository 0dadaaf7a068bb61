package dev.sevenstep.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.RunResult;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Charts over several runs. */
class RunsChartsTest {
    private static final ChartTheme PAPER = new ChartTheme(Palette.PRINT, new ChartFonts());

    private static ParallelAxis axis(double... values) {
        return ParallelAxis.of("Days", "d", List.of(), values);
    }

    @Test
    void aWideRangeIsLaidOutByRatios() {
        ParallelAxis narrow = axis(10, 20, 30);
        assertEquals(0.5, narrow.place(20), 1e-12);
        ParallelAxis wide = axis(0.01, 1, 100);
        assertEquals(0.5, wide.place(1), 1e-12);
        assertEquals(0.25, axis(0, 25, 100).place(25), 1e-12, "no ratio to nought");
        assertEquals(0.5, axis(7, 7).place(7), 1e-12, "a single value stands in the middle");
        assertEquals(1, narrow.flip().height(10), 1e-12);
        assertTrue(Double.isNaN(narrow.place(Double.NaN)));
    }

    @Test
    void aPartOfAnAxisLetsThroughWhatLiesInIt() {
        ParallelAxis days = axis(10, 20, 30, Double.NaN);
        ParallelAxis kinds = ParallelAxis.of("Kind", "", List.of("a", "b"), new double[]{0, 1, 1, 0});
        ParallelChart all = new ParallelChart(List.of(days, kinds), List.of("1", "2", "3", "4"), OptionalInt.empty(),
                OptionalInt.empty());
        assertEquals(4, all.passing());
        ParallelChart late = new ParallelChart(List.of(days.brush(0.5, 1), kinds), all.names(), OptionalInt.of(0),
                OptionalInt.of(1));
        assertEquals(2, late.passing());
        assertFalse(late.passes(3), "a run without a value lies in no part");
        assertEquals("20 d to 30 d", days.brush(0.5, 1).brushText());
        ParallelChart both = new ParallelChart(List.of(days.brush(0.4, 0.6), kinds.brush(0.9, 1)), all.names(),
                OptionalInt.empty(), OptionalInt.empty());
        assertEquals(1, both.passing());
        assertEquals(List.of("2", 20.0, "b"), both.chart().table().rows().get(1));
    }

    @Test
    void parallelCoordinatesAreSavedWithTheirText() throws IOException {
        ParallelChart chart = new ParallelChart(List.of(axis(10, 20), axis(3, 4)), List.of("first", "second"),
                OptionalInt.of(1), OptionalInt.of(0));
        String svg = new ChartFiles(PAPER).svg(chart.chart(), 640, 400);
        assertTrue(svg.contains("Days, d"), "the titles of the axes are text");
        assertTrue(new ChartFiles(PAPER).pdf(chart.chart(), 640, 400).length > 1_000);
    }

    @Test
    void thePictureKnowsWhichLineIsNear() {
        Chart chart = new ParallelChart(List.of(axis(10, 20), axis(4, 3)), List.of("first", "second"),
                OptionalInt.empty(), OptionalInt.empty()).chart();
        ChartPicture picture = ChartPicture.of(chart, PAPER, 600, 300, 1);
        assertEquals("0", picture.nearest(picture.x(0.1), picture.y(0.1)).orElseThrow());
        assertEquals("1", picture.nearest(picture.x(0.1), picture.y(0.9)).orElseThrow());
        assertTrue(picture.nearest(picture.x(0.1), picture.y(0.5)).isEmpty());
    }

    private static TradeOffChart.Point point(String id, double x, double y) {
        return new TradeOffChart.Point(id, id, Estimate.exact(x), new Estimate(y, y - 0.1, y + 0.1));
    }

    /** The same points, with the direction of good of the horizontal figure turned. */
    @Test
    void theFrontFollowsTheDirectionsOfGood() {
        List<TradeOffChart.Point> points = List.of(point("cheap", 1, 0.5), point("good", 9, 0.9),
                point("beaten", 9, 0.4), point("none", Double.NaN, 1));
        TradeOffChart.Axis quality = new TradeOffChart.Axis("Recall", "", true);
        TradeOffChart cost = new TradeOffChart(new TradeOffChart.Axis("Cost", "€", false), quality, points,
                Set.of("good"));
        assertArrayEquals(new boolean[]{true, true, false}, cost.front());
        TradeOffChart gain = new TradeOffChart(new TradeOffChart.Axis("Gain", "€", true), quality, points, Set.of());
        assertArrayEquals(new boolean[]{false, true, false}, gain.front());
        assertEquals("yes", cost.chart().table().rows().get(1).getLast());
        ChartPicture picture = ChartPicture.of(cost.chart(), PAPER, 600, 300, 1);
        assertEquals("good", picture.nearest(picture.x(9) + 2, picture.y(0.9)).orElseThrow());
    }

    @Test
    void curvesOfSeveralRunsAreThoseOfEach() {
        RunResult one = SampleRun.of(1, 2_000);
        RunResult two = SampleRun.of(2, 2_000);
        RunCharts first = new RunCharts(one);
        RunCharts second = new RunCharts(two);
        Chart both = OverlayChart.of(ChartKind.ROC, List.of(
                new OverlayChart.Entry("first", first, first.approach("trees").orElseThrow()),
                new OverlayChart.Entry("second", second, second.approach("trees").orElseThrow())), "first");
        List<Object> alone = first.chart(ChartKind.ROC, new Selection(Set.of("trees"), "trees")).table().rows()
                .getFirst();
        assertEquals(alone.subList(1, 4), both.table().rows().getFirst().subList(1, 4));
        assertEquals("second", both.table().rows().getLast().getFirst());
    }
}
