package dev.sevenstep.export.pdf;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.export.runs.FigureText;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a run measured, and all that is needed to measure it again. */
final class RunSection {
    private static final String RESULTS = "run-results";
    private static final String PROVENANCE = "run-provenance";

    private static final double MAP_HEIGHT = 120;
    private static final double NAMED_HEIGHT = 78;
    /** Of a page, mm, on which half the width is enough for the names of points. */
    private static final double WIDE = 220;
    private static final int MOST_NAMES = 7;
    /** Parameters that stand below each other on a page that lies on its side. */
    private static final int MOST_BESIDE = 24;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private final ReportFrame frame;
    private final Tree tree;
    private final Source source;
    private final RunResult run;
    private final double width;

    /**
     * What the section tells about.
     *
     * @param theme of the charts
     */
    record Source(RunResult run, ChartTheme theme) {}

    RunSection(ReportFrame frame, Source source) {
        this.frame = frame;
        this.tree = frame.tree();
        this.source = source;
        this.width = frame.textWidth();
        this.run = source.run();
    }

    /** Names the sections to come. */
    static void announce(ReportFrame frame, RunResult run) {
        frame.announce(RESULTS, "", "Measured: " + run.title());
        frame.announce(PROVENANCE, "", "How to get these figures again");
    }

    void add(Element body) {
        Element section = tree.add(body, "div", "section");
        Element opening = tree.add(section, "div", "whole");
        frame.heading(opening, RESULTS);
        Element lead = tree.add(opening, "p", "lead");
        if (run.dataset().simulated()) {
            tree.line(lead, "span", "badge simulated", "simulated data");
            tree.text(lead, " ");
        }
        tree.text(lead, tree.attribute(sentence(run.dataset().note())));
        String tested = run.binary()
                .map(test -> "Tested on " + ValueText.number(test.rows()) + " rows, " + test.period() + ". ")
                .orElse("");
        tree.line(opening, "p", "lead", tested + "Figures in small print are 95 % intervals.");
        metrics(section, opening);
        costs(section);
        pictures(section);
        charts(section);
        Element again = tree.add(body, "div", "section whole tight");
        frame.heading(again, PROVENANCE);
        provenance(again);
    }

    private static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    /** Tables of as many figures as fit beside each other, all of about the same width; the first keeps with the heading. */
    private void metrics(Element section, Element opening) {
        List<MetricSpec> specs = run.metrics();
        int tables = ResultTable.tables(specs.size(), width);
        for (int table = 0; table < tables; table++) {
            metrics(table == 0 ? opening : section,
                    specs.subList(table * specs.size() / tables, (table + 1) * specs.size() / tables), table == 0);
        }
    }

    /** @param all also those that did not run, with the reason */
    private void metrics(Element section, List<MetricSpec> specs, boolean all) {
        ResultTable table = new ResultTable(tree, section, "results", "Approach", specs.stream()
                .map(spec -> spec.unit().isEmpty() ? spec.label() : spec.label() + ", " + spec.unit()).toList());
        for (Approach approach : run.approaches()) {
            if (!all && approach.unavailable().isPresent()) {
                continue;
            }
            Element row = table.row(approach.name());
            if (approach.unavailable().isPresent()) {
                Element cell = tree.line(row, "td", "quiet", "not available: " + approach.unavailable().get());
                cell.setAttribute("colspan", Integer.toString(specs.size()));
                continue;
            }
            for (MetricSpec spec : specs) {
                Estimate estimate = approach.metrics().get(spec.key());
                table.figure(row, estimate == null ? FigureText.NONE : FigureText.of(estimate, spec), false);
            }
        }
    }

    /** What the best approach finds, to be looked at. */
    private void pictures(Element section) {
        String best = Selection.all(run).focus();
        run.images().filter(test -> test.searches().containsKey(best)).ifPresent(test -> {
            PictureSamples samples = new PictureSamples(test, Objects.requireNonNull(test.searches().get(best)),
                    source.theme());
            if (samples.isEmpty()) {
                return;
            }
            Element block = tree.add(section, "div", "whole part");
            tree.line(block, "h2", "", "Queries and what was found");
            tree.line(block, "p", "lead", "By " + run.approaches().stream().filter(each -> each.id().equals(best))
                    .map(Approach::name).findFirst().orElse(best)
                    + ": the first query of each class and its nearest pictures. Those of another class have a dashed"
                    + " frame.");
            frame.drawing(block, "pictures", width, samples.height(), samples.words(), samples::draw);
        });
    }

    /** Two in a row; alone are a map and, on a page that is not wide, points of which many have names. */
    private void charts(Element section) {
        RunCharts charts = new RunCharts(run);
        boolean crowded = width < WIDE && run.approaches().stream().filter(Selection::ran).count() > MOST_NAMES;
        List<Chart> pairs = new ArrayList<>();
        List<Chart> alone = new ArrayList<>();
        for (ChartKind kind : charts.kinds()) {
            if (kind != ChartKind.MAP) {
                Chart chart = charts.chart(kind, charts.shown(kind));
                boolean named = kind == ChartKind.FRONT || kind == ChartKind.SIZE;
                (named && crowded ? alone : pairs).add(chart);
            }
        }
        // The legend of many lines takes height from the lines.
        boolean lines = Selection.bestOfEachFamily(run).shown().size() > MOST_NAMES;
        ReportCharts placed = new ReportCharts(frame, source.theme());
        if (lines) {
            placed.pairs(pairs, NAMED_HEIGHT);
        } else {
            placed.pairs(pairs);
        }
        alone.forEach(chart -> placed.alone(chart, NAMED_HEIGHT));
        if (charts.kinds().contains(ChartKind.MAP)) {
            placed.alone(charts.chart(ChartKind.MAP, charts.shown(ChartKind.MAP)), MAP_HEIGHT);
        }
        placed.add(tree.add(section, "div", "whole"), section, "Charts");
    }

