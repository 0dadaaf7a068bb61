package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Parallel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * EASE on the ratings that come with the program, in both its forms; with a path as argument, writes 25 million ratings there, reads them
 * and splits them, and prints time and heap.
 */
public final class RecommendationBenchmark {
    private static final int USERS = 162_541;
    private static final int FILMS = 59_047;
    private static final int RATINGS = 25_000_095;

    private RecommendationBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            ease();
        } else {
            large(Path.of(args[0]));
        }
    }

    private static void ease() {
        Interactions train = ImplicitSplit.of(RatingsFile.bundled(Likes.unwatched()), 4).train();
        for (int threads : new int[]{1, Runtime.getRuntime().availableProcessors()}) {
            print("EASE, 6,170 films, by users (659), " + threads + " threads",
                    () -> new Ease(100).dual(train, threads, Likes.unwatched()));
            print("EASE, 6,170 films, by films, " + threads + " threads",
                    () -> new Ease(100).primal(train, threads, Likes.unwatched()));
        }
    }

    private static void print(String what, Runnable work) {
        long wall = System.nanoTime();
        long cpu = cpu();
        work.run();
        System.out.printf(Locale.ROOT, "%-50s %6.2f s, CPU %6.2f s%n", what, (System.nanoTime() - wall) / 1e9,
                (cpu() - cpu) / 1e9);
    }

    /** Processor time of the whole program, nanoseconds. */
    static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void large(Path file) throws IOException {
        if (!Files.exists(file)) {
            print("writing " + RATINGS + " ratings", () -> write(file));
        }
        Ratings[] ratings = new Ratings[1];
        print("reading", () -> ratings[0] = RatingsFile.read(file, Likes.unwatched()));
        ImplicitSplit[] split = new ImplicitSplit[1];
        print("splitting", () -> split[0] = ImplicitSplit.of(ratings[0], 4));
        System.out.printf(Locale.ROOT,
                "%,d ratings, %,d users, %,d films, %,d likes to learn from; heap up to %,d MiB%n",
                ratings[0].size(), split[0].users().size(), split[0].train().filmCount(), split[0].train().size(),
                peakMebibytes());
        System.out.println("EASE: " + new Ease(100).unavailable(split[0].train()).orElse("available"));
        int threads = Runtime.getRuntime().availableProcessors();
        for (Method method : new Method[]{new Popularity(), new ItemNeighbours(100, 10),
                new ImplicitAls(64, 10, 80, 1)}) {
            print(method.name() + " (one round of ALS)",
                    () -> method.fit(split[0].train(), 7, threads, Likes.unwatched()));
        }
        System.out.printf(Locale.ROOT, "heap up to %,d MiB%n", peakMebibytes());
    }

    private static long peakMebibytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    /** As many users, films and ratings as MovieLens 25M; how often a film is rated falls with its number as it does there. */
    private static void write(Path file) {
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("userId,movieId,rating,timestamp\n");
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < RATINGS; i++) {
                int user = (int) ((long) i * USERS / RATINGS);
                double u = random.nextDouble();
                int film = (int) (FILMS * u * u * u * u);
                line.setLength(0);
                line.append(user + 1).append(',').append(film + 1).append(',').append(0.5 * (1 + random.nextInt(10)))
                        .append(',').append(1_000_000_000L + random.nextInt(500_000_000)).append('\n');
                out.append(line);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Likes of 6,040 users for 3,706 films, a million or so, each user some at random, popular ones more often: the size of MovieLens 1M.
     */
    static int[][] synthetic() {
        int users = 6_040;
        int films = 3_706;
        int[][] byUser = new int[users][];
        Parallel.forEach(2, users, user -> {
            SplittableRandom random = new SplittableRandom(user);
            boolean[] liked = new boolean[films];
            int count = 20 + (int) (290 * -Math.log(1 - random.nextDouble()) * 0.53);
            for (int i = 0; i < Math.min(2_000, count); i++) {
                double u = random.nextDouble();
                liked[(int) (films * u * u)] = true;
            }
            byUser[user] = java.util.stream.IntStream.range(0, films).filter(film -> liked[film]).toArray();
        });
        return Arrays.copyOf(byUser, users);
    }
}
