package dev.sevenstep.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignStore;
import dev.sevenstep.design.io.LeftBehind;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line from outside: arguments in, text and exit code out. */
class CliTest extends CliFixture {
    @ParameterizedTest
    @ValueSource(strings = {"--help", "design --help", "design new --help", "design show --help",
            "design validate --help",
            "design migrate --help", "design diff --help", "design versions --help", "design recover --help",
            "design export --help", "design import --help", "design link --help", "case --help", "case list --help",
            "case run --help",
            "case compare --help", "runs --help", "runs list --help", "runs show --help", "runs rerun --help",
            "runs export --help",
            "case sweep --help", "models --help", "models add --help", "models promote --help",
            "tour --help", "syllabus --help"})
    void everyCommandHasHelp(String command) {
        assertEquals(0, run(command.split(" ")));
        assertTrue(out.toString().contains("Usage: sevenstep"), out::toString);
    }

    @Test
    void exitCodesAreDocumentedAndUsed() {
        run("--help");
        assertTrue(out.toString().contains("Exit codes:"), out::toString);
        assertEquals(2, run("design", "paint"));
        assertEquals(2, run("case", "run", "fraud", "--seed", "many"));
        assertEquals(1, run("design", "show", folder.resolve("none.json").toString()));
        assertTrue(err.toString().contains("none.json"), err::toString);
        assertFalse(err.toString().contains("\tat "), "a user's mistake prints no trace");
    }

    @Test
    void aRankingComesWithListsReasonsAndCurves() throws Exception {
        Path to = folder.resolve("films");
        assertEquals(0, run("case", "run", "recommendation", "--param", "approaches=popularity,item-knn", "--param",
                "replicates=0", "--no-keep", "--json", "--out", to.toString()));
        JsonNode ranking = json(out).get("ranking");
        assertEquals(json(out), new ObjectMapper().readTree(to.resolve("result.json").toFile()));
        assertEquals(3, ranking.get("sample").size());
        JsonNode line = ranking.get("sample").get(2).get("lists").get("item-knn").get(0);
        assertEquals(1, line.get("rank").asInt());
        assertFalse(line.get("title").asText().isBlank());
        assertTrue(line.get("score").asDouble() > 0);
        assertTrue(line.get("because").get(0).get("effect").asDouble() > 0);
        assertEquals(6, ranking.get("coldStart").get("curves").get("popularity").size());
        List<String> lists = Files.readAllLines(to.resolve("lists.csv"));
        assertEquals("user,approach,rank,id,title,score,found,because", lists.getFirst());
        assertEquals(1 + 3 * 2 * 20, lists.size());
        assertTrue(Files.size(to.resolve("cold-start.svg")) > 1_000);
        assertTrue(Files.exists(to.resolve("front.csv")) && Files.exists(to.resolve("intervals.svg")));
    }

    @Test
    void differencesInWordsAndForMachines() throws Exception {
        Path before = folder.resolve("before.json");
        Path after = folder.resolve("after.json");
        DesignFile.save(Samples.open("card-fraud"), before);
        DesignFile.save(Samples.open("card-fraud").withTitle("Other"), after);
        assertEquals(0, run("design", "diff", before.toString(), after.toString()));
        assertTrue(out.toString().startsWith("Design changed: title "), out::toString);
        assertEquals(0, run("design", "diff", before.toString(), after.toString(), "--json"));
        assertEquals("Other", json(out).get(0).get("details").get(0).get("after").textValue());
        assertEquals(0, run("design", "diff", before.toString(), before.toString()));
        assertEquals("", out.toString());
    }

    @Test
    void olderVersionsAreListedAndTakenOut() throws Exception {
        Path file = folder.resolve("fraud.json");
        DesignStore store = new DesignStore(folder.resolve("config"), CLOCK);
        DesignFile.save(Samples.open("card-fraud"), file);
        store.save(Samples.open("card-fraud").withTitle("Second"), file, Optional.empty());
        assertEquals(0, run("design", "versions", file.toString(), "--json"));
        assertEquals(2, json(out).size());
        assertEquals("nothing differs", json(out).get(0).get("differs").textValue());
        Path old = folder.resolve("old.json");
        assertEquals(0, run("design", "versions", file.toString(), "--take", "2", "--out", old.toString()));
        assertEquals(Samples.open("card-fraud"), DesignFile.read(old));
        assertEquals(1, run("design", "versions", file.toString(), "--take", "2", "--out", old.toString()));
        assertEquals(1, run("design", "versions", file.toString(), "--take", "3", "--out", old + "2"));
        assertEquals(1, run("design", "versions", file.toString(), "--take", "1"));
    }

