package dev.sevenstep.pipeline;

import dev.sevenstep.stats.Band;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one approach of a run reached.
 *
 * @param id on the command line and in files
 * @param family approaches that differ only in their input share it (e.g. "trees" with and without streaming features)
 * @param metrics by key of {@link MetricSpec}, in that order; empty when {@code unavailable}
 * @param bands 95 % intervals along its curves; empty when nothing was resampled
 * @param modelBytes size of the serialised model
 * @param scores score of each row of the {@link BinaryTest}, in [0, 1]; empty when there is none or when {@code unavailable}
 * @param threshold the score from which a row is flagged by default; chosen without the test set; NaN when there is none
 * @param unavailable why it could not run on this machine, if it could not
 */
public record Approach(String id, String name, String family, Map<String, Estimate> metrics, Optional<Bands> bands,
        List<StageTime> stages, Optional<LatencyProfile> latency, long modelBytes, double[] scores, double threshold,
        Optional<Explainer> explainer, Optional<String> unavailable) {
    public Approach {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        stages = List.copyOf(stages);
    }

    /**
     * Intervals along curves, from the resamples behind the metrics.
     *
     * @param precisionByRecall precision over recall
     * @param recallByFalsePositiveRate recall over the false-positive rate
     */
    public record Bands(Band precisionByRecall, Band recallByFalsePositiveRate) {}
}
