package dev.sevenstep.casestudy;

import dev.sevenstep.casestudy.fraud.FraudExperiment;
import dev.sevenstep.casestudy.imagesearch.ImageCompressionExperiment;
import dev.sevenstep.casestudy.imagesearch.ImageSearchExperiment;
import dev.sevenstep.casestudy.recommendation.RecommendationExperiment;
import dev.sevenstep.pipeline.Experiment;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;

/** The case studies there are, in the order to show them. */
public final class CaseStudies {
    private CaseStudies() {
    }

    /** @param clock for the time of a run in its provenance */
    public static List<Experiment> all(Clock clock) {
        return all(clock, System::nanoTime);
    }

    /** @param nanoClock what stages and requests are timed with */
    static List<Experiment> all(Clock clock, LongSupplier nanoClock) {
        return List.of(new FraudExperiment(clock, nanoClock), new RecommendationExperiment(clock, nanoClock),
                new ImageSearchExperiment(clock, nanoClock), new ImageCompressionExperiment(clock, nanoClock));
    }
}
