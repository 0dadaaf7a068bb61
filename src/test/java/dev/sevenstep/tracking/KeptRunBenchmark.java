package dev.sevenstep.tracking;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.StageLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a run of each case takes on the disk, whole and as a trial of a sweep, and how long it takes to keep and to open it: medians of
 * five. {@code KeptRunBenchmark FOLDER [CASE …]} keeps them in the store of a folder; all cases take two to three minutes.
 */
public final class KeptRunBenchmark {
    private static final int TIMES = 5;

    private KeptRunBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        RunStore store = new RunStore(Path.of(args[0]), Clock.systemUTC(), UUID::randomUUID, "");
        List<String> wanted = Arrays.asList(args).subList(1, args.length);
        for (Experiment experiment : CaseStudies.all(Clock.systemUTC())) {
            if (wanted.isEmpty() || wanted.contains(experiment.id())) {
                measure(store, experiment);
            }
        }
    }

    private static void measure(RunStore store, Experiment experiment) throws IOException {
        // Half a minute for some, with nothing to see.
        System.out.printf(Locale.ROOT, "%s: running it once …%n", experiment.id());
        long begun = System.nanoTime();
        RunResult result = experiment.run(ParameterValues.of(experiment.parameters()), 7,
                Runtime.getRuntime().availableProcessors(), new StageLog(System::nanoTime, _ -> {}));
        System.out.printf(Locale.ROOT, "%s: ran in %.1f s%n", experiment.id(), (System.nanoTime() - begun) / 1e9);
        result.stages().forEach(stage -> System.out.printf(Locale.ROOT, "%s: stage %s %.2f s%n", experiment.id(),
                stage.name(), stage.seconds()));
        double[] keeping = new double[TIMES];
        double[] opening = new double[TIMES];
        long whole = 0;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            RunRecord run = store.keep(result, List.of());
            keeping[i] = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            store.open(run, experiment);
            opening[i] = (System.nanoTime() - start) / 1e6;
            whole = size(store, run);
            if (i > 0) {
                store.delete(run);
            }
        }
        RunRecord trial = store.keep(result, List.of(), Map.of(),
                KeptResult.trial(result, result.approaches().getFirst().id()));
        long small = size(store, trial);
        store.delete(trial);
        store.purge();
        Arrays.sort(keeping);
        Arrays.sort(opening);
        System.out.printf(Locale.ROOT,
                "%s: %,d kB on the disk, as a trial %,d kB; kept in %.0f ms, opened in %.0f ms%n",
                experiment.id(), whole / 1_000, small / 1_000, keeping[TIMES / 2], opening[TIMES / 2]);
    }

    private static long size(RunStore store, RunRecord run) throws IOException {
        try (Stream<Path> files = Files.list(store.artifacts(run))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
