package dev.sevenstep.export.pdf;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.export.diagram.Drawing;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
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
    static final String RESULTS = "run-results";
    static final String PROVENANCE = "run-provenance";

    /** Of the names of approaches, and at least of a figure with its interval, mm. */
    private static final double NAME_WIDTH = 42.5;
    private static final double FIGURE_WIDTH = 25;
    private static final double CHART_GAP = 6;
    /** Charts have a margin of their own, which reaches out of the text, mm; as in the style sheet. */
    private static final double CHART_MARGIN = 2.2;
    private static final double CHART_HEIGHT = 66;
    private static final double MAP_HEIGHT = 120;
    /** Charts are made for the screen; on paper their type is a little smaller than the text around them. */
    private static final double CHART_SCALE = 0.85;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private final Tree tree;
    private final Map<String, Drawing> drawings;
    private final Source source;
    private final RunResult run;
    private final double width;

    /**
     * What the section tells about.
     *
     * @param theme of the charts
     */
    record Source(RunResult run, ChartTheme theme) {}

    /**
     * @param width of the page between its margins, mm
     */
    RunSection(Tree tree, Map<String, Drawing> drawings, Source source, double width) {
        this.tree = tree;
        this.drawings = drawings;
        this.source = source;
        this.width = width;
        this.run = source.run();
    }

    void add(Element body) {
        Element section = tree.add(body, "div", "section");
        Element opening = tree.add(section, "div", "whole");
        heading(opening, RESULTS, "Measured: " + run.title());
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
        heading(again, PROVENANCE, "How to get these figures again");
        provenance(again);
    }

    private void heading(Element parent, String anchor, String title) {
        Element heading = tree.add(parent, "h1");
        heading.setAttribute("id", anchor);
        tree.text(heading, tree.attribute(title));
    }

    private static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    /** Tables of as many figures as fit beside each other, all of about the same width; the first keeps with the heading. */
    private void metrics(Element section, Element opening) {
        List<MetricSpec> specs = run.metrics();
        int most = (int) ((width - NAME_WIDTH) / FIGURE_WIDTH);
        int tables = (specs.size() + most - 1) / most;
        for (int table = 0; table < tables; table++) {
            metrics(table == 0 ? opening : section,
                    specs.subList(table * specs.size() / tables, (table + 1) * specs.size() / tables), table == 0);
        }
    }

    private Element resultTable(Element section, List<String> heads) {
        Element table = tree.add(section, "table", "results");
        Element head = tree.add(tree.add(table, "thead"), "tr");
        tree.line(head, "th", "approach", "Approach").setAttribute("scope", "col");
        for (String text : heads) {
            tree.line(head, "th", "figure", text).setAttribute("scope", "col");
        }
        return tree.add(table, "tbody");
    }

    /** @param all also those that did not run, with the reason */
    private void metrics(Element section, List<MetricSpec> specs, boolean all) {
        Element rows = resultTable(section, specs.stream()
                .map(spec -> spec.unit().isEmpty() ? spec.label() : spec.label() + ", " + spec.unit()).toList());
        for (Approach approach : run.approaches()) {
            if (!all && approach.unavailable().isPresent()) {
                continue;
            }
            Element row = tree.add(rows, "tr");
            tree.line(row, "td", "approach", approach.name());
            if (approach.unavailable().isPresent()) {
                Element cell = tree.line(row, "td", "quiet", "not available: " + approach.unavailable().get());
                cell.setAttribute("colspan", Integer.toString(specs.size()));
                continue;
            }
            for (MetricSpec spec : specs) {
                estimate(tree.add(row, "td", "figure"), approach.metrics().get(spec.key()), spec.decimals());
            }
        }
    }

    private void estimate(Element cell, @Nullable Estimate estimate, int decimals) {
        if (estimate == null || Double.isNaN(estimate.value())) {
            tree.text(cell, "–");
            return;
        }
        tree.line(cell, "p", "", decimal(estimate.value(), decimals));
        if (estimate.low() < estimate.high()) {
            tree.line(cell, "p", "interval",
                    decimal(estimate.low(), decimals) + " to " + decimal(estimate.high(), decimals));
        }
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.UK, "%,." + decimals + "f", value).replace('-', '−');
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
            drawings.put("pictures", samples::draw);
            ReportTree.addObject(tree, block, "pictures", width, samples.height(), samples.words());
        });
    }

    /** Two in a row, a map alone. */
    private void charts(Element section) {
        RunCharts charts = new RunCharts(run);
        if (charts.kinds().isEmpty()) {
            return;
        }
        Element block = tree.add(section, "div", "whole");
        tree.line(block, "h2", "", "Charts");
        List<ChartKind> kinds = charts.kinds().stream().filter(kind -> kind != ChartKind.MAP).toList();
        for (int i = 0; i < kinds.size(); i += 2) {
            Element row = tree.add(block, "div", "charts");
            block = section;
            boolean alone = i + 1 == kinds.size();
            double half = (width + 2 * CHART_MARGIN - CHART_GAP) / 2;
            chart(row, charts, kinds.get(i), alone ? Math.min(width, 170) : half, CHART_HEIGHT);
            if (!alone) {
                chart(row, charts, kinds.get(i + 1), half, CHART_HEIGHT);
            }
        }
        if (charts.kinds().contains(ChartKind.MAP)) {
            chart(tree.add(block, "div", "charts"), charts, ChartKind.MAP, Math.min(width, 170), MAP_HEIGHT);
        }
    }

    private void chart(Element row, RunCharts charts, ChartKind kind, double chartWidth, double height) {
        Chart chart = charts.chart(kind, charts.shown(kind));
        drawings.put(chart.id(), (graphics, w, h) -> draw(chart, graphics, w, h));
        ReportTree.addObject(tree, row, chart.id(), chartWidth, height, chart.description());
    }

    private void draw(Chart chart, Graphics2D graphics, double width, double height) {
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(CHART_SCALE, CHART_SCALE);
        chart.render(source.theme()).draw(graphics,
                new Rectangle2D.Double(0, 0, width / CHART_SCALE, height / CHART_SCALE));
    }

    /** What the approaches ask for: seconds of the run, time of one request, size. */
    private void costs(Element section) {
        Element block = tree.add(section, "div", "whole part");
        tree.line(block, "h2", "", "What they cost to run");
        Element rows = resultTable(tree.add(block, "div", "costs"),
                List.of("All stages, s", "Scoring p50, µs", "Scoring p99, µs", "Model size, kB"));
        for (Approach approach : run.approaches()) {
            if (approach.unavailable().isPresent()) {
                continue;
            }
            Element row = tree.add(rows, "tr");
            tree.line(row, "td", "approach", approach.name());
            double seconds = approach.stages().stream().mapToDouble(StageTime::seconds).sum();
            tree.line(row, "td", "figure", decimal(seconds, 2));
            tree.line(row, "td", "figure",
                    approach.latency().map(profile -> decimal(profile.at(50), 1)).orElse("–"));
            tree.line(row, "td", "figure",
                    approach.latency().map(profile -> decimal(profile.at(99), 1)).orElse("–"));
            tree.line(row, "td", "figure", decimal(approach.modelBytes() / 1e3, 1));
        }
    }

    private void provenance(Element section) {
        Provenance provenance = run.provenance();
        Element table = tree.add(tree.add(tree.add(section, "div", "whole part"), "table", "facts words wide"),
                "tbody");
        fact(table, "Experiment", run.experiment());
        fact(table, "Data", run.dataset().name() + ", " + ValueText.number(run.dataset().rows()) + " rows"
                + (run.dataset().simulated() ? ", simulated" : ""));
        fact(table, "SHA-256 of the data", grouped(run.dataset().hash()));
        fact(table, "Seed", Long.toString(provenance.seed()));
        fact(table, "Threads", Integer.toString(provenance.threads()));
        fact(table, "Started", TIME.format(provenance.started()));
        fact(table, "Machine", provenance.machine());
        List<String> versions = new ArrayList<>();
        new TreeMap<>(provenance.versions()).forEach((name, version) -> versions.add(name + " " + version));
        fact(table, "Versions", String.join(", ", versions));

        Map<String, Object> values = run.parameters().asMap();
        if (!values.isEmpty()) {
            Element rows = block(section, "Parameters", "facts words wide");
            for (Parameter parameter : run.parameters().parameters()) {
                fact(rows, parameter.label(), setting(parameter, values.get(parameter.key())));
            }
        }
        if (!run.stages().isEmpty()) {
            Element rows = block(section, "Stages shared by all approaches", "facts figures wide");
            for (StageTime stage : run.stages()) {
                Element row = tree.add(rows, "tr");
                tree.line(row, "th", "label", words(stage.name()));
                tree.line(row, "td", "number", decimal(stage.seconds(), 2));
                tree.line(row, "td", "unit", "s");
                tree.line(tree.add(row, "td", "source"), "span", "badge measured", "measured");
            }
        }
    }

    /** A heading and its table, on one page if they fit on one; the rows go into what is returned. */
    private Element block(Element section, String title, String style) {
        Element block = tree.add(section, "div", "whole part");
        tree.line(block, "h2", "", title);
        return tree.add(tree.add(block, "table", style), "tbody");
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

    private void fact(Element table, String label, String text) {
        Element row = tree.add(table, "tr");
        tree.line(row, "th", "label", label).setAttribute("scope", "row");
        tree.line(row, "td", "hash", text);
    }

    /** In groups of eight, which people can compare and lines can break at. */
    private static String grouped(String hash) {
        return hash.replaceAll("(.{8})(?=.)", "$1 ");
    }
}
