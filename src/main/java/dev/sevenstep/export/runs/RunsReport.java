package dev.sevenstep.export.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.OverlayChart;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.SweepRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /**
     * One run.
     *
     * @param name what it is called among the kept runs; empty for one that is not kept
     */
    record Single(RunResult run, String name) implements RunsReport {
        @Override
        public String title() {
            return title(run.title(), name);
        }

        /** The title of a report of a run of this case. */
        public static String title(String of, String name) {
            return name.isEmpty() ? of : of + ": " + name;
        }
    }

    /** A sweep with its trials. */
    record Trials(SweepRecord sweep) implements RunsReport {
        @Override
        public String title() {
            return sweep.trials().stream().findFirst().map(run -> run.title() + ": ").orElse("") + "sweep "
                    + sweep.plan().name();
        }
    }

    /** The best trial of a sweep so far, in a line; empty when there is none. */
    static Optional<String> bestInWords(SweepRecord sweep) {
        return sweep.best().flatMap(run -> sweep.metric().flatMap(spec -> sweep.figure(run)
                .map(figure -> "Best " + spec.label().toLowerCase(Locale.ROOT)
                        + (sweep.plan().unfinished() ? " so far: " : ": ")
                        + Numbers.fixed(figure.value(), spec.decimals()) + " with " + sweep.settings(run) + " ("
                        + run.name() + ")")));
    }
}
