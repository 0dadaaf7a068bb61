package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.ParetoFront;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/**
 * What indexes find of the exact neighbours, against the time of a search: each at several efforts, joined by a line that the legend
 * names.
 */
public final class SearchFront {
    private static final double RADIUS = 5;
    private static final double SMALL = 3.5;
    /** Of a mark in the legend. */
    private static final double MARK = 4;

    private SearchFront() {
    }

    /** What a spot stands for; all but those of a line have a name beside them. */
    public enum Sort {
        EFFORT, PINNED, PRESENT
    }

    /**
     * An index at one effort.
     *
     * @param approach id of the approach whose vectors it holds
     * @param line spots of one line are joined, in their order
     * @param name such as "Raw pixels, HNSW, efSearch 64"
     * @param recall of the exact neighbours, the share found
     * @param micros median time of one search
     */
    public record Spot(String approach, String line, String name, Sort sort, double recall, double micros) {}

    /** The spots that a run measured; none where it did not search. */
    static List<Spot> of(RunResult result, Selection selection) {
        List<Spot> spots = new ArrayList<>();
        result.images().ifPresent(test -> selection.of(result).forEach(approach -> spots.addAll(of(approach, test))));
        return spots;
    }

    /** The spots that a run measured of one approach. */
    public static List<Spot> of(Approach approach, ImageTest test) {
        ImageSearch search = test.searches().get(approach.id());
        return search == null
                ? List.of()
                : search.points().stream().map(point -> new Spot(approach.id(), approach.name(),
                        approach.name() + ", " + point.label(), Sort.EFFORT, point.recall(), point.p50Micros()))
                        .toList();
    }

