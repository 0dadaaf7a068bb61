package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RankingTest;
import java.util.List;
import java.util.Optional;

/**
 * What one protocol gave.
 *
 * @param note how the data were split, in a sentence
 */
record Outcome(List<MetricSpec> metrics, List<Approach> approaches, Optional<RankingTest> ranking, String note) {}
