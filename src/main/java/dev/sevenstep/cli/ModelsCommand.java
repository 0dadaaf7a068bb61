package dev.sevenstep.cli;

import dev.sevenstep.tracking.ModelGate;
import dev.sevenstep.tracking.ModelRegistry;
import dev.sevenstep.tracking.ModelVersion;
import dev.sevenstep.tracking.RunStore;
import dev.sevenstep.tracking.TrackingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models}: versions of models and the gate before production. */
@Command(name = "models", description = "Versions of models, made from kept runs: candidate, production, retired.", mixinStandardHelpOptions = true)
final class ModelsCommand {
    private final Console console;
    private final Services services;

    ModelsCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    private ModelRegistry registry(RunStore store) {
        return new ModelRegistry(store, services.clock());
    }

    @Command(name = "list", description = "Lists models with their versions.", mixinStandardHelpOptions = true)
    int list() {
        ModelRegistry.Listing listing = registry(services.runs()).list();
        listing.problems().forEach(console::note);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("model", "version", "stage", "run", "approach"));
        for (ModelVersion version : listing.versions()) {
            rows.add(List.of(version.model(), Integer.toString(version.number()),
                    version.stage().name().toLowerCase(Locale.ROOT), version.shortRun(), version.approach()));
        }
        if (rows.size() == 1) {
            console.line(
                    "There are no models yet. 'models add NAME --run RUN --approach ID' makes one from a kept run.");
        } else {
            new TextTable(rows, true).lines().forEach(console::line);
        }
        return ExitCode.OK;
    }

    @Command(name = "add", description = "Adds the approach of a kept run as a candidate.", mixinStandardHelpOptions = true)
    int add(@Parameters(paramLabel = "MODEL", description = "Its name.") String model,
            @Option(names = "--run", paramLabel = "RUN", required = true, description = "Id of the run; the first digits are enough.") String run,
            @Option(names = "--approach", paramLabel = "ID", required = true, description = "Approach of the run.") String approach) {
        RunStore store = services.runs();
        ModelVersion version = registry(store).register(model, store.find(run), approach);
        console.line("Version " + version.number() + " of '" + model + "' is a candidate.");
        return ExitCode.OK;
    }

    @Command(name = "promote", description = {
            "Puts a version into production if it is no worse than the one in use; that one is retired.",
            "Exit code 1 when it is refused."}, mixinStandardHelpOptions = true)
    int promote(@Parameters(paramLabel = "MODEL", description = "Its name.") String model,
            @Parameters(paramLabel = "VERSION", description = "Its number.") int number,
            @Option(names = "--metric", paramLabel = "KEY", required = true, description = "The figure that decides, such as averagePrecision.") String metric,
            @Option(names = "--tolerance", paramLabel = "X", defaultValue = "0", description = "By how much it may be worse (default ${DEFAULT-VALUE}).") double tolerance,
            @Option(names = "--p99", paramLabel = "MICROS", description = "Most microseconds at the 99th percentile.") @Nullable Double p99) {
        ModelRegistry registry = registry(services.runs());
        registry.promote(version(registry, model, number),
                new ModelGate(metric, tolerance, Optional.ofNullable(p99)));
        console.line("Version " + number + " of '" + model + "' is in production.");
        return ExitCode.OK;
    }

    @Command(name = "retire", description = "Takes a version out of use.", mixinStandardHelpOptions = true)
    int retire(@Parameters(paramLabel = "MODEL", description = "Its name.") String model,
            @Parameters(paramLabel = "VERSION", description = "Its number.") int number) {
        ModelRegistry registry = registry(services.runs());
        registry.retire(version(registry, model, number));
        console.line("Version " + number + " of '" + model + "' is retired.");
        return ExitCode.OK;
    }

    private static ModelVersion version(ModelRegistry registry, String model, int number) {
        return registry.versions(model).stream().filter(version -> version.number() == number).findFirst()
                .orElseThrow(() -> new TrackingException("There is no version " + number + " of '" + model + "'"));
    }
}
