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
    /** What is meant by the latency of one request. */
    public enum Latency {
        MEDIAN(50, "p50", "the median of latency"), TAIL(99, "p99", "the 99th percentile of latency");

        private final double percentile;
        private final String shortName;
        private final String words;

        Latency(double percentile, String shortName, String words) {
            this.percentile = percentile;
            this.shortName = shortName;
            this.words = words;
        }

        double percentile() {
            return percentile;
        }

        public String shortName() {
            return shortName;
        }

        String words() {
            return words;
        }

        double of(Ranking.CandidatePoint point) {
            return this == MEDIAN ? point.p50Micros() : point.p99Micros();
        }
    }

    public static final Trials NONE = new Trials("", List.of(), Optional.empty());

    public Trials {
        pinned = List.copyOf(pinned);
    }
}
