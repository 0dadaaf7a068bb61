package dev.sevenstep.design.io;

import dev.sevenstep.design.io.Samples.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Design files with something wrong in them, by seed. */
final class FileMutations {
    private static final String[] SWAPS = {"null", "true", "17", "-1e308", "1e999", "[]", "{}", "\"\"", "[[[1]]]",
            "{\"id\":{}}", "NaN", "-Infinity", "\"\\ud800\"", "0.1e-999999999", "99999999999999999999999999",
            "999999.5", "1e300", "-0", "\"../../../etc/passwd\"", "\"\\u0000\"", "\"<script>alert(1)</script>\"",
            "\"\\u202e\\u200b\"", "{\"amount\": 1e400, \"unit\": \"second\", \"source\": \"given\"}",
            "{\"refs\": [\"\"]}", "{\"choice\": \"../x\"}"};
    private static final Pattern ID = Pattern.compile("\"(id|from|to)\": \"([^\"\\\\]*)\"");

    private final List<byte[]> originals = new ArrayList<>();

    /** From samples, an older format and designs with everything a design can hold. */
    FileMutations(byte[] olderFormat) {
        originals.add(olderFormat);
        for (Sample sample : Samples.list()) {
            originals.add(DesignWriter.write(sample.design()));
        }
        for (long seed = 0; seed < 40; seed++) {
            originals.add(DesignWriter.write(new RandomDesigns(seed).design()));
        }
    }

    byte[] next(Random random) {
        byte[] bytes = originals.get(random.nextInt(originals.size()));
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes = bytes.length < 2 ? bytes : mutated(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> {
                byte[] copy = bytes.clone();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield copy;
            }
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2, 3, 4 -> swapped(bytes, random);
            case 5 -> {
                int depth = random.nextInt(5, 200);
                yield text(bytes).replaceFirst("\"title\": \"[^\"\\\\]*",
                        "\"deep\": " + "[".repeat(depth) + "]".repeat(depth) + ", $0").getBytes(StandardCharsets.UTF_8);
            }
            case 6 -> lines(bytes, random);
            case 7, 8 -> sameIds(bytes, random);
            default -> recoded(bytes, random);
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Puts another value in the place of one. */
    private static byte[] swapped(byte[] bytes, Random random) {
        String text = text(bytes);
        int colon = text.indexOf(": ", random.nextInt(text.length()));
        if (colon < 0) {
            return bytes;
        }
        int end = colon + 2;
        while (end < text.length() && ",\n}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return (text.substring(0, colon + 2) + SWAPS[random.nextInt(SWAPS.length)] + text.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Copies, moves or drops a stretch of lines. */
    private static byte[] lines(byte[] bytes, Random random) {
        List<String> lines = new ArrayList<>(List.of(text(bytes).split("\n")));
        int from = random.nextInt(lines.size());
        int to = Math.min(lines.size(), from + 1 + random.nextInt(8));
        List<String> stretch = List.copyOf(lines.subList(from, to));
        if (random.nextBoolean()) {
            lines.subList(from, to).clear();
        }
        if (random.nextInt(3) > 0) {
            lines.addAll(random.nextInt(lines.size() + 1), stretch);
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Gives one element the id, start or end of another: ids used twice, links to themselves or to nothing. */
    private static byte[] sameIds(byte[] bytes, Random random) {
        String text = text(bytes);
        List<int[]> places = new ArrayList<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            places.add(new int[]{matcher.start(2), matcher.end(2)});
        }
        if (places.isEmpty()) {
            return bytes;
        }
        int[] source = places.get(random.nextInt(places.size()));
        int[] target = places.get(random.nextInt(places.size()));
        String id = random.nextInt(8) == 0 ? "../../" + random.nextInt(9) : text.substring(source[0], source[1]);
        return (text.substring(0, target[0]) + id + text.substring(target[1])).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] recoded(byte[] bytes, Random random) {
        String text = text(bytes);
        return switch (random.nextInt(4)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.ISO_8859_1);
        };
    }
}
