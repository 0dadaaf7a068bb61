package dev.sevenstep.casestudy;

import dev.sevenstep.casestudy.fraud.FraudExperiment;
import dev.sevenstep.casestudy.imagesearch.ImageCompressionExperiment;
import dev.sevenstep.casestudy.imagesearch.ImageSearchExperiment;
import dev.sevenstep.casestudy.recommendation.RecommendationExperiment;
import dev.sevenstep.pipeline.Experiment;
import java.time.Clock;
import java.util.List;

/** The case studies there are, in the order to show them. */
public final class CaseStudies {
    private CaseStudies() {
    }

    /** @param clock for the time of a run in its provenance */
    public static List<Experiment> all(Clock clock) {
        return List.of(new FraudExperiment(clock), new RecommendationExperiment(clock),
                new ImageSearchExperiment(clock), new ImageCompressionExperiment(clock));
    }
}
