package dev.sevenstep.export.pdf;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.OverlayChart;
import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.FigureText;
import dev.sevenstep.export.runs.RunsCharts;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunComparison;
import dev.sevenstep.tracking.RunRecord;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Runs side by side on paper. A run is a row, so that any number of them has room; figures and settings are columns, in as many
 * tables as the page is wide for.
 */
final class ComparisonReport {
    private static final String RUNS = "runs";
    private static final String FIGURES = "figures";
    private static final String CHARTS = "charts";
    private static final String APPROACHES = "approaches";
    private static final String AGAIN = "again";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK)
            .withZone(ZoneOffset.UTC);
    private static final String HASH = "SHA-256 of the data";
    private static final double CURVES_HEIGHT = 78;
    private static final double PARALLEL_HEIGHT = 84;

    private final ReportFrame frame;
    private final Tree tree;
    private final ChartTheme theme;
    private final RunsReport.Comparison report;
    private final ComparedRuns compared;

    /** @param theme of the charts */
    ComparisonReport(ReportFrame frame, RunsReport.Comparison report, ChartTheme theme) {
        this.frame = frame;
        this.tree = frame.tree();
        this.theme = theme;
        this.report = report;
        this.compared = report.compared();
    }

    Document build(String styleSheet) {
        frame.announce(RUNS, "", "What differs");
        frame.announce(FIGURES, "", "What they reached");
        frame.announce(CHARTS, "", "Charts");
        if (compared.approaches().size() > 1) {
            frame.announce(APPROACHES, "", "All approaches, figure by figure");
        }
        frame.announce(AGAIN, "", "How to get these figures again");
        String best = compared.bestInWords();
        int approaches = compared.approaches().size();
        Element body = frame.open(new ReportFrame.Cover("Runs side by side", report.title(), report.title(), "",
                best.isEmpty() ? "" : best + ".", List.of(compared.runs().size() + " runs",
                        approaches + (approaches == 1 ? " approach" : " approaches"))),
                styleSheet);
        differences(tree.add(body, "div", "section"));
        figures(tree.add(body, "div", "section"));
        charts(tree.add(body, "div", "section"));
        if (approaches > 1) {
            approaches(tree.add(body, "div", "section"));
        }
        again(tree.add(body, "div", "section tight"));
        return frame.close("The store of runs");
    }

    private void differences(Element section) {
        Element opening = whole(section);
        frame.heading(opening, RUNS);
        Optional<MetricSpec> first = compared.runs().stream().flatMap(run -> run.metrics().stream()).findFirst();
        List<String> heads = new ArrayList<>(List.of("Started, UTC", "Best approach"));
        first.ifPresent(metric -> heads.add(metric.label()));
        ResultTable table = new ResultTable(tree, opening, style("results settings"), "Run", heads);
        for (int run = 0; run < compared.runs().size(); run++) {
            RunRecord record = compared.runs().get(run);
            Element row = table.row(compared.names().get(run));
            table.figure(row, TIME.format(record.started()));
            table.figure(row, ComparedRuns.bestApproach(record));
            first.ifPresent(metric -> table.figure(row, record.best()
                    .flatMap(best -> record.metric(best.id(), metric.key()))
                    .map(estimate -> FigureText.of(estimate, metric)).orElse(FigureText.NONE), false));
        }
        List<ComparedRuns.Row> parameters = compared.parameters(false);
        if (parameters.isEmpty()) {
            tree.line(section, "p", "lead", "All runs have the same parameters.");
        }
        tables(whole(section), section, "Parameters that differ", parameters, "results settings");
        // Whole hashes stand where the runs can be made again.
        tables(whole(section), section, "What else differs in how they were made", compared.madeWith(false).stream()
                .filter(row -> !row.name().equals(RunComparison.HASH)).toList(), "results settings");
    }

    private void figures(Element section) {
        Element opening = whole(section);
        frame.heading(opening, FIGURES);
        tree.line(opening, "p", "lead", "Figures in small print are 95 % intervals.");
        tree.line(opening, "h2", "", "The best of each figure, and where");
        ResultTable bests = new ResultTable(tree, opening, "results settings", "Figure",
                List.of("Best", "Run", "Approach"));
        for (ComparedRuns.Best best : compared.bests()) {
            MetricSpec metric = best.metric();
            Element row = bests.row(metric.unit().isEmpty() ? metric.label() : metric.label() + ", " + metric.unit());
            bests.figure(row, best.figure(), false);
            bests.figure(row, compared.names().get(best.run())
                    + (best.others() == 0 ? "" : " and in " + best.others() + " more"));
            bests.figure(row, best.approach());
        }
        tables(whole(section), section, "The best approach of each run", compared.figures(RunAxis.BEST, false),
                "results");
    }

    /** A table for each figure: approaches below each other, runs beside each other. */
    private void approaches(Element section) {
        int runs = compared.runs().size();
        boolean intervals = runs <= ResultTable.most(frame.textWidth());
        int most = intervals ? runs : ResultTable.mostPlain(frame.textWidth());
        int tables = (runs + most - 1) / most;
        Element parent = whole(section);
        frame.heading(parent, APPROACHES);
        tree.line(parent, "p", "lead", "The best of a line is in heavier print"
                + (intervals ? "; in small print are 95 % intervals." : "."));
        for (ComparedRuns.ByApproach figure : compared.byFigure()) {
            for (int i = 0; i < tables; i++) {
                table(parent, figure, i * runs / tables, (i + 1) * runs / tables, intervals);
                parent = section;
            }
        }
    }

    /** Of the runs from the first number on, before the second. */
    private void table(Element parent, ComparedRuns.ByApproach figure, int from, int to, boolean intervals) {
        ResultTable table = new ResultTable(tree, parent, "results lines", figure.figure(),
                compared.briefNames().subList(from, to));
        for (ComparedRuns.Row line : figure.rows()) {
            Element row = table.row(line.name());
            if (line.same()) {
                table.across(row, line.cells().getFirst().value() + " in all runs", to - from);
                continue;
            }
            for (int run = from; run < to; run++) {
                table.line(row, line.cells().get(run), line.best().equals(Optional.of(run)), intervals);
            }
        }
    }

    private Element whole(Element section) {
        return tree.add(section, "div", "whole");
    }

    /**
     * A table of as many columns as fit, and more of them for the others.
     *
     * @param opening gets the first with its heading
     */
    private void tables(Element opening, Element section, String title, List<ComparedRuns.Row> columns, String style) {
        int tables = ResultTable.tables(columns.size(), frame.textWidth());
        Element parent = opening;
        if (tables > 0) {
            tree.line(parent, "h2", "", title);
        }
        for (int i = 0; i < tables; i++) {
            List<ComparedRuns.Row> some = columns.subList(i * columns.size() / tables,
                    (i + 1) * columns.size() / tables);
            ResultTable table = new ResultTable(tree, parent, style(style), "Run",
                    some.stream().map(ComparedRuns.Row::name).toList());
            for (int run = 0; run < compared.runs().size(); run++) {
                Element row = table.row(compared.names().get(run));
                for (ComparedRuns.Row column : some) {
                    table.figure(row, spaced(column.cells().get(run)), column.best().equals(Optional.of(run)));
                }
            }
            parent = section;
        }
    }

    /** A list without spaces breaks at its commas. */
    private static FigureText spaced(FigureText text) {
        return text.hasInterval() ? text : FigureText.plain(text.value().replaceAll(",(?=[a-z])", ", "));
    }

    private String style(String style) {
        return compared.runs().size() > ResultTable.LONG ? style + " long" : style;
    }

    private void charts(Element section) {
        Element opening = whole(section);
        frame.heading(opening, CHARTS);
        List<Chart> intervals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        compared.runs().stream().flatMap(run -> run.metrics().stream()).filter(metric -> seen.add(metric.key()))
                .limit(2).map(metric -> RunsCharts.intervals(metric, compared.runs(), compared.names()))
                .forEach(intervals::add);
        ReportCharts charts = new ReportCharts(frame, theme).pairs(intervals);
        if (!report.curves().isEmpty()) {
            charts.pairs(List.of(OverlayChart.of(ChartKind.PRECISION_RECALL, report.curves(), ""),
                    OverlayChart.of(ChartKind.ROC, report.curves(), "")), CURVES_HEIGHT);
        }
        charts.wide(
                RunsCharts.parallel(compared.names(), RunAxis.telling(RunAxis.of(compared.runs())),
                        OptionalInt.empty()),
                PARALLEL_HEIGHT).add(opening, section, "Of each run's best approach");
    }

    private void again(Element section) {
        Element opening = whole(section);
        frame.heading(opening, AGAIN);
        tree.line(opening, "p", "lead",
                "A run of the store is made again, and compared to the last digit, by: sevenstep"
                        + " runs rerun and the first digits of its id.");
        boolean oneHash = compared.runs().stream().map(run -> run.dataset().hash()).distinct().count() == 1;
        ResultTable runs = new ResultTable(tree, opening, style("results settings"), "Run",
                oneHash ? List.of("Id") : List.of("Id", HASH));
        for (int run = 0; run < compared.runs().size(); run++) {
            Element row = runs.row(compared.names().get(run));
            runs.figure(row, LabelledTable.grouped(compared.runs().get(run).id()));
            if (!oneHash) {
                runs.figure(row, LabelledTable.grouped(compared.runs().get(run).dataset().hash()));
            }
        }
        same(section, "Made with, the same in all runs", compared.madeWith(true), compared.madeWith(false));
        same(section, "Parameters that are the same in all runs", compared.parameters(true),
                compared.parameters(false));
    }

    private void same(Element section, String title, List<ComparedRuns.Row> all, List<ComparedRuns.Row> differ) {
        List<ComparedRuns.Row> rest = all.stream().filter(row -> !differ.contains(row)).toList();
        if (!rest.isEmpty()) {
            LabelledTable table = LabelledTable.titled(tree, section, title);
            for (ComparedRuns.Row row : rest) {
                FigureText text = row.cells().getFirst();
                if (row.name().equals(RunComparison.HASH)) {
                    table.hash(text.value());
                } else {
                    table.row(row.name(), spaced(text).value());
                }
            }
        }
    }
}
