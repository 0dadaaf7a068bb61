package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
        for (Map.Entry<String, byte[]> entry : hostile().entrySet()) {
            try {
                check.open(entry.getValue(), true);
            } catch (AssertionError e) {
                throw new AssertionError(entry.getKey() + ": " + e.getMessage(), e);
            }
        }
        assertTrue(check.designs() >= 6 && check.refused() >= 6,
                () -> check.designs() + " designs, " + check.refused() + " refused");
    }

    private static Map<String, byte[]> hostile() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a million levels", ("{\"a\": " + "[".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        files.put("a million objects in each other", "{\"a\":".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        byte[] large = new byte[100 * 1024 * 1024];
        Arrays.fill(large, (byte) 'x');
        byte[] start = "{\"format\": \"sevenstep-design\", \"version\": 2, \"title\": \""
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, large, 0, start.length);
        files.put("a text of 100 MB", large);
        files.put("a text of 15 MB", Arrays.copyOf(large, 15 * 1024 * 1024));
        files.put("nothing but zeros", new byte[1024 * 1024]);
        files.put("a number of a million digits",
                ("{\"a\": " + "9".repeat(1_000_000) + "}").getBytes(StandardCharsets.UTF_8));
        files.put("a million keys", design("\"x\": {" + repeated(400_000, "\"k%d\": 0") + "}"));
        files.put("a key of 15 MB", ("{\"" + "k".repeat(15_000_000) + "\": 1}").getBytes(StandardCharsets.UTF_8));
        String component = "{\"id\": \"c%d\", \"kind\": \"cache\", \"step\": \"serving\", \"title\": \"T\", \"x\": %d, \"y\": 0}";
        files.put("one id for all", design("\"components\": ["
                + repeated(2_000, component.replace("c%d", "same").replace("%d", "1")) + "]"));
        files.put("links to themselves", design("\"components\": [" + repeated(3, component) + "], \"links\": ["
                + repeated(2_000, "{\"id\": \"l%d\", \"kind\": \"data\", \"from\": \"c1\", \"to\": \"c1\"}") + "]"));
        files.put("references in a ring", design("\"components\": [" + repeated(3,
                component.replace("\"y\": 0", "\"y\": 0, \"fields\": {\"a\": {\"refs\": [\"c0\", \"c1\", \"c2\"]}}"))
                + "]"));
        files.put("as far away as can be", design("\"components\": [" + repeated(3,
                component.replace("\"x\": %d", "\"x\": 1000000")) + "], \"notes\": [{\"id\": \"n\", \"text\": \"\", "
                + "\"x\": -1000000, \"y\": -1000000, \"width\": 1000000, \"height\": 1000000}]"));
        files.put("further than that", design("\"components\": [" + repeated(3,
                component.replace("\"x\": %d", "\"x\": 1e300")) + "]"));
        files.put("no numbers", design("\"components\": [" + component.replace("%d", "NaN") + "]"));
        files.put("names that lead elsewhere", design("\"linkedCase\": \"../../x\", \"components\": ["
                + component.replace("c%d", "../../../etc/passwd").replace("%d", "0")
                        .replace("\"cache\"", "\"../catalogue\"")
                + "]"));
        files.put("texts as long as allowed", design("\"summary\": \"" + "word ".repeat(40_000) + "\", \"question\": \""
                + "\\u202e".repeat(33_000) + "\", \"components\": [" + component.replace("\"T\"",
                        "\"" + "W".repeat(200_000) + "\"").replace("%d", "0")
                + "]"));
        files.put("the same key twice", design("\"title\": \"a\", \"title\": \"b\""));
        return files;
    }

    private static byte[] design(String members) {
        return ("{\"format\": \"sevenstep-design\", \"version\": \"2.0\", " + members + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String repeated(int times, String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(i == 0 ? "" : ",").append(pattern.replace("%d", Integer.toString(i)));
        }
        return text.toString();
    }

    @Test
    void limitsAreToldAsSuch() {
        assertTrue(refusal("[1]").contains("this is not a Sevenstep design"));
        assertTrue(refusal("").contains("this is not a Sevenstep design"));
        assertTrue(refusal("{\"format\": \"sevenstep-design\", \"version\": \"3.0\"}").contains("newer program"));
        assertTrue(refusal("{\"format\": \"sevenstep-design\", \"version\": \"two\"}").contains("the version 'two'"));
        assertTrue(refusal("{\"format\": \"sevenstep-design\", \"version\": 2, \"links\": 3}").contains("/links"));
        assertTrue(refusal("{\"a\": 1,\n \"a\": 2}").contains("line 2"));
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
