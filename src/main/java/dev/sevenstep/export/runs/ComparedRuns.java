package dev.sevenstep.export.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunComparison;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.TrackedApproach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs side by side in words.
 *
 * @param names of the runs, which tell them apart
 */
public record ComparedRuns(RunComparison comparison, List<String> names) {
    private static final int LEGEND = 20;
    private static final String LATENCY = "p99 latency, µs";

    public ComparedRuns {
        names = List.copyOf(names);
    }

    /**
     * What the runs have of one thing.
     *
     * @param cells one a run
     * @param best the run with the best figure, if several have one and one is best
     */
    public record Row(String name, List<FigureText> cells, Optional<Integer> best) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether all runs have the same. */
        public boolean same() {
            return cells.stream().distinct().count() == 1;
        }
    }

    /**
     * The best there is of a figure.
     *
     * @param run the first that reached it, by place
     * @param others how many other runs or approaches reached the same
     */
    public record Best(MetricSpec metric, FigureText figure, int run, String approach, int others) {}

    /** One figure of all approaches that have it. */
    public record ByApproach(String figure, List<Row> rows) {
        public ByApproach {
            rows = List.copyOf(rows);
        }
    }

    /** @param runs at least one */
    public static ComparedRuns of(List<RunRecord> runs) {
        return new ComparedRuns(RunComparison.of(runs), names(runs));
    }

    /** Names that tell runs apart: those of one name get the first digits of their ids. */
    public static List<String> names(List<RunRecord> runs) {
        Map<String, Long> often = runs.stream().collect(Collectors.groupingBy(RunRecord::name, Collectors.counting()));
        return runs.stream()
                .map(run -> often.getOrDefault(run.name(), 1L) > 1 ? run.name() + " " + run.shortId() : run.name())
                .toList();
    }

    /** The names for the legend of a chart on paper. */
    public List<String> briefNames() {
        return brief(names, LEGEND);
    }

    /**
     * Names for a narrow place. Their middle is left out, since names differ at their ends; where that does not tell them apart they
     * stay whole.
     *
     * @param most characters
     */
    static List<String> brief(List<String> names, int most) {
        List<String> brief = names.stream().map(name -> brief(name, most)).toList();
        return brief.stream().distinct().count() == names.stream().distinct().count() ? brief : names;
    }

    private static String brief(String name, int most) {
        int tail = (most - 1) * 3 / 5;
        return name.length() <= most
                ? name
                : name.substring(0, most - 1 - tail).strip() + "…" + name.substring(name.length() - tail).strip();
    }

    public List<RunRecord> runs() {
        return comparison.runs();
    }

    /** Approaches that at least one of the runs has, by id. */
    public Map<String, String> approaches() {
        Map<String, String> approaches = new LinkedHashMap<>();
        runs().stream().flatMap(run -> run.approaches().stream())
                .forEach(approach -> approaches.putIfAbsent(approach.id(), approach.name()));
        return approaches;
    }

    /**
     * What an approach reached.
     *
     * @param approach id, or {@link RunAxis#BEST} for each run's best
     * @param all also what is the same in all of them
     */
    public List<Row> figures(String approach, boolean all) {
        List<Row> rows = new ArrayList<>();
        if (approach.equals(RunAxis.BEST)) {
            rows.add(new Row("Best approach",
                    runs().stream().map(run -> FigureText.plain(bestApproach(run))).toList(), Optional.empty()));
            RunAxis.of(runs()).stream().filter(axis -> axis.id().startsWith("metrics." + RunAxis.BEST + "/"))
                    .filter(axis -> all || axis.differs()).forEach(axis -> rows.add(row(axis)));
            return rows;
        }
        for (RunComparison.Figure figure : comparison.figures()) {
            if (figure.approach().equals(approach) && (all || figure.differs())) {
                MetricSpec metric = figure.metric();
                rows.add(new Row(named(metric.label(), metric.unit()), texts(figure), figure.best()));
            }
        }
        rows.add(new Row(LATENCY, latencies(approach), Optional.empty()));
        return rows;
    }

    private List<FigureText> latencies(String approach) {
        return runs().stream().map(run -> run.approach(approach).flatMap(TrackedApproach::latency)
                .map(latency -> FigureText.plain(Numbers.grouped(latency.p99(), 3))).orElse(FigureText.NONE)).toList();
    }

    /** Every figure of every approach; figures that are the same in all runs are left out. */
    public List<ByApproach> byFigure() {
        Map<String, List<RunComparison.Figure>> byMetric = comparison.figures().stream().collect(
                Collectors.groupingBy(figure -> figure.metric().key(), LinkedHashMap::new, Collectors.toList()));
        List<ByApproach> tables = new ArrayList<>();
        for (List<RunComparison.Figure> figures : byMetric.values()) {
            MetricSpec metric = figures.getFirst().metric();
            if (figures.stream().anyMatch(RunComparison.Figure::differs)) {
                tables.add(new ByApproach(named(metric.label(), metric.unit()), figures.stream()
                        .map(figure -> new Row(figure.approachName(), texts(figure), figure.best())).toList()));
            }
        }
        tables.add(new ByApproach(LATENCY, approaches().entrySet().stream()
                .map(of -> new Row(of.getValue(), latencies(of.getKey()), Optional.empty()))
                .filter(row -> row.cells().stream().anyMatch(cell -> !cell.equals(FigureText.NONE))).toList()));
        return tables;
    }

    private static List<FigureText> texts(RunComparison.Figure figure) {
        return figure.values().stream().map(value -> value
                .map(estimate -> FigureText.of(estimate, figure.metric())).orElse(FigureText.NONE)).toList();
    }

    /** @param all also those that are the same in all runs */
    public List<Row> parameters(boolean all) {
        return settings(all, true);
    }

    /** Data, seed, threads, versions, machine. */
    public List<Row> madeWith(boolean all) {
        return settings(all, false);
    }

    private List<Row> settings(boolean all, boolean parameters) {
        return comparison.settings().stream().filter(setting -> all || setting.differs())
                .filter(setting -> setting.parameter() == parameters)
                .map(setting -> new Row(setting.name(), setting.values().stream()
                        .map(value -> value.isEmpty() ? FigureText.NONE : FigureText.plain(value)).toList(),
                        Optional.empty()))
                .toList();
    }

    /** Of every figure the best among all approaches of all runs. */
    public List<Best> bests() {
        Map<String, List<RunComparison.Figure>> byMetric = comparison.figures().stream().collect(
                Collectors.groupingBy(figure -> figure.metric().key(), LinkedHashMap::new, Collectors.toList()));
        return byMetric.values().stream().flatMap(figures -> best(figures).stream()).toList();
    }

    private static Optional<Best> best(List<RunComparison.Figure> figures) {
        record Place(RunComparison.Figure figure, int run, Estimate estimate) {}
        List<Place> places = new ArrayList<>();
        for (RunComparison.Figure figure : figures) {
            for (int run = 0; run < figure.values().size(); run++) {
                int at = run;
                figure.values().get(run).ifPresent(estimate -> places.add(new Place(figure, at, estimate)));
            }
        }
        MetricSpec metric = figures.getFirst().metric();
        Comparator<Place> order = Comparator.comparingDouble(place -> place.estimate().value());
        return places.stream().min(metric.higherIsBetter() ? order.reversed() : order)
                .map(best -> new Best(metric, FigureText.of(best.estimate(), metric), best.run(),
                        best.figure().approachName(),
                        (int) places.stream().filter(place -> order.compare(place, best) == 0).count() - 1));
    }

    /** The best of the first figure, and where, as a sentence without a stop; empty when there is none alone. */
    public String bestInWords() {
        Optional<MetricSpec> metric = runs().stream().flatMap(run -> run.metrics().stream()).findFirst();
        if (metric.isEmpty()) {
            return "";
        }
        return RunAxis.of(runs()).stream()
                .filter(axis -> axis.id().equals("metrics." + RunAxis.BEST + "/" + metric.get().key())).findFirst()
                .flatMap(axis -> best(axis).map(run -> "Best " + metric.get().label().toLowerCase(Locale.ROOT) + ": "
                        + axis.estimates().get(run).map(Estimate::value)
                                .map(value -> Numbers.fixed(value, metric.get().decimals())).orElse("–")
                        + " in " + names.get(run) + ", " + bestApproach(runs().get(run))))
                .orElse("");
    }

    /** The name of the approach that is best in a run; a dash when none is. */
    public static String bestApproach(RunRecord run) {
        return run.best().map(TrackedApproach::name).orElse("–");
    }

    private static String named(String label, String unit) {
        return unit.isEmpty() ? label : label + ", " + unit;
    }

    private Row row(RunAxis axis) {
        String title = axis.title().substring(axis.title().indexOf(": ") + 2);
        Optional<MetricSpec> metric = metrics().filter(spec -> axis.id().endsWith("/" + spec.key())).findFirst();
        return new Row(named(title, axis.unit()), axis.estimates().stream().map(value -> value.map(estimate -> metric
                .map(spec -> FigureText.of(estimate, spec))
                .orElseGet(() -> FigureText.plain(Numbers.grouped(estimate.value(), 3)))).orElse(FigureText.NONE))
                .toList(), best(axis));
    }

    private Stream<MetricSpec> metrics() {
        return runs().stream().flatMap(run -> run.metrics().stream());
    }

    private static Optional<Integer> best(RunAxis axis) {
        double sign = axis.higherIsBetter().orElse(true) ? 1 : -1;
        List<Integer> present = IntStream.range(0, axis.values().length)
                .filter(i -> !Double.isNaN(axis.values()[i])).boxed().toList();
        Optional<Integer> best = present.stream().max(Comparator.comparingDouble(i -> sign * axis.values()[i]));
        boolean alone = best.isPresent()
                && present.stream().filter(i -> axis.values()[i] == axis.values()[best.get()]).count() == 1;
        return alone && present.size() > 1 ? best : Optional.empty();
    }
}
