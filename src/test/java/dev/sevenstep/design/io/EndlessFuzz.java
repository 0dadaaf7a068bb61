package dev.sevenstep.design.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Opens mutated design files until it is stopped:
 * {@code mvn -q -Pbench test-compile exec:exec -Dbench=dev.sevenstep.design.io.EndlessFuzz}. Prints how many there were every
 * 10,000; at the first harm it leaves the file in {@code target/fuzz}, prints its seed and ends with the error.
 */
public final class EndlessFuzz {
    private static final int EVERY = 10_000;
    private static final int SHOWN_EVERY = 50;

    private EndlessFuzz() {
    }

    /**
     * @param arguments none, or the first seed, or the first seed and how many files
     */
    public static void main(String[] arguments) throws Exception {
        long first = arguments.length > 0 ? Long.parseLong(arguments[0]) : System.currentTimeMillis() * 1_000;
        long last = arguments.length > 1 ? first + Long.parseLong(arguments[1]) : Long.MAX_VALUE;
        System.out.println("seeds from " + first);
        FileMutations mutations = new FileMutations(GoldenFilesTest.version1());
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        OpenCheck check = new OpenCheck(folder.resolve("now.json"));
        for (long seed = first; seed < last; seed++) {
            byte[] content = mutations.next(new Random(seed));
            try {
                check.open(content, seed % SHOWN_EVERY == 0);
            } catch (AssertionError e) {
                Path kept = Files.write(folder.resolve("seed-" + seed + ".json"), content);
                System.out.println("seed " + seed + ": " + e.getMessage() + "; the file is " + kept);
                throw e;
            }
            if ((seed - first + 1) % EVERY == 0) {
                System.out.printf("%,d files: %,d designs, %,d refused%n", seed - first + 1, check.designs(),
                        check.refused());
            }
        }
    }
}
