package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Precision;
import java.util.List;
import java.util.stream.IntStream;

/** Which efforts show what an index gives for its time. */
final class Efforts {
    private static final int[] EF_SEARCH = {10, 20, 40, 80, 160, 320};
    private static final int[] NPROBE = {1, 2, 4, 8, 16, 32};
    private static final int[] RESCORED = {0, 10, 20, 40, 80, 160};

    private Efforts() {
    }

    /** One effort and what was changed, as "efSearch 40". */
    record Step(String label, Effort effort) {}

    /** Ascending; the base as it is for an index that knows no effort. */
    static List<Step> of(IndexSpec spec, Effort base) {
        return switch (spec) {
            case IndexSpec.Flat flat when flat.precision() == Precision.FLOAT32 -> List.of(new Step("all", base));
            case IndexSpec.Flat _ -> IntStream.of(RESCORED)
                    .mapToObj(count -> new Step("compared again " + count, base.withRescored(count))).toList();
            case IndexSpec.Hnsw _ -> IntStream.of(EF_SEARCH)
                    .mapToObj(count -> new Step("efSearch " + count, base.withEfSearch(count))).toList();
            case IndexSpec.Ivf ivf -> IntStream.of(NPROBE).filter(count -> count <= ivf.lists())
                    .mapToObj(count -> new Step("nprobe " + count, base.withNprobe(count))).toList();
        };
    }
}
