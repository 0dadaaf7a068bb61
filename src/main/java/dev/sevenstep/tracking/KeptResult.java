package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run ended in, kept to the last digit beside its figures so that its charts, lists and tables can be looked at again: one file,
 * named by what the run ends in. What is not kept are the models, so nothing new can be asked of them.
 *
 * <p>The file begins with its version; then comes the test, if there is one, then the approaches.
 */
final class KeptResult {
    private static final int VERSION = 1;

    private enum Sort {
        SCORES("scores.bin.gz"), LISTS("lists.bin.gz"), NEIGHBOURS("neighbours.bin.gz"), FIGURES("approaches.bin.gz");

        private final String file;

        Sort(String file) {
            this.file = file;
        }

        static Sort of(RunResult result) {
            return result.binary().isPresent()
                    ? SCORES
                    : result.ranking().isPresent() ? LISTS : result.images().isPresent() ? NEIGHBOURS : FIGURES;
        }

        static Optional<Sort> in(Path artifacts) {
            return Stream.of(values()).filter(sort -> Files.exists(artifacts.resolve(sort.file))).findFirst();
        }
    }

    private KeptResult() {
    }

    /** Whether a folder of artifacts has such a file. */
    static boolean in(Path artifacts) {
        return Sort.in(artifacts).isPresent();
    }

    /** Numbers of the longest list: what is larger than can be read again is not kept. */
    private static long size(RunResult result) {
        long rows = result.binary().map(BinaryTest::rows).orElse(0);
        long lists = result.ranking().map(test -> Math.max(test.items().size(), test.users().size())).orElse(0);
        long pictures = result.images().map(test -> test.catalogue().size()).orElse(0);
        return Math.max(rows, Math.max(lists, pictures));
    }

    /** Writes the file; none for a run that is too large. */
    static void write(RunResult result, Path artifacts) throws IOException {
        if (size(result) > KeptInput.MOST) {
            return;
        }
        try (KeptOutput out = new KeptOutput(artifacts.resolve(Sort.of(result).file))) {
            out.whole(VERSION);
            if (result.binary().isPresent()) {
                KeptScores.write(out, result.binary().get());
            } else if (result.ranking().isPresent()) {
                KeptLists.write(out, result.ranking().get());
            } else if (result.images().isPresent()) {
                KeptNeighbours.write(out, result.images().get());
            }
            KeptApproaches.write(out, result.approaches());
        }
    }

    /**
     * The result as it was, without models.
     *
     * @param experiment the one the run is of
     * @throws IOException when there is no such file, or it is damaged
     * @throws dev.sevenstep.pipeline.RunException when the experiment no longer takes the run's parameters
     */
    static RunResult read(RunRecord run, Experiment experiment, Path artifacts) throws IOException {
        Sort sort = Sort.in(artifacts).orElseThrow(() -> new IOException("it was kept without its charts"));
        ParameterValues values = Reproduction.values(run, experiment);
        try (KeptInput in = new KeptInput(artifacts.resolve(sort.file))) {
            int version = in.whole();
            if (version != VERSION) {
                throw new IOException("it was kept in version " + version + ", which this program does not know");
            }
            Optional<BinaryTest> binary = Optional.empty();
            Optional<RankingTest> ranking = Optional.empty();
            Optional<ImageTest> images = Optional.empty();
            switch (sort) {
                case SCORES -> binary = Optional.of(KeptScores.read(in));
                case LISTS -> ranking = Optional.of(KeptLists.read(in));
                case NEIGHBOURS ->
                    images = Optional.of(KeptNeighbours.read(in, experiment.pictures(values, run.dataset().hash())));
                case FIGURES -> {
                    // The approaches are all there is.
                }
            }
            List<Approach> approaches = KeptApproaches.read(in, run, binary.map(BinaryTest::rows).orElse(0));
            in.end();
            return new RunResult(run.experiment(), run.title(), values, run.dataset(), run.metrics(), approaches,
                    run.stages(), binary, ranking, images,
                    new Provenance(run.seed(), run.threads(), run.started(), run.versions(), run.machine()));
        } catch (IllegalArgumentException e) {
            throw new IOException("what was kept of it is damaged", e);
        }
    }

    /**
     * What is kept of a trial of a sweep, of which there are hundreds: all that is a figure or a curve, without rows, lists and
     * pictures; of a yes or no the curves of one approach.
     */
    static RunResult trial(RunResult result, String approach) {
        return new RunResult(result.experiment(), result.title(), result.parameters(), result.dataset(),
                result.metrics(),
                result.binary().isPresent()
                        ? KeptApproaches.scoresOf(result.approaches(), approach)
                        : result.approaches(),
                result.stages(), result.binary().map(KeptScores::withoutRecords),
                result.ranking().map(KeptLists::withoutLists), result.images().map(KeptNeighbours::withoutNeighbours),
                result.provenance());
    }
}
