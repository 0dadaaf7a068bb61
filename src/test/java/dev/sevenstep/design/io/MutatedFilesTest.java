package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Validation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is in a file: either a design comes out, which can be checked and saved again, or a message. */
class MutatedFilesTest {
    private static final String[] SWAPS = {"null", "true", "17", "-1e308", "1e999", "[]", "{}", "\"\"", "[[[1]]]",
            "{\"id\":{}}", "NaN", "\"\\ud800\"", "0.1e-999999999", "99999999999999999999999999"};

    private final Catalogue catalogue = CatalogueReader.bundled();

    @Test
    void neverCrash() {
        int designs = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = mutated(DesignWriter.write(new RandomDesigns(seed % 50).design()), random);
            try {
                Design design = DesignReader.read(bytes);
                Validation.of(design, catalogue);
                byte[] again = DesignWriter.write(design);
                assertArrayEquals(again, DesignWriter.write(DesignReader.read(again)), "seed " + seed);
                designs++;
            } catch (DesignFileException e) {
                assertFalse(e.reason().isBlank() || e.advice().isBlank(), "seed " + seed);
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed, e);
            }
        }
        int survived = designs;
        assertTrue(survived > 200 && survived < 1_900, () -> survived + " of 2,000 were still designs");
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> {
                byte[] copy = bytes.clone();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield copy;
            }
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> swapped(bytes, random);
            case 3 -> swapped(swapped(bytes, random), random);
            case 4 -> {
                String text = new String(bytes, StandardCharsets.UTF_8);
                int depth = random.nextInt(5, 200);
                yield text.replaceFirst("\"title\": \"[^\"\\\\]*", "\"deep\": " + "[".repeat(depth) + "]".repeat(depth)
                        + ", $0").getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
                int from = random.nextInt(lines.length);
                lines[random.nextInt(lines.length)] = lines[from];
                yield String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    /** Puts another type in the place of a value. */
    private static byte[] swapped(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int colon = text.indexOf(": ", random.nextInt(text.length()));
        if (colon < 0) {
            return bytes;
        }
        int end = colon + 2;
        while (end < text.length() && ",\n}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String swap = SWAPS[random.nextInt(SWAPS.length)];
        return (text.substring(0, colon + 2) + swap + text.substring(end)).getBytes(StandardCharsets.UTF_8);
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
