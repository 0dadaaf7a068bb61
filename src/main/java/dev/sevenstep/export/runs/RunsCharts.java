package dev.sevenstep.export.runs;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.IntervalChart;
import dev.sevenstep.chart.ParallelAxis;
import dev.sevenstep.chart.ParallelChart;
import dev.sevenstep.chart.TradeOffChart;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import java.util.ArrayList;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepRecord;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Charts over several kept runs. */
public final class RunsCharts {
    /** Characters of a name beside an interval, and on an axis. */
    private static final int BESIDE = 26;
    private static final int ON_AXIS = 14;
    /** More names than this do not fit below each other on an axis. */
    private static final int MOST_NAMES = 12;
    /** Ends the name of the approach in the title of an axis. */
    private static final String OWNER = ":";

    private RunsCharts() {
    }

    /** All of an axis, the right way up. */
    public static ParallelAxis axis(RunAxis axis) {
        return ParallelAxis.of(axis.title(), axis.unit(), axis.categories(), axis.values());
    }

    /**
     * Runs as lines over axes, coloured by the first figure among them. Nobody can point at a line on paper: of a few runs the last
     * axis has the names, in the order of the axis before it.
     *
     * @param axes at least one
     * @param marked the line that stands out; empty for none
     */
    public static Chart parallel(List<String> names, List<RunAxis> axes, OptionalInt marked) {
        List<ParallelAxis> drawn = new ArrayList<>(withoutOwner(axes).stream().map(RunsCharts::axis).toList());
        if (names.size() <= MOST_NAMES) {
            double[] last = axes.getLast().values();
            List<Integer> order = IntStream.range(0, names.size()).boxed()
                    .sorted(Comparator.comparingDouble(run -> last[run])).toList();
            List<String> brief = ComparedRuns.brief(names, ON_AXIS);
            drawn.add(ParallelAxis.of("run", "", order.stream().map(brief::get).toList(),
                    IntStream.range(0, names.size()).mapToDouble(order::indexOf).toArray()));
        }
        OptionalInt colour = IntStream.range(0, axes.size()).filter(i -> axes.get(i).isFigure()).findFirst();
        return new ParallelChart(drawn, names, colour, marked).chart();
    }

    /** Titles of figures without the approach they are of, where that is the same in all. */
    private static List<RunAxis> withoutOwner(List<RunAxis> axes) {
        List<String> owners = axes.stream().filter(RunAxis::isFigure)
                .map(axis -> axis.title().substring(0, axis.title().indexOf(OWNER) + 1)).distinct().toList();
        return owners.size() == 1 && !owners.getFirst().isEmpty()
                ? axes.stream().map(axis -> axis.isFigure()
                        ? axis.titled(axis.title().substring(owners.getFirst().length()).strip())
                        : axis).toList()
                : axes;
    }

    /**
     * Runs by two figures; those that lack one are left out.
     *
     * @param pinned ids of runs that are named and ringed
     */
    public static TradeOffChart tradeOff(List<RunRecord> runs, List<String> names, RunAxis across, RunAxis up,
            Set<String> pinned) {
        List<TradeOffChart.Point> points = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Optional<Estimate> x = across.estimates().get(i);
            Optional<Estimate> y = up.estimates().get(i);
            if (x.isPresent() && y.isPresent()) {
                points.add(new TradeOffChart.Point(runs.get(i).id(), names.get(i), x.get(), y.get()));
            }
        }
        return new TradeOffChart(figure(across), figure(up), points, pinned);
    }

    /**
     * The trials of a sweep by what was to be improved and by latency, with the best and the run with the parameters it began from
     * named; empty where no run has both figures.
     */
    public static Optional<TradeOffChart> tradeOff(SweepRecord sweep) {
        List<RunRecord> runs = sweep.runs();
        List<RunAxis> axes = RunAxis.of(runs);
        Set<String> pinned = new HashSet<>();
        sweep.best().ifPresent(run -> pinned.add(run.id()));
        sweep.standard().ifPresent(run -> pinned.add(run.id()));
        List<String> names = runs.stream().map(run -> sweep.trials().contains(run)
                ? trial(run) + (sweep.best().equals(Optional.of(run)) ? ", the best" : "")
                : "as it began").toList();
        return axes.stream().filter(axis -> axis.id().equals(sweep.figureAxis())).findFirst()
                .flatMap(up -> axes.stream().filter(axis -> axis.id().equals(sweep.latencyAxis())).findFirst()
                        .map(across -> tradeOff(runs, names, across, up, pinned)))
                .filter(chart -> !chart.points().isEmpty());
    }

    /** "Trial 3", counted from 1. */
    public static String trial(RunRecord run) {
        return "Trial " + Sweep.number(run).map(number -> number + 1).orElse(0);
    }

    private static TradeOffChart.Axis figure(RunAxis axis) {
        return new TradeOffChart.Axis(axis.title(), axis.unit(), axis.higherIsBetter().orElse(true));
    }

    /** A figure of each run's best approach with its interval. */
    public static Chart intervals(MetricSpec metric, List<RunRecord> runs, List<String> names) {
        return IntervalChart.ofRuns(metric, ComparedRuns.brief(names, BESIDE),
                runs.stream().map(run -> run.best().flatMap(best -> run.metric(best.id(), metric.key()))
                        .orElse(Estimate.exact(Double.NaN))).toList());
    }
}
