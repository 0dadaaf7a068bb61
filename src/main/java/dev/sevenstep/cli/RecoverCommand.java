package dev.sevenstep.cli;

import dev.sevenstep.design.diff.DesignDiff;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.Recovery;
import dev.sevenstep.pipeline.RunException;
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

/** {@code design recover}. */
@Command(name = "recover", description = {
        "Lists work that the window left unsaved when it ended, the newest first: beside FILE, and of designs without a file.",
        "With --take N --out FILE it writes the N-th to a new file, with --discard N it lets it go."}, mixinStandardHelpOptions = true)
final class RecoverCommand implements Callable<Integer> {
    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Designs to look beside.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--take", paramLabel = "N", description = "The work to write, by its number in the list.")
    private int take;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (.json). Never replaces a file.")
    private @Nullable Path out;

    @Option(names = "--discard", paramLabel = "N", description = "The work to let go, by its number in the list.")
    private int discard;

    @Option(names = "--json", description = "For machines: one array.")
    private boolean json;

    RecoverCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws DesignFileException {
        Recovery recovery = services.store().recovery();
        List<Recovery.Found> found = recovery.find(files);
        if (take != 0 || out != null) {
            VersionsCommand.takeOut(console, services, found.stream().map(Recovery.Found::design).toList(), take, out);
            return ExitCode.OK;
        }
        if (discard != 0) {
            if (discard < 1 || discard > found.size()) {
                throw new RunException("there is no number " + discard + "; there are " + found.size());
            }
            recovery.discard(found.get(discard - 1));
            console.note("removed " + found.get(discard - 1).sideFile());
            return ExitCode.OK;
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Recovery.Found work : found) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("number", entries.size() + 1);
            entry.put("written", work.written().toString());
            entry.put("file", work.document().map(Path::toString).orElse(""));
            entry.put("title", work.design().title());
            entry.put("differs", work.onFile()
                    .map(file -> DesignDiff.between(file.design(), work.design(), services.catalogue()).summary())
                    .orElse("no file holds it"));
            entries.add(entry);
        }
        VersionsCommand.list(console, entries, json, "no unsaved work was left behind");
        return ExitCode.OK;
    }
}
