package dev.sevenstep.export.pdf;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.TradeOffChart;
import dev.sevenstep.export.runs.FigureText;
import dev.sevenstep.export.runs.RunsCharts;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepRecord;
import dev.sevenstep.tracking.TrackedApproach;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A sweep on paper: what was searched, the best, the trade-off, every trial, and how to make them again. */
final class SweepReport {
    private static final String SEARCHED = "searched";
    private static final String FOUND = "found";
    private static final String TRIALS = "trials";
    private static final String AGAIN = "again";
    private static final double TRADE_OFF_HEIGHT = 92;
    private static final double PARALLEL_HEIGHT = 92;
    /** Columns of a trial besides its settings: its number, run, figure, p99; and the least width of one, mm. */
    private static final int OTHERS = 4;
    private static final double COLUMN = 20;

    private final ReportFrame frame;
    private final Tree tree;
    private final ChartTheme theme;
    private final RunsReport.Trials report;
    private final SweepRecord sweep;
    private final SweepPlan plan;
    private final Optional<TradeOffChart> tradeOff;
    private final Set<String> front = new HashSet<>();

    /** @param theme of the charts */
    SweepReport(ReportFrame frame, RunsReport.Trials report, ChartTheme theme) {
        this.frame = frame;
        this.tree = frame.tree();
        this.theme = theme;
        this.report = report;
        this.sweep = report.sweep();
        this.plan = sweep.plan();
        tradeOff = RunsCharts.tradeOff(sweep);
        tradeOff.ifPresent(chart -> {
            boolean[] members = chart.front();
            for (int i = 0; i < members.length; i++) {
                if (members[i]) {
                    front.add(chart.points().get(i).id());
                }
            }
        });
    }

    Document build(String styleSheet) {
        boolean any = !sweep.trials().isEmpty();
        frame.announce(SEARCHED, "", "What was searched");
        if (any) {
            frame.announce(FOUND, "", "What was found");
            frame.announce(TRIALS, "", "Trials");
        }
        frame.announce(AGAIN, "", "How to get these figures again");
        int made = sweep.trials().size();
        Element body = frame.open(new ReportFrame.Cover("Search for parameters", report.title(), report.title(), "",
                RunsReport.bestInWords(sweep).map(words -> words + ".").orElse("No trial was kept."),
                List.of(made + (made == 1 ? " trial" : " trials"), ended())), styleSheet);
        searched(tree.add(body, "div", "section"));
        if (any) {
            found(tree.add(body, "div", "section"));
            trials(tree.add(body, "div", "section"));
        }
        again(tree.add(body, "div", "section whole tight"));
        return frame.close("The store of runs");
    }

    private String ended() {
        return plan.unfinished() ? "not finished" : plan.ended();
    }

    private void searched(Element section) {
        Element opening = tree.add(section, "div", "whole");
        frame.heading(opening, SEARCHED);
        LabelledTable facts = LabelledTable.of(tree, opening)
                .row("Case", sweep.trials().stream().findFirst().map(RunRecord::title).orElse(plan.experiment()))
                .row("To improve", sweep.metric().map(this::goal).orElse(plan.objective().metric()));
        for (String vary : plan.vary()) {
            int equals = vary.indexOf('=');
            facts.row("Varied: " + vary.substring(0, equals), values(vary.substring(equals + 1)));
        }
        facts.row("Search", switch (plan.method()) {
            case GRID -> "grid: every combination";
            case RANDOM -> "random: anywhere in the space";
            case BAYES -> "Bayesian: by what was found so far";
        }).row("Budget", "at most " + Numbers.whole(plan.budget().trials()) + " trials, none begun after "
                + Numbers.significant(plan.budget().seconds() / 60, 3) + " minutes"
                + (plan.budget().patience() == 0
                        ? ""
                        : ", stopped after " + plan.budget().patience() + " without a better one"))
                .row("Ended", ended());
    }

    private String goal(MetricSpec metric) {
        return approach() + ": " + metric.label() + (metric.unit().isEmpty() ? "" : ", " + metric.unit())
                + (metric.higherIsBetter() ? " (more is better)" : " (less is better)");
    }

    private String approach() {
        String id = plan.objective().approach();
        return sweep.trials().stream().flatMap(run -> run.approach(id).stream()).findFirst()
                .map(TrackedApproach::name).orElse(id);
    }

    /** "7..28:log" as "7 to 28, by ratio". */
    private static String values(String text) {
        boolean log = text.endsWith(":log");
        String plain = log ? text.substring(0, text.length() - 4) : text;
        return plain.replace("..", " to ").replaceAll(",\\s*", ", ") + (log ? ", by ratio" : "");
    }

