package dev.sevenstep.cli;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartFiles;
import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tour}: what a newcomer does in the window, without one. */
@Command(name = "tour", description = {
        "Opens the card-fraud design, runs its case study, and writes the design as PDF, SVG and PNG",
        "and every chart of the run as SVG and PNG."}, mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
    private static final String SAMPLE = "card-fraud";
    private static final int CHART_WIDTH = 720;
    private static final int CHART_HEIGHT = 440;

    private final Console console;
    private final Services services;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "sevenstep-tour", description = "The folder to write to (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    TourCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        Design design = Samples.open(SAMPLE);
        console.line("1. Opened '" + design.title() + "': " + design.components().size() + " components, "
                + design.links().size() + " links.");

        Experiment experiment = services.experiment(design.linkedCase());
        console.line("2. Running '" + experiment.title() + "'.");
        RunResult result = CaseCommand.run(experiment, ParameterValues.of(experiment.parameters()), Services.SEED,
                Runtime.getRuntime().availableProcessors(), console);
        new RunReport(result).lines().forEach(line -> console.line("   " + line));

        Files.createDirectories(out);
        Exporter exporter = services.exporter();
        ExportOptions options = ExportOptions
                .standard(LocalDate.now(services.clock()).atStartOfDay(ZoneOffset.UTC).toInstant());
        for (String extension : new String[]{"pdf", "svg", "png"}) {
            exporter.export(design, Optional.of(result), out.resolve(SAMPLE + "." + extension), options);
        }
        RunCharts charts = new RunCharts(result);
        ChartFiles files = new ChartFiles(new ChartTheme(Palette.LIGHT, new ChartFonts()));
        for (ChartKind kind : charts.kinds()) {
            Chart chart = charts.chart(kind, Selection.bestOfEachFamily(result));
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            files.save(chart, out.resolve(name + ".svg"), CHART_WIDTH, CHART_HEIGHT);
            files.save(chart, out.resolve(name + ".png"), CHART_WIDTH, CHART_HEIGHT);
        }
        console.line("3. Wrote the design as PDF, SVG and PNG and " + charts.kinds().size() + " charts to "
                + out.toAbsolutePath().normalize());
        return ExitCode.OK;
    }
}
