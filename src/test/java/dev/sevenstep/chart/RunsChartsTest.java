package dev.sevenstep.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.RunResult;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void theMarkedLineLiesOnTop() throws IOException {
        double[] same = {1, 1};
        Chart chart = new ParallelChart(List.of(axis(same), axis(same)), List.of("marked", "other"),
                OptionalInt.empty(),
                OptionalInt.of(0)).chart();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(new ChartFiles(PAPER).png(chart, 400, 300, 1)));
        int dark = Palette.PRINT.foreground().getRGB();
        int middle = 200;
        assertTrue(IntStream.range(120, 290).anyMatch(y -> picture.getRGB(middle, y) == dark),
                "of two lines at one place that which is marked is seen");
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

    /** Beside the best trial stand others, whose points stay to be seen. */
    @Test
    void aNameCoversNoOtherPoint() throws IOException {
        List<TradeOffChart.Point> points = new ArrayList<>(List.of(point("best", 5, 0.5)));
        for (int i = 1; i <= 6; i++) {
            points.add(point("t" + i, 5 + 0.12 * i, 0.5));
            points.add(point("u" + i, 5 + 0.12 * i, 0.52));
        }
        points.add(point("far", 9, 0.9));
        Chart chart = new TradeOffChart(new TradeOffChart.Axis("Cost", "€", false),
                new TradeOffChart.Axis("Recall", "", true), points, Set.of("best")).chart();
        ChartPicture picture = ChartPicture.of(chart, PAPER, 600, 300, 1);
        Matcher name = Pattern.compile("<text[^>]*\\bx=\"([0-9.]+)\"[^>]*\\by=\"([0-9.]+)\"[^>]*>best<")
                .matcher(new ChartFiles(PAPER).svg(chart, 600, 300));
        assertTrue(name.find());
        Rectangle2D words = new Rectangle2D.Double(Double.parseDouble(name.group(1)),
                Double.parseDouble(name.group(2)) - 8, 22, 9);
        for (TradeOffChart.Point point : points) {
            assertFalse(words.contains(picture.x(point.x().value()), picture.y(point.y().value())), point.id());
        }
    }

    /** Printed in greys a line is known by its mark; all are about as large. */
    @Test
    void marksDiffer() {
        for (int one = 0; one < 6; one++) {
            for (int other = 0; other < one; other++) {
                assertFalse(new Area(Marks.shape(one, 4)).equals(new Area(Marks.shape(other, 4))), one + " " + other);
            }
            assertEquals(8, Marks.shape(one, 4).getBounds2D().getWidth(), 2.1);
        }
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
