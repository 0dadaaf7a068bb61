package dev.sevenstep.chart;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.Bootstrap;
import dev.sevenstep.stats.ThresholdIntervals;
import dev.sevenstep.stats.ThresholdSweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The charts of one run. What is sorted for one chart is kept for the others, so ask one instance for all. Thread-safe.
 */
public final class RunCharts {
    private final RunResult result;
    private final Map<String, ThresholdSweep> sweeps = new ConcurrentHashMap<>();
    private final Map<String, ThresholdIntervals> intervals = new ConcurrentHashMap<>();

    public RunCharts(RunResult result) {
        this.result = result;
    }

    public RunResult result() {
        return result;
    }

    /** The charts that this run has figures for. */
    public List<ChartKind> kinds() {
        List<ChartKind> kinds = new ArrayList<>();
        if (result.binary().isPresent() && result.approaches().stream().anyMatch(Selection::ran)) {
            kinds.addAll(List.of(ChartKind.PRECISION_RECALL, ChartKind.ROC, ChartKind.COST, ChartKind.SCORES,
                    ChartKind.CALIBRATION));
        }
        if (result.binary().isEmpty() && result.approaches().stream().anyMatch(Selection::ran)) {
            kinds.add(ChartKind.INTERVALS);
        }
        if (result.approaches().stream().anyMatch(a -> Selection.ran(a) && a.latency().isPresent())) {
            kinds.addAll(List.of(ChartKind.LATENCY, ChartKind.FRONT));
        }
        // Where size is not among the figures, models differ in kind, and a byte of one is not a byte of another.
        if (result.metrics().stream().anyMatch(metric -> metric.key().equals("bytes"))) {
            kinds.add(ChartKind.SIZE);
        }
        if (result.images().isPresent() && !SearchFront.of(result, Selection.all(result)).isEmpty()) {
            kinds.add(ChartKind.RECALL_SPEED);
        }
        if (coldStart().isPresent()) {
            kinds.add(ChartKind.COLD_START);
        }
        if (MapChart.approach(result, "").isPresent()) {
            kinds.add(ChartKind.MAP);
        }
        return kinds;
    }

    private Optional<ColdStart> coldStart() {
        return result.ranking().flatMap(RankingTest::coldStart);
    }

    /** What a chart shows on paper: of each family the best, but all approaches where each is only a dot or a short line. */
    public Selection shown(ChartKind kind) {
        return kind == ChartKind.FRONT || kind == ChartKind.RECALL_SPEED
                ? Selection.all(result)
                : Selection.bestOfEachFamily(result);
    }

    /** @throws IllegalArgumentException when {@link #kinds} lacks it */
    public Chart chart(ChartKind kind, Selection selection) {
        if (!kinds().contains(kind)) {
            throw new IllegalArgumentException("this run has no figures for the chart " + kind.title());
        }
        return switch (kind) {
            case PRECISION_RECALL -> CurveChart.precisionRecall(this, selection);
            case ROC -> CurveChart.roc(this, selection);
            case COST -> CostChart.of(this, selection);
            case SCORES -> ScoreChart.of(this, selection);
            case CALIBRATION -> CalibrationChart.of(this, selection);
            case INTERVALS -> intervals(result.metrics().getFirst(), selection);
            case LATENCY -> LatencyChart.of(result, selection);
            case FRONT -> front(selection, Trials.NONE, Trials.Latency.TAIL);
            case SIZE -> FrontChart.size(result, selection);
            case MAP -> MapChart.of(result, MapChart.approach(result, selection.focus()).orElseThrow());
            case COLD_START -> ColdStartChart.of(result, coldStart().orElseThrow(), selection);
            case RECALL_SPEED -> SearchFront.chart(result, SearchFront.of(result, selection),
                    result.images().map(ImageTest::cutoff).orElse(0));
        };
    }

    /** Quality against latency with numbers of candidates that were tried after the run. */
    public Chart front(Selection selection, Trials trials, Trials.Latency latency) {
        return FrontChart.of(result, selection, trials, latency);
    }

    /** One figure of each approach with its interval. */
    public Chart intervals(MetricSpec metric, Selection selection) {
        return IntervalChart.of(result, metric, selection);
    }

    /** What follows from the threshold of an approach that ran. */
    public ThresholdSweep sweep(Approach approach) {
        return sweeps.computeIfAbsent(approach.id(), _ -> {
            BinaryTest test = test();
            return new ThresholdSweep(test.labels(), approach.scores(), test.days(), test.entities());
        });
    }

    /** The intervals of what follows from the threshold of an approach that ran. */
    public ThresholdIntervals intervals(Approach approach) {
        return intervals.computeIfAbsent(approach.id(), _ -> {
            BinaryTest test = test();
            return new ThresholdIntervals(test.labels(), approach.scores(), test.days(),
                    Bootstrap.units(test.entities()), test.resampling());
        });
    }

    /** The approach with this id that ran. */
    public Optional<Approach> approach(String id) {
        return result.approaches().stream().filter(a -> a.id().equals(id) && Selection.ran(a)).findFirst();
    }

    BinaryTest test() {
        return result.binary().orElseThrow(() -> new IllegalStateException("the run has no test set of a yes or no"));
    }
}