    private void found(Element section) {
        Element opening = tree.add(section, "div", "whole");
        frame.heading(opening, FOUND);
        sweep.best().ifPresent(best -> {
            LabelledTable facts = LabelledTable.of(tree, opening).row("Best trial",
                    name(best) + ", run " + best.name());
            sweep.keys().forEach(key -> facts.row(key, best.parameters().getOrDefault(key, "–")));
            sweep.metric().ifPresent(metric -> {
                facts.row(metric.label(), figure(best, metric).line());
                sweep.standard().filter(run -> !run.equals(best)).ifPresent(
                        run -> facts.row("With the parameters it began from", figure(run, metric).line()));
            });
            facts.row("p99 latency, µs", p99(best));
        });
        List<String> names = sweep.trials().stream().map(this::name).toList();
        List<RunAxis> all = RunAxis.of(sweep.trials());
        List<RunAxis> axes = sweep.axes().stream()
                .flatMap(id -> all.stream().filter(axis -> axis.id().equals(id))).toList();
        ReportCharts charts = new ReportCharts(frame, theme);
        tradeOff.map(TradeOffChart::chart).ifPresent(chart -> charts.wide(chart, TRADE_OFF_HEIGHT));
        if (!axes.isEmpty()) {
            Chart parallel = RunsCharts.parallel(names, axes,
                    sweep.best().map(best -> OptionalInt.of(sweep.trials().indexOf(best)))
                            .orElse(OptionalInt.empty()));
            charts.wide(parallel, PARALLEL_HEIGHT);
        }
        charts.add(tree.add(section, "div", "whole"), section, "Charts");
    }

    private String name(RunRecord run) {
        return RunsCharts.trial(run);
    }

    private FigureText figure(RunRecord run, MetricSpec metric) {
        return sweep.figure(run).map(estimate -> FigureText.of(estimate, metric)).orElse(FigureText.NONE);
    }

    private String p99(RunRecord run) {
        return sweep.p99Micros(run).map(micros -> Numbers.significant(micros, 3)).orElse("–");
    }

    /** Settings in columns of their own, or in words where there are too many. */
    private void trials(Element section) {
        Element opening = tree.add(section, "div", sweep.trials().size() > ResultTable.LONG ? "" : "whole");
        frame.heading(opening, TRIALS);
        List<String> keys = sweep.keys();
        boolean apart = (keys.size() + OTHERS) * COLUMN <= frame.textWidth();
        List<String> heads = new ArrayList<>(List.of("Run"));
        heads.addAll(apart ? keys : List.of("Settings"));
        sweep.metric().ifPresent(metric -> heads.add(metric.label()));
        heads.add("p99, µs");
        ResultTable table = new ResultTable(tree, opening, "results settings trials"
                + (sweep.trials().size() > ResultTable.LONG ? " long" : ""), "Trial", heads);
        Optional<RunRecord> best = sweep.best();
        for (RunRecord run : sweep.trials()) {
            boolean isBest = best.equals(Optional.of(run));
            Element row = table.row(name(run), front.contains(run.id()) ? "on the front" : "");
            table.figure(row, run.shortId());
            if (apart) {
                keys.forEach(key -> table.figure(row, run.parameters().getOrDefault(key, "–")));
            } else {
                table.figure(row, sweep.settings(run));
            }
            sweep.metric().ifPresent(metric -> table.figure(row, figure(run, metric), isBest));
            table.figure(row, p99(run));
        }
    }

    private void again(Element section) {
        frame.heading(section, AGAIN);
        tree.line(section, "p", "lead",
                "Every trial is a kept run, which is made again, and compared to the last digit, by:"
                        + " sevenstep runs rerun and its id in the table.");
        LabelledTable facts = LabelledTable.of(tree, section);
        facts.row("Experiment", plan.experiment()).row("Seed", Long.toString(plan.seed()));
        sweep.trials().stream().findFirst().ifPresent(run -> {
            boolean one = sweep.trials().stream().map(each -> each.dataset().hash()).distinct().count() == 1;
            facts.row("Data", run.dataset().name() + (one ? ", " + Numbers.whole(run.dataset().rows()) + " rows" : "")
                    + (run.dataset().simulated() ? ", simulated" : ""));
            facts.row("SHA-256 of the data",
                    one ? LabelledTable.grouped(run.dataset().hash()) : "another with each setting; its run has it");
            facts.row("Machine", run.machine());
            List<String> versions = new ArrayList<>();
            new TreeMap<>(run.versions()).forEach((name, version) -> versions.add(name + " " + version));
            facts.row("Versions", String.join(", ", versions));
        });
        Map<String, String> fixed = new TreeMap<>(plan.base());
        sweep.keys().forEach(fixed::remove);
        if (!fixed.isEmpty()) {
            LabelledTable rows = LabelledTable.titled(tree, section, "Parameters that stayed");
            plan.base().forEach((key, value) -> {
                if (fixed.containsKey(key)) {
                    rows.row(key, value.isBlank() ? "–" : value.replaceAll(",(?=[a-z])", ", "));
                }
            });
        }
    }
}
