package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.SearchFront;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An index at one effort, measured with some queries of the test.
 *
 * @param recall of the exact neighbours at the cutoff, the share found; mean over the queries
 * @param micros median time of one search, one at a time
 * @param compared vectors a query was compared with, mean
 * @param queries measured with
 */
record Trial(Approach approach, IndexSpec spec, Effort effort, double recall, double micros, double compared,
        double bytesPerVector, int queries) {
    private static final int[] EF_SEARCH = {10, 20, 40, 80, 160, 320};
    private static final int[] NPROBE = {1, 2, 4, 8, 16, 32};
    private static final int[] RESCORED = {0, 10, 20, 40, 80, 160};

    /** Takes up to a second. */
    static Trial of(Approach approach, ImageTest test, ImageSearch.Searcher searcher, Effort effort, int most) {
        int count = Math.min(most, test.queries().size());
        double[] recalls = new double[count];
        double[] micros = new double[count];
        double compared = 0;
        // The first few searches of an index are slow, and say nothing about the rest.
        IntStream.range(0, Math.min(5, count)).forEach(i -> searcher.searchQuery(i, test.cutoff(), effort));
        for (int i = 0; i < count; i++) {
            ImageSearch.Answer answer = searcher.searchQuery((int) ((long) i * test.queries().size() / count),
                    test.cutoff(), effort);
            recalls[i] = Hits.recall(answer);
            micros[i] = answer.foundMicros();
            compared += answer.found().compared();
        }
        Arrays.sort(micros);
        return new Trial(approach, searcher.index(), effort, Arrays.stream(recalls).average().orElse(Double.NaN),
                count == 0 ? Double.NaN : micros[count / 2], compared / Math.max(1, count), searcher.bytesPerVector(),
                count);
    }

    /** Efforts that show what an index gives for its time, ascending; none for one that knows no effort. */
    static List<Effort> efforts(IndexSpec spec, Effort base) {
        return switch (spec) {
            case IndexSpec.Flat flat -> flat.precision() == Precision.FLOAT32
                    ? List.of()
                    : Arrays.stream(RESCORED).mapToObj(base::withRescored).toList();
            case IndexSpec.Hnsw _ -> Arrays.stream(EF_SEARCH).mapToObj(base::withEfSearch).toList();
            case IndexSpec.Ivf ivf ->
                Arrays.stream(NPROBE).filter(count -> count <= ivf.lists()).mapToObj(base::withNprobe).toList();
        };
    }

    /** What of the effort counts for the index, such as "efSearch 64"; empty for one that knows none. */
    String effortWords() {
        List<String> words = new ArrayList<>();
        switch (spec) {
            case IndexSpec.Flat _ -> {
            }
            case IndexSpec.Hnsw _ -> words.add("efSearch " + effort.efSearch());
            case IndexSpec.Ivf _ -> words.add("nprobe " + effort.nprobe());
        }
        if (spec.precision() != Precision.FLOAT32) {
            words.add(effort.rescored() + " compared again");
        }
        return String.join(", ", words);
    }

    String name() {
        String effortWords = effortWords();
        return approach.name() + ", " + spec.label() + (effortWords.isEmpty() ? "" : ", " + effortWords);
    }

    SearchFront.Spot spot(SearchFront.Sort sort) {
        return new SearchFront.Spot(approach.id(), approach.name() + ", " + spec.label(),
                sort == SearchFront.Sort.PINNED && !effortWords().isEmpty() ? effortWords() : name(), sort, recall,
                micros);
    }
}
