package dev.sevenstep.chart;

import dev.sevenstep.pipeline.Ranking;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of candidates that were tried after a run, to be seen beside what the run measured.
 *
 * @param approach id of the approach in two stages
 * @param pinned stay in the picture
 * @param tried the one looked at now
 */
public record Trials(String approach, List<Ranking.CandidatePoint> pinned, Optional<Ranking.CandidatePoint> tried) {
    static final Trials NONE = new Trials("", List.of(), Optional.empty());

    public Trials {
        pinned = List.copyOf(pinned);
    }
}
