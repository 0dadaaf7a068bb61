package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is in a file: either a design comes out, which can be checked, saved and shown, or a message. {@link EndlessFuzz} does
 * the same until it is stopped.
 */
class MutatedFilesTest {
    private static final int FILES = 10_000;
    private static final int SHOWN_EVERY = 50;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void tenThousandDoNoHarm() throws Exception {
        long first = Long.getLong("fuzz.seed", 1);
        System.out.println("MutatedFilesTest: seeds from " + first + " (-Dfuzz.seed=N for others)");
        FileMutations mutations = new FileMutations(GoldenFilesTest.version1());
        OpenCheck check = new OpenCheck(folder.resolve("mutated.json"));
        for (long seed = first; seed < first + FILES; seed++) {
            try {
                check.open(mutations.next(new Random(seed)), seed % SHOWN_EVERY == 0);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertEquals(FILES, check.designs() + check.refused());
        assertTrue(check.designs() > 1_000 && check.refused() > 1_000,
                () -> check.designs() + " designs, " + check.refused() + " refused");
    }

    @Test
    @Timeout(300)
    void hostileFilesDoNoHarm() throws Exception {
        OpenCheck check = new OpenCheck(folder.resolve("hostile.json"));
        for (Map.Entry<String, byte[]> entry : HostileFiles.all().entrySet()) {
            try {
                check.open(entry.getValue(), true);
            } catch (AssertionError e) {
                throw new AssertionError(entry.getKey() + ": " + e.getMessage(), e);
            }
        }
        assertTrue(check.designs() >= 6 && check.refused() >= 6,
                () -> check.designs() + " designs, " + check.refused() + " refused");
    }

    @Test
    void limitsAreToldAsSuch() {
        assertTrue(refusal("[1]").contains("this is not a Sevenstep design"));
        assertTrue(refusal("").contains("this is not a Sevenstep design"));
        assertTrue(refusal("{\"format\": \"sevenstep-design\", \"version\": \"3.0\"}").contains("newer program"));
        assertTrue(refusal("{\"format\": \"sevenstep-design\", \"version\": \"two\"}").contains("the version 'two'"));
        assertTrue(refusal("{\"format\": \"sevenstep-design\", \"version\": 2, \"links\": 3}").contains("/links"));
        assertTrue(refusal("{\"a\": 1,\n \"a\": 2}").contains("line 2"));
        for (String broken : List.of("{\"a\": NaN}", "{\"a\": -INF}", "{\"a\": +1}", "{\"a\": .5}", "{\"a\": 01}",
                "{/* a */}", "{a: 1}",
                "{\"a\": 1,}", "{\"a\": '1'}", "{\"a\": \"\\x\"}", "{\"a\": tru}", "{\"a\": ")) {
            assertFalse(OpenCheck.JARGON.matcher(refusal(broken)).find(), () -> refusal(broken));
        }
        assertTrue(refusal("{\"a\": " + "[".repeat(100) + "]".repeat(100) + "}").contains("limits"));
        assertTrue(refusal("{\"a\": \"" + "x".repeat(300_000) + "\"}").contains("limits"));
        assertTrue(refusal("{\"format\": \"sevenstep-design\", \"version\": 2} {}").contains("after the end"));
        assertTrue(refusal("{\"format\": \"sevenstep-design\", \"version\": 2, \"notes\": ["
                + "1,".repeat(20_000) + "1]}").contains("more than 20000 entries"));
        assertTrue(assertThrows(DesignFileException.class, () -> DesignReader.read(new byte[17 * 1024 * 1024]))
                .reason().contains("larger than 16 MB"));
    }

    private static String refusal(String json) {
        return assertThrows(DesignFileException.class,
                () -> DesignReader.read(json.getBytes(StandardCharsets.UTF_8)), json.substring(0, Math.min(60,
                        json.length())))
                .getMessage();
    }
}
