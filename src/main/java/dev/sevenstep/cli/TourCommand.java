package dev.sevenstep.cli;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
    public Integer call() {
        CaseCommand.prepare(out);
        Design design = Samples.open(SAMPLE);
        console.line("1. Opened '" + design.title() + "': " + design.components().size() + " components, "
                + design.links().size() + " links.");

        Experiment experiment = services.experiment(design.linkedCase());
        console.line("2. Running '" + experiment.title() + "'.");
        RunResult result = CaseCommand.run(experiment, ParameterValues.of(experiment.parameters()), Services.SEED,
                Runtime.getRuntime().availableProcessors(), console);
        new RunReport(result).lines().forEach(line -> console.line("   " + line));

        Exporter exporter = services.exporter();
        ExportOptions options = ExportOptions
                .standard(LocalDate.now(services.clock()).atStartOfDay(ZoneOffset.UTC).toInstant());
        for (String extension : new String[]{"pdf", "svg", "png"}) {
            exporter.export(design, Optional.of(result), out.resolve(SAMPLE + "." + extension), options);
        }
        CaseCommand.written(out, () -> {
            int charts = new RunFiles(result).charts(out, List.of("svg", "png"));
            console.line("3. Wrote the design as PDF, SVG and PNG and " + charts + " charts to "
                    + out.toAbsolutePath().normalize());
        });
        return ExitCode.OK;
    }
}