    /**
     * @param result whose approaches give the colours
     * @param cutoff how many neighbours were asked for
     */
    public static Chart chart(RunResult result, List<Spot> spots, int cutoff) {
        boolean[] front = ParetoFront.members(spots.stream().mapToDouble(Spot::recall).toArray(),
                spots.stream().mapToDouble(Spot::micros).toArray());
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < front.length; i++) {
            Spot spot = spots.get(i);
            rows.add(List.of(spot.name(), spot.recall(), spot.micros(), front[i] ? "yes" : "no"));
        }
        return new Chart("recall-speed", ChartKind.RECALL_SPEED.title(), "dashed: the front",
                "Recall at " + cutoff + " against the median time of one search; up and to the left is better.",
                new ChartTable(List.of(new Column("index", ""), new Column("recall@" + cutoff, ""),
                        new Column("p50 of a search", "µs"), new Column("on the front", "")), rows),
                theme -> plot(result, spots, front, cutoff, theme));
    }

    private static XYPlot plot(RunResult result, List<Spot> spots, boolean[] front, int cutoff, ChartTheme theme) {
        double slowest = spots.stream().mapToDouble(Spot::micros).max().orElse(1_000);
        double fastest = spots.stream().mapToDouble(Spot::micros).min().orElse(10);
        double least = spots.stream().mapToDouble(Spot::recall).min().orElse(0);
        LogAxis domain = new LogAxis("p50 of one search, µs (log)", new double[0], Numbers::tick);
        // Room on both sides for names.
        domain.setRange(fastest / 1.8, slowest * 3);
        NumberAxis range = Axes.linear("recall@" + cutoff, "0.0##");
        range.setNumberFormatOverride(new DecimalFormat("0.0##", DecimalFormatSymbols.getInstance(Locale.ROOT)) {
            @Override
            public StringBuffer format(double value, StringBuffer text, FieldPosition position) {
                // The room above 1 is for names; no recall lies there.
                return value > 1 + 1e-9 ? text : super.format(value, text, position);
            }
        });
        double room = Math.max(0.02, 0.12 * (1 - least));
        range.setRange(Math.max(0, least - room), 1 + room);

        Map<String, Look> looks = looks(result, spots, theme.palette());
        Map<String, Integer> marks = marks(spots);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        List<Line> lines = new ArrayList<>();
        for (Spot spot : spots) {
            int index = lines.size();
            Look look = looks.getOrDefault(spot.line(), new Look(theme.palette().muted(), 0));
            boolean full = spot.sort() != Sort.PRESENT && look.pattern() == 0;
            renderer.setSeriesPaint(index, full ? look.color() : theme.palette().surface());
            renderer.setSeriesOutlinePaint(index, look.color());
            renderer.setSeriesOutlineStroke(index, new BasicStroke(2f));
            renderer.setSeriesShape(index, Marks.shape(marks.getOrDefault(spot.line(), 0), radius(spot.sort())));
            lines.add(Line.straight(spot.approach(), spot.name(), new double[]{spot.micros()},
                    new double[]{spot.recall()}, _ -> tip(spot, cutoff)));
        }
        renderer.setUseFillPaint(false);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setDefaultSeriesVisibleInLegend(false);
        LineDataset dataset = new LineDataset(lines);
        renderer.setDefaultToolTipGenerator(dataset);
        XYPlot plot = new XYPlot(dataset, domain, range, renderer);
        theme.style(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(theme.palette().subtle());
        plot.setDomainGridlineStroke(ChartTheme.thin());
        List<Line2D> busy = new ArrayList<>();
        for (int i = 1; i < spots.size(); i++) {
            Spot from = spots.get(i - 1);
            Spot to = spots.get(i);
            if (from.sort() == Sort.EFFORT && to.sort() == Sort.EFFORT && from.line().equals(to.line())) {
                Look look = looks.getOrDefault(to.line(), new Look(theme.palette().muted(), 0));
                renderer.addAnnotation(new XYLineAnnotation(from.micros(), from.recall(), to.micros(), to.recall(),
                        look.stroke(false), look.color()), Layer.BACKGROUND);
                busy.add(new Line2D.Double(from.micros(), from.recall(), to.micros(), to.recall()));
            }
        }
        plot.setFixedLegendItems(legend(spots, looks, marks, theme));
        for (Line2D line : staircase(spots, front, slowest * 3)) {
            busy.add(line);
            renderer.addAnnotation(new XYLineAnnotation(line.getX1(), line.getY1(), line.getX2(), line.getY2(),
                    ChartTheme.dashed(), theme.palette().muted()), Layer.BACKGROUND);
        }
        plot.addAnnotation(new PointLabels(labels(spots, theme.palette()), busy,
                theme, RADIUS));
        return plot;
    }

    /** By line: the approach gives the colour, and each further index of it another pattern. */
    private static Map<String, Look> looks(RunResult result, List<Spot> spots, Palette palette) {
        Map<String, Look> approaches = Look.of(result.approaches(), palette);
        Map<String, Look> looks = new HashMap<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Spot spot : spots) {
            Look base = approaches.getOrDefault(spot.approach(), new Look(palette.muted(), 0));
            looks.computeIfAbsent(spot.line(), _ -> new Look(base.color(),
                    base.pattern() + taken.merge(spot.approach(), 1, Integer::sum) - 1));
        }
        return looks;
    }

    private static double radius(Sort sort) {
        return sort == Sort.EFFORT ? SMALL : RADIUS;
    }

    /** By line, in the order of the legend: printed in greys, lines are told apart by their marks. */
    private static Map<String, Integer> marks(List<Spot> spots) {
        Map<String, Integer> marks = new LinkedHashMap<>();
        spots.forEach(spot -> marks.putIfAbsent(spot.line(), marks.size()));
        return marks;
    }

    /** All lines end near each other at the top, where their names would cover them. */
    private static LegendItemCollection legend(List<Spot> spots, Map<String, Look> looks, Map<String, Integer> marks,
            ChartTheme theme) {
        LegendItemCollection items = new LegendItemCollection();
        Set<String> lines = new LinkedHashSet<>();
        spots.stream().filter(spot -> spot.sort() == Sort.EFFORT).forEach(spot -> lines.add(spot.line()));
        for (String line : lines) {
            Look look = Objects.requireNonNull(looks.get(line));
            items.add(new LegendItem(line, null, null, null, true,
                    Marks.shape(marks.getOrDefault(line, 0), MARK), true,
                    look.pattern() == 0 ? look.color() : theme.palette().surface(), true, look.color(),
                    new BasicStroke(1.5f), true, new Line2D.Double(-12, 0, 12, 0), look.stroke(false), look.color()));
        }
        return items;
    }

    /** Of what was pinned, and of the present one. */
    private static List<PointLabels.Label> labels(List<Spot> spots, Palette palette) {
        List<PointLabels.Label> labels = new ArrayList<>();
        for (Spot spot : spots) {
            if (spot.sort() != Sort.EFFORT) {
                labels.add(new PointLabels.Label(spot.sort() == Sort.PINNED ? spot.name() : "now", spot.micros(),
                        spot.recall(), palette.foreground()));
            }
        }
        return labels;
    }

    private static String tip(Spot spot, int cutoff) {
        return spot.name() + ": recall@" + cutoff + " " + Numbers.fixed(spot.recall(), 3) + ", p50 "
                + Numbers.significant(spot.micros(), 3) + " µs";
    }

    /** Through the members of the front: what can be had in each time. */
    private static List<Line2D> staircase(List<Spot> spots, boolean[] front, double end) {
        List<Spot> members = new ArrayList<>();
        for (int i = 0; i < front.length; i++) {
            if (front[i]) {
                members.add(spots.get(i));
            }
        }
        members.sort(Comparator.comparingDouble(Spot::micros));
        List<Line2D> lines = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            double x = members.get(i).micros();
            double y = members.get(i).recall();
            double next = i + 1 < members.size() ? members.get(i + 1).micros() : end;
            lines.add(new Line2D.Double(x, y, next, y));
            if (i + 1 < members.size()) {
                lines.add(new Line2D.Double(next, y, next, members.get(i + 1).recall()));
            }
        }
        return lines;
    }
}
