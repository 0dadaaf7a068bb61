package dev.sevenstep.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.ParetoFront;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The charts of runs that end in a ranking, and the map of their items. */
class RankingChartsTest {
    private static final ChartTheme THEME = new ChartTheme(Palette.LIGHT, new ChartFonts());

    private final RunResult result = SampleRanking.result(8);
    private final RunCharts charts = new RunCharts(result);
    private final Selection all = Selection.all(result);

    @Test
    void everyChartOfARankingIsPaintedOnScreenAndPaper() throws Exception {
        assertEquals(List.of(ChartKind.INTERVALS, ChartKind.LATENCY, ChartKind.FRONT, ChartKind.COLD_START,
                ChartKind.MAP), charts.kinds());
        for (ChartKind kind : charts.kinds()) {
            Chart chart = charts.chart(kind, all);
            ChartPicture picture = ChartPicture.of(chart, THEME, 500, 300, 1);
            assertTrue(Arrays.stream(picture.pixels()).distinct().count() > 20, kind.title());
            assertTrue(new ChartFiles(THEME).svg(chart, 500, 300).contains("Approach 1"), kind.title());
            assertTrue(new ChartFiles(THEME).pdf(chart, 500, 300).length > 1_000);
        }
    }

    @Test
    void theFrontIsThatOfApproachesAndCandidatesTogether() {
        Ranking.CandidatePoint tried = new Ranking.CandidatePoint(70, 0.9, 100, 150);
        Chart chart = charts.front(all, new Trials("a1", List.of(), Optional.of(tried)),
                Trials.Latency.TAIL);
        List<List<Object>> rows = chart.table().rows();
        assertEquals(8 + 3 + 1, rows.size());
        assertEquals("N = 70", rows.getLast().getFirst());
        boolean[] members = ParetoFront.members(rows.stream().mapToDouble(row -> (Double) row.get(2)).toArray(),
                rows.stream().mapToDouble(row -> (Double) row.get(1)).toArray());
        for (int i = 0; i < members.length; i++) {
            assertEquals(members[i] ? "yes" : "no", rows.get(i).get(5));
        }
        assertEquals("yes", rows.getLast().get(5));
        assertEquals(8 + 3 + 1,
                charts.front(all, new Trials("a1", List.of(tried), Optional.of(tried)), Trials.Latency.MEDIAN)
                        .table().rows().size(),
                "a point that is pinned is not drawn twice");
    }

    @Test
    void moreApproachesThanColoursStayApart() {
        List<Look> looks = List.copyOf(Look.of(result.approaches(), Palette.LIGHT).values());
        assertEquals(8, Set.copyOf(looks).size());
    }

    @Test
    void coldStartDrawsWhatWasMeasured() {
        ColdStart measured = new ColdStart(List.of(new ColdStart.Curve("a1", new double[]{0, 0.5, 1},
                List.of(new Estimate(.3, .2, .4), new Estimate(.2, .1, .3), Estimate.exact(0)))), 50, 20);
        Chart chart = ColdStartChart.of(result, measured, all);
        assertEquals(3, chart.table().rows().size());
        assertEquals(List.of("Approach 1", 0.5, .2, .1, .3), chart.table().rows().get(1));
        assertEquals("50 users drawn", chart.subtitle());
        assertTrue(ChartPicture.of(chart, THEME, 400, 250, 1).tip(200, 120) != null);
    }

    @Test
    void itemsAreFoundWhereTheyAreDrawn() {
        RankingTest test = result.ranking().orElseThrow();
        ItemPlane plane = ItemPlane.of(test.items(),
                test.rankings().values().iterator().next().map().orElseThrow());
        ItemPlane.View view = plane.all(400, 300);
        assertEquals(test.items().size() - 1, plane.size(), "one has no vector");
        for (int item = 0; item < test.items().size(); item++) {
            if (plane.placed(item)) {
                assertEquals(item, plane.nearest(view, plane.px(item, view), plane.py(item, view), 5));
            }
        }
        ItemPlane.View near = view.zoomed(3, plane.px(5, view), plane.py(5, view));
        assertEquals(plane.px(5, view), plane.px(5, near), 1e-9);
        assertEquals(plane.py(5, view), plane.py(5, near), 1e-9);
        int[] within = plane.within(view, 0, 0, 200, 300);
        int[] expected = IntStream.range(0, test.items().size())
                .filter(i -> plane.placed(i) && plane.px(i, view) <= 200).toArray();
        assertArrayEquals(expected, Arrays.stream(within).sorted().toArray());
        int right = plane.next(view, within[0], 1, 0);
        assertTrue(plane.px(right, view) > plane.px(within[0], view));
        assertEquals(List.of("Drama", "Comedy"), plane.tags().stream().map(ItemPlane.Tag::name).toList());
        assertEquals(1, plane.tag(0), "of Comedy and Drama the rarer");
    }

    /** Whatever approach is looked at: the first has the only map. */
    @Test
    void theMapIsAChartForFilesAndPaper() throws Exception {
        Chart chart = charts.chart(ChartKind.MAP, all);
        assertEquals("Approach 1 · two principal components", chart.subtitle());
        assertEquals(59, chart.table().rows().size(), "one has no vector");
        assertEquals(List.of("i0", "Film 0", "Comedy", 0.0, 0.0), chart.table().rows().getFirst(),
                "the best known first");
        assertEquals(List.of("i12", "Film 12", "Comedy", 2.0, 1.0), chart.table().rows().get(12));
        ChartPicture picture = ChartPicture.of(chart, THEME, 500, 400, 1);
        assertEquals(59, picture.points().size());
        assertTrue(picture.points().stream().anyMatch(point -> point.words().equals("Film 12, Comedy")
                && Math.abs(point.x() - picture.x(2)) < 1e-6 && Math.abs(point.y() - picture.y(1)) < 1e-6));
        String svg = new ChartFiles(THEME).svg(chart, 500, 400);
        assertTrue(svg.contains("Comedy") && svg.contains("Film 0"), "legend and names are text");
    }

    @Test
    void theMapShowsWhatIsMarked() {
        RankingTest test = result.ranking().orElseThrow();
        ItemPlane plane = ItemPlane.of(test.items(),
                test.rankings().values().iterator().next().map().orElseThrow());
        ItemPlane.View view = plane.all(400, 300);
        int[] plain = ItemPicture.of(plane, view, marks(Set.of(), -1), THEME, 1).pixels();
        int[] brushed = ItemPicture.of(plane, view, marks(Set.of(3, 4), -1), THEME, 1).pixels();
        int[] focus = ItemPicture.of(plane, view, marks(Set.of(), 3), THEME, 1).pixels();
        assertEquals(400 * 300, plain.length);
        assertNotEquals(Arrays.hashCode(plain), Arrays.hashCode(brushed));
        assertNotEquals(Arrays.hashCode(plain), Arrays.hashCode(focus));
        assertArrayEquals(plain, ItemPicture.of(plane, view, marks(Set.of(), -1), THEME, 1).pixels());
    }

    private static ItemPicture.Marks marks(Set<Integer> brushed, int item) {
        return new ItemPicture.Marks(Set.of(1), List.of(2), List.of(3), Set.of(4), brushed, item, -1, Color.RED,
                Color.BLUE);
    }
}
