package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * An {@link ItemPlane} as a chart, for files and paper; a window has {@link ItemPicture}. Only the best known items are drawn: thousands of
 * marks on a page hide each other and make a large file.
 */
final class MapChart {
    private static final int MOST = 1_500;
    private static final int NAMED = 14;
    private static final int MOST_CHARACTERS = 26;
    private static final double RADIUS = 2.4;

    private MapChart() {
    }

    /** Whose map is drawn: the approach in focus if it has one, else the first of the result that has. */
    static Optional<Approach> approach(RunResult result, String focus) {
        List<Approach> mapped = result.approaches().stream().filter(each -> map(result, each).isPresent()).toList();
        return mapped.stream().filter(each -> each.id().equals(focus)).findFirst()
                .or(() -> mapped.stream().findFirst());
    }

    private static Optional<Ranking.ItemMap> map(RunResult result, Approach approach) {
        return result.ranking().filter(test -> !test.items().isEmpty())
                .flatMap(test -> Optional.ofNullable(test.rankings().get(approach.id()))).flatMap(Ranking::map);
    }

    /** @param approach one that {@link #approach} gave */
    static Chart of(RunResult result, Approach approach) {
        RankingTest test = result.ranking().orElseThrow();
        ItemPlane plane = ItemPlane.of(test.items(), map(result, approach).orElseThrow());
        int[] drawn = Arrays.stream(plane.byRank()).limit(MOST).toArray();
        List<List<Object>> rows = new ArrayList<>();
        for (int item : drawn) {
            rows.add(List.of(plane.item(item).id(), plane.item(item).title(), tag(plane, item), plane.x(item),
                    plane.y(item)));
        }
        return new Chart("map", ChartKind.MAP.title(), approach.name() + " · two principal components"
                + (drawn.length < plane.size()
                        ? " · the " + Numbers.whole(drawn.length) + " best known of " + Numbers.whole(plane.size())
                        : ""),
                "What lies near to what by the vectors of " + approach.name()
                        + ": the first two principal components of their directions; near ones are alike to it.",
                new ChartTable(List.of(new Column("id", ""), new Column("title", ""), new Column("tag", ""),
                        new Column("first component", ""), new Column("second component", "")), rows),
                theme -> plot(plane, drawn, theme));
    }

    private static String tag(ItemPlane plane, int item) {
        return plane.tag(item) < 0 ? "other" : plane.tags().get(plane.tag(item)).name();
    }

    private static XYPlot plot(ItemPlane plane, int[] drawn, ChartTheme theme) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        List<Line> marks = new ArrayList<>();
        for (int tag = -1; tag < plane.tags().size(); tag++) {
            int of = tag;
            // The best known last, on top of the others.
            int[] items = IntStream.of(drawn).filter(item -> plane.tag(item) == of).toArray();
            int[] order = IntStream.range(0, items.length).map(i -> items[items.length - 1 - i]).toArray();
            if (order.length == 0) {
                continue;
            }
            int series = marks.size();
            renderer.setSeriesPaint(series, tag < 0
                    ? ChartTheme.translucent(theme.palette().muted(), 0.5)
                    : ChartTheme.translucent(theme.palette().series(tag), 0.8));
            renderer.setSeriesShape(series, ItemPicture.shape(tag, 0, 0, RADIUS));
            String name = tag < 0 ? "other" : plane.tags().get(tag).name();
            marks.add(new Line(name, name, places(order, plane::x), places(order, plane::y),
                    IntStream.range(0, order.length).toArray(), i -> plane.item(order[i]).title() + ", " + name));
        }
        LineDataset dataset = new LineDataset(marks);
        renderer.setDefaultToolTipGenerator(dataset);
        XYPlot plot = new XYPlot(dataset, axis("first component", plane.across()), axis("second component", plane.up()),
                renderer);
        theme.style(plot);
        // Distances mean something, values along an axis do not.
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(PointLabels.inCrowd(labels(plane, drawn, theme), theme, RADIUS));
        return plot;
    }

    private static double[] places(int[] items, IntToDoubleFunction place) {
        return IntStream.of(items).mapToDouble(place).toArray();
    }

    private static NumberAxis axis(String label, double[] ends) {
        NumberAxis axis = Axes.linear(label, "0.##");
        double room = 0.06 * (ends[1] - ends[0]);
        axis.setRange(ends[0] - room, ends[1] + room);
        axis.setTickLabelsVisible(false);
        return axis;
    }

    /** The best known, if they are not all in one place: of neighbours one is named. */
    private static List<PointLabels.Label> labels(ItemPlane plane, int[] drawn, ChartTheme theme) {
        double[] across = plane.across();
        double[] up = plane.up();
        List<PointLabels.Label> labels = new ArrayList<>();
        Set<String> cells = new HashSet<>();
        for (int item : drawn) {
            String cell = Math.round(4 * (plane.x(item) - across[0]) / (across[1] - across[0])) + " "
                    + Math.round(6 * (plane.y(item) - up[0]) / (up[1] - up[0]));
            if (labels.size() < NAMED && inside(plane.x(item), across) && inside(plane.y(item), up)
                    && cells.add(cell)) {
                String title = plane.item(item).title();
                labels.add(new PointLabels.Label(
                        title.length() > MOST_CHARACTERS
                                ? title.substring(0, MOST_CHARACTERS - 1).strip() + "…"
                                : title,
                        plane.x(item), plane.y(item), theme.palette().foreground()));
            }
        }
        return labels;
    }

    private static boolean inside(double value, double[] ends) {
        return value >= ends[0] && value <= ends[1];
    }
}
