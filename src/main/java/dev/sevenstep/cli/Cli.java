package dev.sevenstep.cli;

import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.exchange.ImportException;
import dev.sevenstep.export.ExportException;
import dev.sevenstep.pipeline.FileProblem;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.tracking.TrackingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(name = "sevenstep", mixinStandardHelpOptions = true, versionProvider = Cli.Version.class, header = {
        "The whiteboard that runs: design machine-learning systems in seven steps.",
        ""}, description = {
                "Without a command it opens the studio; with the name of a design or of a PDF made by it, that design.",
                "Results go to standard output, progress and errors to standard error."}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                        "0:done", "1:the work could not be done, or validation found problems",
                        "2:the command was not understood"})
public final class Cli implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Services services;
    private final Console console;

    /**
     * @param interactive whether {@code err} is a terminal that can redraw a line
     */
    public Cli(Services services, PrintWriter out, PrintWriter err, boolean interactive) {
        this.services = services;
        this.console = new Console(out, err, interactive);
    }

    /** @return the exit code: 0 done, 1 failed, 2 not understood */
    public int run(String... arguments) {
        CommandLine line = new CommandLine(this);
        line.addSubcommand(new CommandLine(new CaseCommand(console, services))
                .addSubcommand(new SweepCommand(console, services)));
        line.addSubcommand(new ModelsCommand(console, services));
        CommandLine design = new CommandLine(new DesignCommand(console, services));
        design.addSubcommand(new DiffCommand(console, services));
        design.addSubcommand(new VersionsCommand(console, services));
        design.addSubcommand(new RecoverCommand(console, services));
        line.addSubcommand(design);
        line.addSubcommand(new CommandLine(new RunsCommand(console, services))
                .addSubcommand(new RunsExportCommand(console, services)));
        line.addSubcommand(new TourCommand(console, services));
        line.addSubcommand(new SyllabusCommand(console, services));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((failure, _) -> misunderstood(failure));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            console.note("sevenstep: " + message(failure));
            return ExitCode.FAILED;
        });
        return line.execute(arguments);
    }

    /** What was not understood and where to read on; the whole of the help only where nothing was asked for. */
    private int misunderstood(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String said = String.valueOf(failure.getMessage());
        if (command.getParseResult() != null && command.getParseResult().originalArgs().isEmpty()
                || said.startsWith("Missing required subcommand")) {
            command.usage(console.err());
            return ExitCode.USAGE;
        }
        console.note("sevenstep: " + said.replace("option option", "option")
                .replaceAll("is not an? (long|int)$", "is not a whole number")
                .replaceAll("is not a (double|float)$", "is not a number")
                .replaceAll("cannot convert ('.*') to class java.time.LocalDate .*",
                        "$1 is not a date such as 2026-01-31")
                .replace(" (case-sensitive)", ""));
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, console.err());
        console.note("'" + command.getCommandSpec().qualifiedName() + " --help' tells how.");
        return ExitCode.USAGE;
    }

    /** What a failure says to the user; what is nobody's mistake but the program's keeps its trace. */
    private static String message(Exception failure) throws Exception {
        if (failure instanceof CancellationException) {
            return "stopped";
        }
        boolean known = failure instanceof RunException || failure instanceof TrackingException
                || failure instanceof ExportException
                || failure instanceof DesignFileException || failure instanceof ImportException
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
        if (!known) {
            throw failure;
        }
        if (failure instanceof IOException file) {
            return new FileProblem(file).words();
        }
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "say what to do: design, case, runs, models, tour or syllabus");
    }

    /** Reads the version from the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[]{"sevenstep " + (version == null ? "(from sources)" : version)};
        }
    }
}
