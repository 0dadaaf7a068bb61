package dev.sevenstep.export.pdf;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One run on paper, without a design around it. */
final class SingleReport {
    private final ReportFrame frame;
    private final RunsReport.Single report;

    SingleReport(ReportFrame frame, RunsReport.Single report) {
        this.frame = frame;
        this.report = report;
    }

    Document build(String styleSheet, RunSection section) {
        RunResult run = report.run();
        RunSection.announce(frame, run);
        int approaches = run.approaches().size();
        List<String> facts = new ArrayList<>(List.of(approaches + (approaches == 1 ? " approach" : " approaches"),
                "seed " + run.provenance().seed()));
        if (!report.name().isEmpty()) {
            facts.addFirst("run " + report.name());
        }
        Element body = frame.open(new ReportFrame.Cover("Run of a case study", run.title(), report.title(), "",
                best(run).orElse(""), facts), styleSheet);
        section.add(body);
        return frame.close("The store of runs");
    }

    private static Optional<String> best(RunResult run) {
        String id = Selection.all(run).focus();
        return run.metrics().stream().findFirst().flatMap(metric -> run.approaches().stream()
                .filter(approach -> approach.id().equals(id) && approach.metrics().containsKey(metric.key()))
                .findFirst()
                .map(approach -> words(metric, approach)));
    }

    private static String words(MetricSpec metric, Approach approach) {
        return "Best " + metric.label().toLowerCase(Locale.ROOT) + ": "
                + Optional.ofNullable(approach.metrics().get(metric.key()))
                        .map(figure -> Numbers.fixed(figure.value(), metric.decimals())).orElse("–")
                + ", by " + approach.name() + ".";
    }
}
