package dev.sevenstep.studio.runs;

import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.RunCurves;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import java.util.List;
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
}
