package dev.sevenstep.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the command line cannot do: told in words, before the work, with nothing lost and nothing left behind. */
class CliRefusalsTest extends CliFixture {

    @Test
    void caseRunRefusesWhatItCannotUse() {
        assertEquals(1, run("case", "run", "astrology"));
        assertTrue(err.toString().contains("fraud"), "names what there is");
        assertEquals(1, run("case", "run", "fraud", "--param", "customers=-1"));
        assertEquals(1, run("case", "run", "fraud", "--data", folder.resolve("none.csv").toString()));
        assertTrue(err.toString().contains("none.csv"), err::toString);
    }

    @Test
    void whereNothingCanBeWrittenIsToldBeforeTheWorkAndTheResultIsNotLost() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(1, run("case", "run", "fraud", "--out", file.toString()));
        assertTrue(err.toString().startsWith("sevenstep: --out: ") && err.toString().contains("is a file"),
                err::toString);
        Files.writeString(folder.resolve("runs"), "");
        assertEquals(1, run(Stream.concat(Stream.of("case", "run", "fraud"), SMALL.stream()).toArray(String[]::new)));
        assertTrue(out.toString().contains("Random forest"), out::toString);
        assertTrue(err.toString().contains("The run was not kept in " + folder.resolve("runs")), err::toString);
        assertEquals(0, run("runs", "list"));
        assertTrue(err.toString().contains("is a file"), err::toString);
    }

    /** A run of the fraud case takes half a minute and says on its way how far it is. */
    @Test
    void aFileThatCannotBeWrittenIsToldBeforeTheRun() throws Exception {
        Path design = folder.resolve("a.json");
        DesignFile.save(Samples.open("card-fraud"), design);
        Path locked = Files.writeString(folder.resolve("locked.pdf"), "");
        Path taken = Files.createDirectory(folder.resolve("folder.pdf"));
        for (Path place : List.of(folder.resolve("none/a.pdf"), taken, design.resolve("a.pdf"))) {
            assertEquals(1, run("design", "export", design.toString(), "--run", "--out", place.toString()));
            assertTrue(err.toString().startsWith("sevenstep: " + place + ": not saved: "), err::toString);
            assertEquals(1, err.toString().lines().count(), err::toString);
            assertEquals(1, run("runs", "export", "--sweep", "none", "--out", place.toString()));
            assertTrue(err.toString().startsWith("sevenstep: " + place + ": not saved: "), err::toString);
        }
        if (locked.toFile().setWritable(false) && !Files.isWritable(locked)) {
            assertEquals(1, run("design", "export", design.toString(), "--run", "--out", locked.toString()));
            assertTrue(err.toString().contains("write-protected"), err::toString);
        }
    }

    @Test
    void aSweepWhoseTrialsCannotBeKeptDoesNotBegin() throws Exception {
        Files.writeString(folder.resolve("runs"), "");
        assertEquals(1, run("case", "sweep", "fraud", "--vary", "trainDays=7,14", "--goal", "forest/averagePrecision"));
        assertTrue(err.toString().startsWith("sevenstep: No run can be kept in " + folder.resolve("runs")),
                err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
    }

    @Test
    void whatIsNotUnderstoodIsToldInOneLine() {
        assertEquals(2, run("case", "run", "fraud", "--seed", "x"));
        assertEquals("sevenstep: Invalid value for option '--seed': 'x' is not a whole number\n"
                + "'sevenstep case run --help' tells how.\n", err.toString());
        assertEquals(2, run("case", "run", "fraud", "--param", "customers"));
        assertFalse(err.toString().contains("option option"), err::toString);
        assertEquals(2, run("case"));
        assertTrue(err.toString().contains("Commands:"), err::toString);
        Path none = folder.resolve("none.json");
        assertEquals(1, run("design", "export", none.toString(), "--out", "a.pdf", "--page", "letter"));
    }

    @Test
    void aDesignIsNotWrittenOverAReport() throws Exception {
        Path design = folder.resolve("a.json");
        Path report = folder.resolve("a.pdf");
        DesignFile.save(Samples.open("card-fraud"), design);
        assertEquals(0, run("design", "export", design.toString(), "--out", report.toString()), err::toString);
        byte[] bytes = Files.readAllBytes(report);
        assertEquals(1, run("design", "tidy", report.toString()));
        assertTrue(err.toString().contains(".json"), err::toString);
        assertEquals(1, run("design", "link", report.toString(), "fraud"));
        assertEquals(1, run("design", "migrate", design.toString(), "--out", report.toString()));
        assertArrayEquals(bytes, Files.readAllBytes(report));
        assertEquals(1, run("design", "new", folder.resolve("new.PDF").toString()));
        assertFalse(Files.exists(folder.resolve("new.PDF")));
        assertEquals(0, run("design", "tidy", report.toString(), "--out", folder.resolve("b.json").toString()));
    }

    @Test
    void whatCannotWorkIsToldBeforeTheWork() throws Exception {
        Path design = folder.resolve("a.json");
        DesignFile.save(Samples.open("card-fraud"), design);
        assertEquals(1,
                run("design", "export", design.toString(), "--run", "--out", folder.resolve("a.svg").toString()));
        assertEquals("sevenstep: --run: only a PDF shows a run, and " + folder.resolve("a.svg") + " is none\n",
                err.toString());
        assertEquals(2, run("design", "export", design.toString(), "--out", "a.pdf", "--date", "2026-13-01"));
        assertTrue(err.toString().contains("'2026-13-01' is not a date such as"), err::toString);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(1, run("tour", "--out", file.resolve("x").toString()));
        assertTrue(err.toString().startsWith("sevenstep: --out: "), err::toString);
        assertEquals(1, run("case", "run", "image-search", "--data", folder.resolve("none").toString()));
        assertEquals("sevenstep: There is no file or folder " + folder.resolve("none") + "\n", err.toString());
        for (String[] wrong : new String[][]{{"--minutes", "NaN"}, {"--patience", "-1"}, {"--trials", "0"}}) {
            assertEquals(1, run("case", "sweep", "fraud", "--vary", "trainDays=7,14", "--goal", "tree/averagePrecision",
                    wrong[0], wrong[1]));
            assertTrue(err.toString().startsWith("sevenstep: " + wrong[0]), err::toString);
        }
    }

    @Test
    void aSweepThatCannotBeLeavesNoPlan() {
        assertEquals(1, run(Stream.concat(Stream.of("case", "sweep", "fraud", "--vary", "trainDays=7,14", "--goal",
                "none/averagePrecision"), SMALL.stream()).toArray(String[]::new)));
        assertTrue(err.toString().contains("There is no approach 'none'"), err::toString);
        assertFalse(Files.exists(folder.resolve("runs/sweeps")));
    }

    @Test
    void validateNamesFilePlaceAndReason() throws Exception {
        Path sound = folder.resolve("sound.json");
        run("design", "new", sound.toString(), "--from", "card-fraud");
        assertEquals(0, run("design", "validate", sound.toString()));

        Path damaged = folder.resolve("damaged.json");
        Files.writeString(damaged, "{ \"format\": ");
        assertEquals(1, run("design", "validate", "--json", sound.toString(), damaged.toString()));
        JsonNode found = json(out);
        assertEquals(1, found.size());
        assertEquals(damaged.toString(), found.get(0).get("file").asText());
        assertFalse(found.get(0).get("message").asText().isBlank());
        Path cut = folder.resolve("cut.json");
        Files.writeString(cut, "{ \"components\": [ 1");
        assertEquals(1, run("design", "validate", cut.toString()));
        assertFalse(out.toString().contains("REDACTED"), out::toString);
        assertTrue(out.toString().contains("line 1"), out::toString);
    }

    /** A run whose files are damaged is told of wherever it is asked for, without a parser's own words. */
    @Test
    void aDamagedRunIsToldInWords() throws Exception {
        Path run = folder.resolve("runs/mlruns/fraud/0123456789abcdef0123456789abcdef");
        Files.createDirectories(run.resolve("artifacts"));
        assertEquals(0, run("runs", "list"));
        assertTrue(err.toString().contains("meta.yaml is missing"), err::toString);
        Files.writeString(run.resolve("meta.yaml"), "lifecycle_stage: active\n");
        Files.writeString(run.resolve("artifacts/result.json"), "{\n");
        assertEquals(1, run("runs", "show", "0123"));
        assertTrue(err.toString().contains("result.json is no whole JSON, line 2"), err::toString);
        assertFalse(err.toString().contains("REDACTED"), err::toString);
    }
}
