package dev.sevenstep.design.io;

import dev.sevenstep.design.Design;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills a program at work, 300 times, each time at a random moment, and looks at what is left: the file must be the one last
 * saved or the one being saved, whole, and what can be recovered must miss nothing older than two seconds.
 * {@code mvn -q -Pbench test-compile exec:exec -Dbench=dev.sevenstep.design.io.KillBenchmark} takes about ten minutes.
 */
public final class KillBenchmark {
    private static final int TIMES = 300;
    private static final int LONGEST_MILLIS = 2_500;
    private static final int MAY_LOSE_MILLIS = 2_000;

    private final Path folder;
    private final Path file;
    private final Random random;
    private final DesignStore store;
    private final List<Long> lost = new ArrayList<>();
    private int state;
    private int edits;
    private int saves;
    private int whileSaving;
    private int oldFile;
    private int newFile;
    private int recoveries;
    private int leftOver;

    private KillBenchmark(Path folder, long seed) {
        this.folder = folder;
        file = folder.resolve("design.json");
        random = new Random(seed);
        store = new DesignStore(folder.resolve("config"), Clock.systemUTC());
    }

    /**
     * @param arguments none, or how often, or how often and the seed
     */
    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TIMES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis();
        System.out.println("seed " + seed + ", " + times + " times");
        KillBenchmark benchmark = new KillBenchmark(Files.createTempDirectory("sevenstep-kill"), seed);
        DesignFile.save(KilledProgram.numbered(Samples.open("card-fraud"), 0), benchmark.file);
        for (int i = 1; i <= times; i++) {
            benchmark.once(i);
            if (i % 25 == 0) {
                benchmark.report(i);
            }
        }
        benchmark.report(times);
    }

    private void once(int round) throws Exception {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                KilledProgram.class.getName(), folder.toString(), Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<String> ready = new CompletableFuture<>();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> read(program, said, ready));
        String begin = ready.get(60, TimeUnit.SECONDS);
        if (!begin.equals("R " + state)) {
            throw failure(round, "it begins with '" + begin + "', not with state " + state);
        }
        boolean endedByItself = program.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
        long killed = System.currentTimeMillis();
        program.destroyForcibly().waitFor();
        end.get(60, TimeUnit.SECONDS);
        if (endedByItself) {
            throw failure(round, "the program ended by itself: " + said);
        }
        look(round, killed, List.copyOf(said));
    }

    private static void read(Process program, List<String> said, CompletableFuture<String> ready) {
        try (BufferedReader reader = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                ready.complete(line);
            }
        } catch (IOException _) {
            // The pipe of a killed process may end anyhow.
        }
        ready.complete("nothing");
    }

    private void look(int round, long killed, List<String> said) throws Exception {
        Map<Integer, Long> times = new TreeMap<>();
        Set<Integer> mayBe = new HashSet<>(Set.of(KilledProgram.number(onFileBefore)));
        int begun = -1;
        for (String line : said) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "E" -> times.put(Integer.parseInt(words[1]), Long.parseLong(words[2]));
                case "B" -> {
                    begun = Integer.parseInt(words[1]);
                    mayBe.add(begun);
                }
                case "S" -> {
                    begun = -1;
                    saves++;
                    mayBe.clear();
                    mayBe.add(Integer.parseInt(words[1]));
                }
                case "T" -> throw failure(round, line);
                default -> {
                }
            }
        }
        edits += times.size();
        DesignFile.Opened opened = DesignFile.open(file);
        int onFile = KilledProgram.number(opened.design());
        if (!opened.canonical() || !mayBe.contains(onFile)) {
            throw failure(round, "the file holds state " + onFile + ", not one of " + mayBe);
        }
        if (begun >= 0) {
            whileSaving++;
            if (onFile == begun) {
                newFile++;
            } else {
                oldFile++;
            }
        }
        int recovered = onFile;
        for (Recovery.Found found : store.recovery().find(file)) {
            recovered = Math.max(recovered, KilledProgram.number(found.design()));
        }
        if (recovered > onFile) {
            recoveries++;
        }
        int last = recovered;
        long missed = times.entrySet().stream().filter(edit -> edit.getKey() > last)
                .mapToLong(edit -> killed - edit.getValue()).max().orElse(0);
        lost.add(missed);
        if (missed > MAY_LOSE_MILLIS) {
            throw failure(round, "work of " + missed + " ms is lost");
        }
        try (Stream<Path> files = Files.list(folder)) {
            leftOver = (int) files.filter(path -> path.toString().endsWith(".saving")).count();
        }
        state = recovered;
        onFileBefore = opened.design();
    }

    private Design onFileBefore = KilledProgram.numbered(Samples.open("card-fraud"), 0);

    private static IllegalStateException failure(int round, String what) {
        return new IllegalStateException("kill " + round + ": " + what);
    }

    private void report(int kills) {
        List<Long> sorted = lost.stream().sorted().toList();
        System.out.printf(
                "%d kills, %,d edits, %d saves; %d during a save (%d left the old file, %d the new one, %d half "
                        + "written beside); %d with unsaved work to recover; lost: median %d ms, p99 %d ms, at most %d ms%n",
                kills,
                edits, saves, whileSaving, oldFile, newFile, leftOver, recoveries, sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)), sorted.getLast());
    }
}
