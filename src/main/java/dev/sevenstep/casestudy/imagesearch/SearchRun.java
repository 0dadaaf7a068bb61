package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.StageTime;
import dev.sevenstep.pipeline.StageTimer;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.Efforts;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.pipeline.vectors.VectorIndex;
import dev.sevenstep.stats.UserMeans;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One embedding in one index, from building to answers. */
final class SearchRun {
    private final String id;
    private final String name;
    private final String family;
    private final EmbeddedSet set;
    private final Neighbours[] exact;
    private final Neighbours[] found;
    private final LiveSearch live;
    private final Effort effort;
    private final UserMeans means;
    private final LatencyProfile latency;
    private final List<ImageSearch.EffortPoint> points = new ArrayList<>();
    private final List<StageTime> stages;

    /** What all of them are measured with. */
    record Bench(long seed, int threads, Effort effort, LatencyProbe request, LatencyProbe search,
            LongSupplier nanoClock) {}

    /**
     * An embedding whose vectors are there.
     *
     * @param exact the nearest of each query
     * @param stages that led here
     */
    record Embedded(Embedding embedding, EmbeddedSet set, Neighbours[] exact, List<StageTime> stages) {}

    SearchRun(Embedded embedded, ImageSearchOptions.Indexed indexed, boolean several, Bench bench, Progress progress) {
        Embedding embedding = embedded.embedding();
        id = several ? embedding.id() + "/" + indexed.suffix() : embedding.id();
        name = several ? embedding.name() + ", " + indexed.spec().label() : embedding.name();
        family = embedding.id();
        set = embedded.set();
        exact = embedded.exact();
        effort = bench.effort();
        StageTimer timer = new StageTimer(bench.nanoClock());
        VectorIndex index = timer.time("build", name + ": building the index", progress,
                inner -> LiveSearch.build(set, indexed.spec(), bench.seed(), bench.threads(), inner));
        live = new LiveSearch(family, set, List.of(exact), index, bench.seed(), bench.search(), bench.nanoClock());
        found = timer.time("search", name + ": searching", progress,
                inner -> index == set.exact()
                        ? exact
                        : set.searchAll(index, SearchQuality.CUTOFF, effort, bench.threads(), inner));
        means = SearchQuality.means(set, exact, found, index.bytesPerVector());
        latency = timer.time("latency", name + ": latency", progress, inner -> request(index, bench, inner));
        timer.time("points", name + ": other efforts", progress, inner -> {
            List<Effort> efforts = Efforts.of(index.spec(), effort);
            for (Effort each : efforts) {
                points.add(live.measure(each, exact.length, bench.threads(), inner.quiet()));
                inner.report((double) points.size() / efforts.size());
            }
            return points;
        });
        stages = new ArrayList<>(embedded.stages());
        stages.addAll(timer.times());
    }

    /** A whole request: a picture in, ten neighbours out. */
    private LatencyProfile request(VectorIndex index, Bench bench, Progress progress) {
        ImageSplit split = set.split();
        try (Embedder.Session session = set.embedder().open()) {
            return bench.request().measure(i -> index.search(
                    session.embed(split.set().picture(split.queries()[i % split.queries().length])),
                    SearchQuality.CUTOFF, effort), progress);
        }
    }

    String id() {
        return id;
    }

    /** Figures query by query. */
    UserMeans means() {
        return means;
    }

    Approach approach(Map<String, Estimate> metrics) {
        return new Approach(id, name, family, metrics, Optional.empty(), stages, Optional.of(latency),
                set.embedder().bytes() + Math.round(live.bytesPerVector() * set.catalogue().size()), new double[0],
                Double.NaN, Optional.empty(), Optional.empty());
    }

    ImageSearch search() {
        return new ImageSearch(
                new ImageSearch.EmbeddingId(family, set.embedder().version(), set.embedder().dimension()), exact, found,
                SearchQuality.classes(set, exact, found), effort, points, live);
    }
}
