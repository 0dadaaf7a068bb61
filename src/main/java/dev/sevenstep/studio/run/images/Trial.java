package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.SearchFront;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.task.Progress;

/**
 * An index at one effort, measured with some queries of the test.
 *
 * @param buildSeconds NaN where it was not built here
 * @param queries measured with
 */
record Trial(Approach approach, IndexSpec spec, ImageSearch.EffortPoint point, double bytesPerVector,
        double buildSeconds, int queries) {

    /** Takes up to a second. */
    static Trial of(Approach approach, ImageModel.Live live, Effort effort, int queries, int threads,
            Progress progress) {
        return new Trial(approach, live.searcher().index(),
                live.searcher().measure(effort, queries, threads, progress), live.searcher().bytesPerVector(),
                live.buildSeconds(), queries);
    }

    /** What of the effort counts for the index, such as "efSearch 64"; its name where nothing does. */
    String setting() {
        return spec.equals(IndexSpec.EXACT) ? spec.label() : point.label();
    }

    String name() {
        return approach.name() + ", " + spec.label() + (spec.equals(IndexSpec.EXACT) ? "" : ", " + point.label());
    }

    SearchFront.Spot spot(SearchFront.Sort sort) {
        return new SearchFront.Spot(approach.id(), approach.name() + ", " + spec.label(),
                sort == SearchFront.Sort.PINNED ? setting() : name(), sort, point.recall(), point.p50Micros());
    }
}