    @Test
    void unsavedWorkIsListedTakenOutAndLetGo() throws Exception {
        Path file = folder.resolve("fraud.json");
        DesignFile.save(Samples.open("card-fraud"), file);
        assertEquals(0, run("design", "recover", file.toString()));
        assertEquals("", out.toString());
        LeftBehind.beside(file, Samples.open("card-fraud").withTitle("Unsaved"), CLOCK.instant());
        assertEquals(0, run("design", "recover", file.toString(), "--json"));
        assertEquals("the design’s own fields changed", json(out).get(0).get("differs").textValue());
        Path rescued = folder.resolve("rescued.json");
        assertEquals(0, run("design", "recover", file.toString(), "--take", "1", "--out", rescued.toString()));
        assertEquals("Unsaved", DesignFile.read(rescued).title());
        assertEquals(1, run("design", "recover", file.toString(), "--discard", "2"));
        assertEquals(0, run("design", "recover", file.toString(), "--discard", "1"));
        assertEquals(0, run("design", "recover", file.toString(), "--json"));
        assertEquals(0, json(out).size());
    }

    @Test
    void newDesignsComeEmptyOrFromASampleAndNeverReplaceAFile() throws Exception {
        Path file = folder.resolve("mine.json");
        assertEquals(0, run("design", "new", file.toString(), "--title", "Mine", "--from", Samples.ids().getLast()));
        assertEquals("Mine", DesignFile.read(file).title());
        assertEquals(Samples.open(Samples.ids().getLast()).components(), DesignFile.read(file).components());
        byte[] before = Files.readAllBytes(file);
        assertEquals(1, run("design", "new", file.toString()));
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(file)));
    }

    @Test
    void tidyMovesCardsAndNothingElse() throws Exception {
        Path file = folder.resolve("mine.json");
        Path tidy = folder.resolve("tidy.json");
        run("design", "new", file.toString(), "--from", "card-fraud");
        assertEquals(0, run("design", "tidy", file.toString(), "--out", tidy.toString()));
        assertEquals(Samples.open("card-fraud"), DesignFile.read(file));
        assertEquals(dev.sevenstep.layout.Tidy.of(DesignFile.read(file)), DesignFile.read(tidy));
    }

    @Test
    void aDesignIsLinkedWithACaseStudy() throws Exception {
        Path file = folder.resolve("mine.json");
        run("design", "new", file.toString());
        assertEquals(0, run("design", "link", file.toString(), "image-search"));
        assertEquals("image-search", DesignFile.read(file).linkedCase());
        assertEquals(0, run("design", "show", file.toString()));
        assertTrue(out.toString().contains("case study: image-search"), out::toString);
        assertEquals(1, run("design", "link", file.toString(), "chess"));
        assertEquals("image-search", DesignFile.read(file).linkedCase());
        assertEquals(0, run("design", "link", file.toString(), "none"));
        assertEquals("", DesignFile.read(file).linkedCase());
    }

    @Test
    void showPrintsEveryTitleAndItsJsonReadsAgain() throws Exception {
        Path file = folder.resolve("a.json");
        run("design", "new", file.toString(), "--from", "card-fraud");
        assertEquals(0, run("design", "show", file.toString()));
        Samples.open("card-fraud").components()
                .forEach(component -> assertTrue(out.toString().contains(component.title()), component.title()));
        assertEquals(0, run("design", "show", "--json", file.toString()));
        Path again = folder.resolve("b.json");
        Files.writeString(again, out.toString());
        assertEquals(DesignFile.read(file), DesignFile.read(again));
    }

    @Test
    void exportChoosesTheFormatByTheEnding() throws Exception {
        Path file = folder.resolve("a.json");
        run("design", "new", file.toString(), "--from", "card-fraud");
        for (ExportFormat format : ExportFormat.values()) {
            Path target = folder.resolve("a." + format.extension());
            assertEquals(0, run("design", "export", file.toString(), "--out", target.toString()), err::toString);
            assertTrue(Files.size(target) > 1_000);
        }
        assertEquals("%PDF", new String(Files.readAllBytes(folder.resolve("a.pdf")), 0, 4, StandardCharsets.US_ASCII));
        assertEquals(1, run("design", "export", file.toString(), "--out", folder.resolve("a.doc").toString()));
        assertTrue(err.toString().contains("a.doc"), err::toString);
        // The design travels in its PDF.
        assertEquals(0, run("design", "show", "--json", folder.resolve("a.pdf").toString()), err::toString);
        assertEquals(Samples.open("card-fraud").title(), json(out).get("title").asText());
    }

    @Test
    void importShowsItsGuessesAndTakesOthers() throws Exception {
        Path drawing = folder.resolve("a.drawio");
        Files.writeString(drawing, """
                <mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
                <mxCell id="a" value="Kafka" vertex="1" parent="1"><mxGeometry width="90" height="40" as="geometry"/></mxCell>
                <mxCell id="b" value="Nightly numbers" vertex="1" parent="1"><mxGeometry x="200" width="90" height="40" as="geometry"/></mxCell>
                <mxCell id="c" edge="1" parent="1" source="a" target="b"/></root></mxGraphModel>""");
        Path target = folder.resolve("a.json");
        assertEquals(0, run("design", "import", drawing.toString(), "--out", target.toString()), err::toString);
        assertTrue(out.toString().matches("(?s).*Kafka +Stream +certain .*"), out::toString);
        assertEquals(2, DesignFile.read(target).components().size());
        assertEquals(0,
                run("design", "import", drawing.toString(), "--kind", "Nightly numbers=dashboard", "--kind", "Kafka=",
                        "--json"),
                err::toString);
        assertEquals("dashboard", json(out).at("/items/1/kind").asText());
        assertEquals(1, json(out).get("notes").asInt());
        assertEquals(1, run("design", "import", drawing.toString(), "--kind", "Kafka=teapot"));
        assertTrue(err.toString().contains("teapot"), err::toString);
        assertEquals(1, run("design", "import", target.toString()));
        assertTrue(err.toString().contains("Excalidraw"), err::toString);
        assertEquals(1, run("design", "import", folder.resolve("none.drawio").toString()));
    }

    @Test
    void theSameExportIsTheSameBytes() throws Exception {
        Path file = folder.resolve("a.json");
        run("design", "new", file.toString(), "--from", Samples.ids().getLast());
        run("design", "export", file.toString(), "--out", folder.resolve("1.pdf").toString(), "--date", "2026-01-01");
        run("design", "export", file.toString(), "--out", folder.resolve("2.pdf").toString(), "--date", "2026-01-01");
        assertEquals(-1, Files.mismatch(folder.resolve("1.pdf"), folder.resolve("2.pdf")));
    }

    @Test
    void caseRunPrintsOneObjectOfTheAgreedShape() throws Exception {
        List<String> arguments = new java.util.ArrayList<>(List.of("case", "run", "fraud", "--seed", "3", "--no-keep",
                "--json"));
        arguments.addAll(SMALL);
        assertEquals(0, run(arguments.toArray(String[]::new)), err::toString);
        assertFalse(Files.exists(folder.resolve("runs")), "it was asked not to be kept");
        JsonNode result = json(out);
        assertEquals("fraud", result.get("experiment").asText());
        assertEquals(64, result.get("dataset").get("hash").asText().length());
        assertTrue(result.get("dataset").get("rows").asLong() > 0);
        assertTrue(result.get("dataset").get("simulated").asBoolean());
        assertTrue(result.get("approaches").size() >= 10);
        for (JsonNode approach : result.get("approaches")) {
            assertFalse(approach.get("name").asText().isBlank());
            for (String metric : List.of("averagePrecision", "rocAuc", "logLoss", "costPerDay")) {
                for (String part : List.of("value", "low", "high")) {
                    assertTrue(approach.get("metrics").get(metric).has(part), metric + "." + part);
                }
            }
            for (String percentile : List.of("p50", "p95", "p99")) {
                assertTrue(approach.get("latencyMicros").get(percentile).asDouble() > 0);
            }
            assertTrue(approach.get("stages").get(0).get("seconds").isNumber());
        }
        assertTrue(err.toString().contains(" s"), "progress goes to standard error");
    }

    private void assertFits() {
        out.toString().lines().filter(line -> !line.contains(folder.toString()))
                .forEach(line -> assertTrue(line.length() <= 80, () -> line.length() + ": " + line));
    }

    @Test
    void runsAreKeptComparedAndMadeAgain() throws Exception {
        String[] small = Stream.concat(Stream.of("case", "run", "fraud"), SMALL.stream()).toArray(String[]::new);
        assertEquals(0, run("runs", "list"));
        assertTrue(out.toString().contains("No runs are kept"), out::toString);
        assertEquals(0, run(small));
        assertTrue(err.toString().contains("kept as run "), err::toString);
        assertEquals(0, run(Stream.concat(Stream.of(small), Stream.of("--seed", "9", "--out",
                folder.resolve("out").toString())).toArray(String[]::new)));
        assertEquals("fraud",
                new ObjectMapper().readTree(folder.resolve("out/result.json").toFile()).get("experiment").asText());
        assertTrue(Files.readString(folder.resolve("out/precision-recall.csv")).contains("\n"));

        assertFits();
        assertEquals(0, run("runs", "list"));
        assertFits();
        assertEquals(0, run("case", "list"));
        assertFits();
        assertEquals(0, run("syllabus"));
        assertFits();
        assertEquals(0, run("runs", "list", "--json"));
        assertEquals(2, json(out).size());
        String seven = idOfSeed(7);
        String nine = idOfSeed(9);
        assertEquals(1, run("runs", "list", "--filter", "seed is 9"));

        assertEquals(0, run("case", "compare", seven, nine, "--json"));
        JsonNode comparison = json(out);
        assertEquals("7", comparison.get("settings").get("seed").get(0).asText());
        assertFalse(comparison.get("settings").has("customers"), "what is the same is left out");
        Path compared = folder.resolve("compared.pdf");
        assertEquals(0, run("runs", "export", seven, nine, "--out", compared.toString()), err::toString);
        byte[] bytes = Files.readAllBytes(compared);
        assertEquals(0, run("runs", "export", seven, nine, "--out", compared.toString(), "--page", "A4"));
        assertArrayEquals(bytes, Files.readAllBytes(compared));
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Card fraud in real time: 2 runs compared"), text);
        }
        assertEquals(1, run("runs", "export", seven, nine, "--out", folder.resolve("compared.svg").toString()));
        assertTrue(err.toString().contains("End the name of 'compared.svg' in .pdf"), err::toString);
        assertEquals(1, run("runs", "export", seven, "0000", "--out", compared.toString()));
        assertEquals(2, run("runs", "export", "--out", compared.toString()));
        assertEquals(2, run("runs", "export", seven, "--sweep", "night", "--out", compared.toString()));
        Path one = folder.resolve("one.pdf");
        assertEquals(0, run("runs", "export", seven, "--landscape", "--out", one.toString()), err::toString);
        try (PDDocument pdf = Loader.loadPDF(one.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Run of a case study") && text.contains("fraud-" + seven.substring(0, 8)), text);
        }
        assertEquals(1, run("runs", "export", "--sweep", "night", "--out", one.toString()));
        assertTrue(err.toString().contains("There is no sweep 'night'; there are none"), err::toString);
        new SweepStore(services().runs()).save(new SweepPlan("night", "fraud", Map.of(), List.of("trainDays=7,14"),
                SweepPlan.Method.GRID, new Sweep.Objective("tree", "averagePrecision"), new Sweep.Budget(2, 60, 0), 7,
                ""));
        assertEquals(0, run("runs", "export", "--sweep", "night", "--out", one.toString()), err::toString);
        try (PDDocument pdf = Loader.loadPDF(one.toFile())) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("trainDays"));
        }
        assertEquals(0, run("case", "compare", seven, nine, "--all"));
        assertTrue(out.toString().contains("customers"), out::toString);
        assertFits();
        assertEquals(0, run("case", "compare", seven, nine, "--all", "--json"));
        assertEquals("Simulated card transactions",
                json(out).get("settings").get("dataset").get(0).asText(), "the case has a parameter called data, too");

        assertEquals(0, run("runs", "rerun", seven.substring(0, 8), "--threads", "1"), out::toString);
        assertTrue(out.toString().startsWith("Identical: "), out::toString);
        assertEquals(0, run("runs", "show", nine));
        assertTrue(out.toString().contains("Average precision"), out::toString);
        assertFits();
        assertEquals(1, run("runs", "rerun", nine, "--threads", "0"));
        assertTrue(err.toString().contains("at least 1"), err::toString);

        assertEquals(0, run("runs", "describe", nine, "--name", "Night", "--labels", "odd, week 3", "--note", "Look."));
        assertEquals(0, run("runs", "describe", nine, "--note", ""));
        assertEquals(0, run("runs", "show", nine, "--json"));
        assertEquals("Night", json(out).get("name").asText());
        assertEquals("", json(out).get("note").asText());
        assertEquals("odd", json(out).get("labels").get(0).asText());
        assertEquals(2, json(out).get("intervals").get("forest").get("averagePrecision").size());
        assertEquals(0, run("runs", "list", "--filter", "label = odd"));
        assertTrue(out.toString().contains("Night"), out::toString);

        Path report = folder.resolve("kept.pdf");
        Path design = folder.resolve("design.json");
        run("design", "new", design.toString());
        assertEquals(0, run("design", "export", design.toString(), "--kept", seven, "--out", report.toString()),
                err::toString);
        try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("Measured: Card fraud"));
        }
        assertEquals(1, run("design", "export", design.toString(), "--run", "--out", report.toString()));
        assertTrue(err.toString().contains("--kept"), err::toString);

        assertEquals(0, run("models", "add", "scorer", "--run", seven, "--approach", "forest"));
        assertEquals(0, run("models", "promote", "scorer", "1", "--metric", "averagePrecision"));
        assertEquals(0, run("models", "add", "scorer", "--run", nine, "--approach", "forest"));
        assertEquals(1, run("models", "promote", "scorer", "2", "--metric", "averagePrecision"));
        assertTrue(err.toString().contains("other data"), "two seeds make two data sets");
        assertEquals(0, run("models", "list"));
        assertTrue(out.toString().contains("production"), out::toString);

        assertEquals(0, run("runs", "delete", nine));
        assertEquals(0, run("runs", "list", "--json"));
        assertEquals(1, json(out).size());
        assertEquals(0, run("runs", "purge"));
        assertEquals("Removed 1 run.", out.toString().strip());
        assertEquals(0, run("runs", "purge"));
        assertTrue(out.toString().contains("nothing was removed"), out::toString);
        assertEquals(1, run("runs", "show", nine));
    }

    private String idOfSeed(int seed) throws Exception {
        assertEquals(0, run("runs", "list", "--filter", "seed = " + seed, "--json"));
        JsonNode runs = json(out);
        assertEquals(1, runs.size());
        return runs.get(0).get("id").asText();
    }

    @Test
    void theSyllabusNamesOnlyWhatThereIs() throws Exception {
        assertEquals(0, run("syllabus"));
        assertEquals(0, run("syllabus", "--json"));
        assertEquals(34, json(out).size());
        var catalogue = CatalogueReader.bundled();
        var experiments = services().experiments();
        for (JsonNode topic : SyllabusCommand.read()) {
            SyllabusCommand.strings(topic.get("kinds")).forEach(id -> assertTrue(catalogue.kind(id).isPresent(), id));
            SyllabusCommand.strings(topic.get("runs"))
                    .forEach(id -> assertTrue(experiments.stream().anyMatch(e -> e.id().equals(id)), id));
        }
    }
}
