package dev.sevenstep.studio.runs;

import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.RunCurves;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.SweepRecord;
import dev.sevenstep.tracking.TrackingException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A report that could be written of what is on screen.
 *
 * @param report makes it, off the JavaFX thread: it reads from the disk
 */
record ReportOffer(String title, Supplier<RunsReport> report) {

    /** Of runs side by side. */
    static ReportOffer of(RunsContext context, List<RunRecord> runs) {
        return new ReportOffer(RunsReport.Comparison.title(runs), () -> {
            ComparedRuns compared = ComparedRuns.of(runs);
            return new RunsReport.Comparison(compared, RunCurves.read(context.store(), context::experiment,
                    runs, compared.briefNames(), RunAxis.BEST));
        });
    }

    /** Of one run, which must have been kept with its charts. */
    static ReportOffer of(RunsContext context, RunRecord run) {
        return new ReportOffer(RunsReport.Single.title(run.title(), run.name()),
                () -> new RunsReport.Single(context.store().open(run, context.experiment(run.experiment())
                        .orElseThrow(() -> new TrackingException("This program has no case '" + run.experiment()
                                + "'."))),
                        run.name()));
    }

    /** Of a sweep with a trial. */
    static Optional<ReportOffer> of(SweepRecord sweep) {
        RunsReport.Trials report = new RunsReport.Trials(sweep);
        return sweep.trials().isEmpty()
                ? Optional.empty()
                : Optional.of(new ReportOffer(report.title(), () -> report));
    }
}
