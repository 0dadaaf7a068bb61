package dev.sevenstep.cli;

import dev.sevenstep.design.diff.DesignDiff;
import dev.sevenstep.design.diff.Detail;
import dev.sevenstep.design.diff.Difference;
import dev.sevenstep.design.io.DesignFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code design diff}. */
@Command(name = "diff", description = "Says what differs from one design to another, in words.", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private final Console console;
    private final Services services;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A design or a PDF made by the studio.")
    @SuppressWarnings("NullAway.Init")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "What to compare it with.")
    @SuppressWarnings("NullAway.Init")
    private Path after;

    @Option(names = "--json", description = "For machines: one array.")
    private boolean json;

    DiffCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws DesignFileException {
        DesignDiff diff = DesignDiff.between(services.open(before), services.open(after), services.catalogue());
        if (json) {
            console.json(tree(diff));
        } else {
            diff.differences().forEach(difference -> console.line(difference.words()));
            console.note(diff.summary());
        }
        return ExitCode.OK;
    }

    /** The differences as plain lists and maps. */
    static List<Map<String, Object>> tree(DesignDiff diff) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Difference difference : diff.differences()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("change", difference.change().word());
            entry.put("sort", difference.sort().name().toLowerCase(Locale.ROOT));
            entry.put("id", difference.id());
            entry.put("subject", difference.subject());
            entry.put("details", difference.details().stream().map(DiffCommand::detail).toList());
            entries.add(entry);
        }
        return entries;
    }

    private static Map<String, Object> detail(Detail detail) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("label", detail.label());
        entry.put("before", detail.before());
        entry.put("after", detail.after());
        return entry;
    }
}