    /** What the approaches ask for: seconds of the run, time of one request, size. */
    private void costs(Element section) {
        Element block = tree.add(section, "div", "whole part");
        tree.line(block, "h2", "", "What they cost to run");
        ResultTable table = new ResultTable(tree, tree.add(block, "div", "costs"), "results", "Approach",
                List.of("All stages, s", "Scoring p50, µs", "Scoring p99, µs", "Model size, kB"));
        for (Approach approach : run.approaches()) {
            if (approach.unavailable().isPresent()) {
                continue;
            }
            Element row = table.row(approach.name());
            double seconds = approach.stages().stream().mapToDouble(StageTime::seconds).sum();
            table.figure(row, Numbers.fixed(seconds, 2));
            table.figure(row, approach.latency().map(profile -> Numbers.fixed(profile.at(50), 1)).orElse("–"));
            table.figure(row, approach.latency().map(profile -> Numbers.fixed(profile.at(99), 1)).orElse("–"));
            table.figure(row, Numbers.fixed(approach.modelBytes() / 1e3, 1));
        }
    }

    /** On a wide page the parameters stand beside the rest, so that all of it stands on one. */
    private void provenance(Element section) {
        boolean beside = width >= WIDE && run.parameters().parameters().size() <= MOST_BESIDE;
        Element left = beside ? tree.add(section, "div", "half") : section;
        origin(left);
        if (beside) {
            stages(left);
            parameters(tree.add(section, "div", "half second"));
        } else {
            parameters(section);
            stages(section);
        }
    }

    private void origin(Element section) {
        Provenance provenance = run.provenance();
        LabelledTable table = LabelledTable.of(tree, section).row("Experiment", run.experiment())
                .row("Data", run.dataset().name() + ", " + ValueText.number(run.dataset().rows()) + " rows"
                        + (run.dataset().simulated() ? ", simulated" : ""))
                .hash(run.dataset().hash()).row("Seed", Long.toString(provenance.seed()))
                .row("Threads", Integer.toString(provenance.threads()))
                .row("Started", TIME.format(provenance.started())).row("Machine", provenance.machine());
        List<String> versions = new ArrayList<>();
        new TreeMap<>(provenance.versions()).forEach((name, version) -> versions.add(name + " " + version));
        table.row("Versions", String.join(", ", versions));
    }

    private void parameters(Element section) {
        Map<String, Object> values = run.parameters().asMap();
        if (!values.isEmpty()) {
            LabelledTable rows = LabelledTable.titled(tree, section, "Parameters");
            for (Parameter parameter : run.parameters().parameters()) {
                rows.row(parameter.label(), setting(parameter, values.get(parameter.key())));
            }
        }
    }

    private void stages(Element section) {
        if (!run.stages().isEmpty()) {
            Element rows = LabelledTable.block(tree, section, "Stages shared by all approaches", "facts figures wide");
            for (StageTime stage : run.stages()) {
                Element row = tree.add(rows, "tr");
                tree.line(row, "th", "label", words(stage.name()));
                tree.line(row, "td", "number", Numbers.fixed(stage.seconds(), 2));
                tree.line(row, "td", "unit", "s");
                tree.line(tree.add(row, "td", "source"), "span", "badge measured", "measured");
            }
        }
    }

    /** "coldStart" as "Cold start". */
    private static String words(String id) {
        String spaced = id.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static String setting(Parameter parameter, @Nullable Object value) {
        return switch (parameter) {
            case Parameter.Whole whole when value instanceof Number year && whole.unit().equals("year") ->
                year.intValue() == 0 ? "–" : year.toString();
            case Parameter.Whole whole when value instanceof Number number ->
                (ValueText.number(number.doubleValue()) + " " + whole.unit()).strip();
            case Parameter.Real real when value instanceof Double number ->
                real.unit().equals("€")
                        ? "€" + ValueText.number(number)
                        : (ValueText.number(number) + " " + real.unit()).strip();
            case Parameter.Choice choice -> choice.options().stream()
                    .filter(option -> option.id().equals(value)).findFirst().map(Parameter.Option::label)
                    .orElse(String.valueOf(value));
            case Parameter.Several _ when Parameter.Several.ALL.equals(value) -> "all";
            case Parameter.Several several -> {
                List<String> ids = List.of(String.valueOf(value).split(","));
                yield several.options().stream().filter(option -> ids.contains(option.id()))
                        .map(Parameter.Option::label).collect(Collectors.joining(", "));
            }
            case Parameter.Flag _ -> Boolean.TRUE.equals(value) ? "yes" : "no";
            case Parameter.File _ when value instanceof String file && !file.isEmpty() ->
                String.valueOf(Path.of(file).getFileName());
            default -> value == null || value.toString().isBlank() ? "–" : value.toString();
        };
    }
}
