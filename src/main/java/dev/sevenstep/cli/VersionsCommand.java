package dev.sevenstep.cli;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.diff.DesignDiff;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.Versions;
import dev.sevenstep.pipeline.RunException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code design versions}. */
@Command(name = "versions", description = {
        "Lists what a design held at its last saves in the window, the newest first.",
        "With --take N --out FILE it writes the N-th to a new file."}, mixinStandardHelpOptions = true)
final class VersionsCommand implements Callable<Integer> {
    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "FILE", description = "The design.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--take", paramLabel = "N", description = "The version to write, by its number in the list.")
    private int take;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (.json). Never replaces a file.")
    private @Nullable Path out;

    @Option(names = "--json", description = "For machines: one array.")
    private boolean json;

    VersionsCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws DesignFileException {
        Design now = services.open(file);
        List<Versions.Version> versions = services.store().versions().of(now.id());
        if (take != 0 || out != null) {
            takeOut(console, services, versions.stream().map(Versions.Version::design).toList(), take, out);
            return ExitCode.OK;
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Versions.Version version : versions) {
            DesignDiff diff = DesignDiff.between(now, version.design(), services.catalogue());
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("number", entries.size() + 1);
            entry.put("saved", version.saved().toString());
            entry.put("file", version.document().map(Path::toString).orElse(""));
            entry.put("title", version.design().title());
            entry.put("differs", diff.summary());
            entries.add(entry);
        }
        list(console, entries, json, "no versions yet: the window keeps one with each save");
        return ExitCode.OK;
    }

    /** Numbered entries, for people or for machines. */
    static void list(Console console, List<Map<String, Object>> entries, boolean json, String none) {
        if (json) {
            console.json(entries);
        } else if (entries.isEmpty()) {
            console.note(none);
        } else {
            entries.forEach(entry -> console.line(
                    String.join("  ",
                            entry.values().stream().map(String::valueOf).filter(s -> !s.isEmpty()).toList())));
        }
    }

    /** Writes the {@code number}-th design to a new file. */
    static void takeOut(Console console, Services services, List<Design> designs, int number, @Nullable Path out)
            throws DesignFileException {
        if (out == null || number == 0) {
            throw new RunException("--take and --out go together: which one, and where to");
        }
        if (number < 1 || number > designs.size()) {
            throw new RunException("there is no number " + number + "; there are " + designs.size());
        }
        if (Files.exists(out)) {
            throw new RunException(out + " is there already; choose another name or move it away");
        }
        services.save(designs.get(number - 1), out);
        console.note("wrote " + out);
    }
}
