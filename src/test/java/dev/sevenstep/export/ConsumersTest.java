package dev.sevenstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.exchange.Importer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The exports in the hands of the programs they are made for: Mermaid, Excalidraw, the graph library of draw.io, a Markdown
 * reader and a browser. Runs under {@code mvn -Pconsumers test}; needs Node.js 20 or newer, and installs the rest from npm
 * into {@code target/consumers}. A browser is taken from the variable {@code CHROMIUM} or the path, else one comes from npm.
 */
@Tag("consumers")
class ConsumersTest {
    private static final Path SCRIPTS = Path.of("src", "test", "consumers");
    private static final Path WORK = Path.of("target", "consumers");
    private static final Path FILES = WORK.resolve("files");

    @BeforeAll
    static void prepare() throws Exception {
        Files.createDirectories(FILES);
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            for (Path script : scripts.toList()) {
                Files.copy(script, WORK.resolve(SCRIPTS.relativize(script)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path installed = WORK.resolve("node_modules").resolve("installed");
        String wanted = Files.readString(WORK.resolve("package-lock.json"));
        if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
            run(10, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Files.writeString(installed, wanted);
        }
        export();
    }

    /** The three samples and a hostile design in every format and palette. */
    static void export() throws Exception {
        Exporter exporter = new Exporter(CatalogueReader.bundled());
        List<Design> designs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String id : Samples.ids()) {
            designs.add(Samples.open(id));
            names.add(id);
        }
        designs.add(HostileDesign.design());
        names.add("hostile");
        ExportOptions options = ExportOptions.standard(Instant.parse("2026-02-03T00:00:00Z"));
        for (int i = 0; i < names.size(); i++) {
            for (ExportFormat format : ExportFormat.values()) {
                exporter.export(designs.get(i), Optional.empty(),
                        FILES.resolve(names.get(i) + "." + format.extension()),
                        options.withPicture(Palette.LIGHT, 1, false));
            }
            exporter.export(designs.get(i), Optional.empty(), FILES.resolve(names.get(i) + "-dark.svg"),
                    options.withPicture(Palette.DARK, 1, true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mermaid", "markdown", "page", "drawio"})
    void theConsumerTakesIt(String consumer) throws Exception {
        String said = run(5, "node", consumer + ".mjs");
        Files.writeString(WORK.resolve(consumer + ".log"), said);
    }

    /** Opened and saved by Excalidraw itself, our drawing is still the design; and one of its own making can be read. */
    @Test
    void excalidrawTakesItAndGivesItBack() throws Exception {
        theConsumerTakesIt("excalidraw");
        Importer importer = new Importer(CatalogueReader.bundled(), Suggestions.none());
        for (String id : Samples.ids()) {
            assertEquals(Samples.open(id),
                    importer.read(FILES.resolve(id + "-saved.excalidraw"), "new").design().design());
        }
        Design own = importer.read(FILES.resolve("own.excalidraw"), "new").design().design();
        assertEquals(List.of("event-source", "stream"), own.components().stream().map(card -> card.kind()).toList());
        assertEquals("clicks", own.links().list().getFirst().label());
    }

    private static String run(int minutes, String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("consumer", ".log");
        try {
            Process process;
            try {
                boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
                List<String> whole = new ArrayList<>(windows ? List.of("cmd", "/c") : List.of());
                whole.addAll(List.of(command));
                process = new ProcessBuilder(whole).directory(WORK.toFile()).redirectErrorStream(true)
                        .redirectOutput(log.toFile()).start();
            } catch (IOException e) {
                return fail("'" + command[0] + "' does not start. Install Node.js 20 or newer, which brings npm.", e);
            }
            boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
            process.destroyForcibly();
            String said = Files.readString(log, StandardCharsets.UTF_8);
            assertEquals(true, ended, () -> String.join(" ", command) + " takes too long: " + said);
            assertEquals(0, process.exitValue(), () -> String.join(" ", command) + ": " + said);
            return said;
        } finally {
            Files.delete(log);
        }
    }
}
