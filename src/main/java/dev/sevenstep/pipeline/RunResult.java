package dev.sevenstep.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * What a run gave.
 *
 * @param experiment id of the experiment
 * @param metrics what the figures of the approaches mean, in the order to show them
 * @param stages stages shared by all approaches; each approach has its own besides
 * @param binary the test set, for experiments that end in a yes or no
 * @param ranking the test users and their lists, for experiments that end in a ranking
 * @param images the catalogue and ways to search it, for experiments that end in a search among pictures
 */
public record RunResult(String experiment, String title, ParameterValues parameters, DatasetInfo dataset,
        List<MetricSpec> metrics, List<Approach> approaches, List<StageTime> stages, Optional<BinaryTest> binary,
        Optional<RankingTest> ranking, Optional<ImageTest> images, Provenance provenance) {
    public RunResult {
        metrics = List.copyOf(metrics);
        approaches = List.copyOf(approaches);
        stages = List.copyOf(stages);
    }

    /** The same, ending in a yes or no. */
    public RunResult with(BinaryTest test) {
        return new RunResult(experiment, title, parameters, dataset, metrics, approaches, stages, Optional.of(test),
                ranking, images, provenance);
    }

    /** The same, ending in a ranking. */
    public RunResult with(RankingTest test) {
        return new RunResult(experiment, title, parameters, dataset, metrics, approaches, stages, binary,
                Optional.of(test), images, provenance);
    }

    /** The same, ending in a search among pictures. */
    public RunResult with(ImageTest test) {
        return new RunResult(experiment, title, parameters, dataset, metrics, approaches, stages, binary, ranking,
                Optional.of(test), provenance);
    }

    /**
     * Whether models that could be asked anew are gone, as those of a kept run: reasons, part of a history, other pictures. What needs
     * none of them is whole all the same.
     */
    public boolean modelsGone() {
        boolean yesOrNo = binary.isPresent() && approaches.stream().noneMatch(each -> each.explainer().isPresent());
        boolean lists = ranking.map(RankingTest::rankings).filter(of -> !of.isEmpty())
                .filter(of -> of.values().stream().noneMatch(each -> each.recommender().isPresent())).isPresent();
        boolean pictures = images.map(ImageTest::searches).filter(of -> !of.isEmpty())
                .filter(of -> of.values().stream().allMatch(each -> each.searcher().repeats())).isPresent();
        return yesOrNo || lists || pictures;
    }
}
