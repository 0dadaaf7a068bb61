package dev.sevenstep.export.runs;

import dev.sevenstep.chart.OverlayChart;
import dev.sevenstep.tracking.RunRecord;
import java.util.List;

/** What a report of kept runs tells about. */
public sealed interface RunsReport {

    /** For people; also the name that is suggested for the file. */
    String title();

    /**
     * Runs side by side.
     *
     * @param curves of those whose scores were kept, of each run's best approach
     */
    record Comparison(ComparedRuns compared, List<OverlayChart.Entry> curves) implements RunsReport {
        public Comparison {
            curves = List.copyOf(curves);
        }

        @Override
        public String title() {
            return title(compared.runs());
        }

        /** The title of a report of these runs. */
        public static String title(List<RunRecord> runs) {
            List<String> cases = runs.stream().map(RunRecord::title).distinct().toList();
            return (cases.size() == 1 ? cases.getFirst() + ": " : "") + runs.size() + " runs compared";
        }
    }
}
