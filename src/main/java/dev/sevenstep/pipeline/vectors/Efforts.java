package dev.sevenstep.pipeline.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Which efforts show what an index gives for its time, and what of an effort counts for it. */
public final class Efforts {
    private static final int[] EF_SEARCH = {10, 20, 40, 80, 160, 320};
    private static final int[] NPROBE = {1, 2, 4, 8, 16, 32};
    private static final int[] RESCORED = {0, 10, 20, 40, 80, 160};

    private Efforts() {
    }

    /** Ascending; the base as it is for an index that knows no effort. */
    public static List<Effort> of(IndexSpec spec, Effort base) {
        return switch (spec) {
            case IndexSpec.Flat flat when flat.precision() == Precision.FLOAT32 -> List.of(base);
            case IndexSpec.Flat _ -> each(RESCORED, base::withRescored);
            case IndexSpec.Hnsw _ -> each(EF_SEARCH, base::withEfSearch);
            case IndexSpec.Ivf ivf ->
                each(IntStream.of(NPROBE).filter(count -> count <= ivf.lists()).toArray(), base::withNprobe);
        };
    }

    private static List<Effort> each(int[] counts, IntFunction<Effort> made) {
        return IntStream.of(counts).mapToObj(made).toList();
    }

    /** For people, such as "efSearch 64, 40 compared again"; "all" for an index that knows no effort. */
    public static String words(IndexSpec spec, Effort effort) {
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
        return words.isEmpty() ? "all" : String.join(", ", words);
    }
}
