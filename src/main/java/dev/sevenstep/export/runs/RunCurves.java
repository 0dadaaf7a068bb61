package dev.sevenstep.export.runs;

import dev.sevenstep.chart.OverlayChart;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import dev.sevenstep.tracking.TrackedApproach;
import dev.sevenstep.tracking.TrackingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The curves of runs whose scores were kept, to lie over one another. */
public final class RunCurves {
    /** More lines than this nobody tells apart. */
    private static final int MOST = 8;

    private RunCurves() {
    }

    /**
     * Reads the scores of the first runs that have some; takes a while. A run that cannot be opened is passed over.
     *
     * @param experiments by id, as far as this program has them
     * @param names of the runs, as they shall stand in the legend
     * @param approach id, or {@link RunAxis#BEST} for each run's best
     */
    public static List<OverlayChart.Entry> read(RunStore store, Function<String, Optional<Experiment>> experiments,
            List<RunRecord> runs, List<String> names, String approach) {
        List<OverlayChart.Entry> read = new ArrayList<>();
        for (int i = 0; i < runs.size() && read.size() < MOST; i++) {
            RunRecord run = runs.get(i);
            String name = names.get(i);
            Optional<Experiment> experiment = experiments.apply(run.experiment());
            String id = approach.equals(RunAxis.BEST)
                    ? run.best().map(TrackedApproach::id).orElse("")
                    : approach;
            if (experiment.isPresent() && store.opens(run)) {
                try {
                    RunCharts charts = new RunCharts(store.open(run, experiment.get()));
                    if (charts.result().binary().isPresent()) {
                        charts.approach(id).filter(Selection::ran)
                                .ifPresent(of -> read.add(new OverlayChart.Entry(name, charts, of)));
                    }
                } catch (TrackingException _) {
                    // Whoever shows the curves says how many runs have one; opening the run says why not.
                    continue;
                }
            }
        }
        return read;
    }
}
