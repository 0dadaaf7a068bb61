package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BootstrapEstimates;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.RunUnderWay;
import dev.sevenstep.pipeline.StageTimer;
import dev.sevenstep.pipeline.Versions;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Pictures like a picture: several embeddings in several indexes, asked the same queries. */
public final class ImageSearchExperiment implements Experiment {
    private final Clock clock;
    private final LongSupplier nanoClock;
    private final LatencyProbe request;
    private final LatencyProbe search;

    /** @param clock for the time of a run in its provenance */
    public ImageSearchExperiment(Clock clock) {
        this(clock, System::nanoTime);
    }

    /**
     * @param clock for the time of a run in its provenance
     * @param nanoClock what stages and requests are timed with
     */
    public ImageSearchExperiment(Clock clock, LongSupplier nanoClock) {
        this(clock, nanoClock, new LatencyProbe(nanoClock, 200, 1_000, 0.5),
                new LatencyProbe(nanoClock, 100, 500, 0.2));
    }

    ImageSearchExperiment(Clock clock, LongSupplier nanoClock, LatencyProbe request, LatencyProbe search) {
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.request = request;
        this.search = search;
    }

    @Override
    public String id() {
        return "image-search";
    }

    @Override
    public String title() {
        return "Image search";
    }

    @Override
    public String summary() {
        return "From raw pixels to a trained network, from comparing with all to graphs: which pictures are like this one?"
                + " Real pictures (Fashion-MNIST) unless you give a folder.";
    }

    @Override
    public List<Parameter> parameters() {
        return ImageSearchOptions.parameters();
    }

    @Override
    public List<MetricSpec> metrics() {
        return SearchQuality.metrics();
    }

    @Override
    public Ending endsIn() {
        return Ending.PICTURES;
    }

    @Override
    public Function<String, Picture> pictures(ParameterValues parameters, String hash) {
        return new PicturesByName(parameters.text(ImageSearchOptions.DATA), hash);
    }

    @Override
    public RunResult run(ParameterValues parameters, long seed, int threads, Progress progress) {
        RunUnderWay begun = new RunUnderWay(this, parameters, seed, threads, clock, nanoClock);
        StageTimer timer = begun.timer();
        List<Embedding> embeddings = ImageSearchOptions.embeddings(parameters);
        PictureSet set = timer.time("load", "Reading pictures", progress, inner -> {
            embeddings.forEach(embedding -> embedding.check(inner));
            return pictures(parameters.text(ImageSearchOptions.DATA), threads, inner);
        });
        ImageSplit split = ImageSplit.of(set, parameters.text(ImageSearchOptions.PROTOCOL));
        SearchRun.Bench bench = new SearchRun.Bench(seed, threads, ImageSearchOptions.effort(parameters), request,
                search,
                nanoClock);
        List<ImageSearchOptions.Indexed> indexes = ImageSearchOptions.indexes(parameters);
        List<Slot> slots = new ArrayList<>();
        // One after another, each on all threads: beside each other their times would tell of the neighbours.
        for (Embedding embedding : embeddings) {
            slots.addAll(runs(embedding, split, indexes, bench, progress));
        }
        List<Map<String, Estimate>> estimates = timer.time("intervals", "Bootstrap intervals", progress,
                inner -> BootstrapEstimates.of(
                        slots.stream().map(slot -> slot.run.map(
                                run -> (BootstrapEstimates.Figures) run.means()::figures)).toList(),
                        metrics(), split.queries().length, parameters.whole(ImageSearchOptions.REPLICATES), seed,
                        threads,
                        inner));
        List<Approach> approaches = new ArrayList<>();
        Map<String, ImageSearch> searches = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            Map<String, Estimate> figures = estimates.get(i);
            approaches.add(slots.get(i).run.map(run -> run.approach(figures)).orElseGet(slots.get(i)::missing));
            slots.get(i).run.ifPresent(run -> searches.put(run.id(), run.search()));
        }
        return begun.result(info(split), metrics(), approaches).with(new ImageTest(set.classes(),
                split.gallery(split.catalogue()), split.gallery(split.queries()), split.leaveOneOut(),
                SearchQuality.CUTOFF, split.note(), set.skipped(), searches));
    }

    private static PictureSet pictures(String data, int threads, Progress progress) {
        if (data.isBlank()) {
            return IdxPictures.shipped(progress);
        }
        Path path = Path.of(data);
        return Files.isDirectory(path)
                ? PhotoFolder.read(path, threads, progress)
                : IdxPictures.read(path, progress);
    }

    private static DatasetInfo info(ImageSplit split) {
        PictureSet set = split.set();
        return new DatasetInfo(set.title(), set.hash(), set.size(), false,
                String.format(Locale.ROOT, "%,d pictures. %s%s", set.size(), split.note(), set.skipped().isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, ". %,d files could not be used, such as %s: it %s",
                                set.skipped().size(), set.skipped().getFirst().file(),
                                set.skipped().getFirst().reason())));
    }

    /** @param why it could not run, if it could not */
    private record Slot(Embedding embedding, Optional<SearchRun> run, String why) {
        Approach missing() {
            return new Approach(embedding.id(), embedding.name(), embedding.id(), Map.of(), Optional.empty(), List.of(),
                    Optional.empty(), 0, new double[0], Double.NaN, Optional.empty(), Optional.of(why));
        }
    }

    private List<Slot> runs(Embedding embedding, ImageSplit split, List<ImageSearchOptions.Indexed> indexes,
            SearchRun.Bench bench, Progress progress) {
        Embedding.Learning learning = new Embedding.Learning(split.set(), split.catalogue(), split.leaveOneOut());
        Optional<String> unavailable = embedding.unavailable(learning);
        if (unavailable.isPresent()) {
            return List.of(new Slot(embedding, Optional.empty(), unavailable.get()));
        }
        try {
            SearchRun.Embedded embedded = embedded(embedding, learning, split, bench, progress);
            return indexes.stream().map(indexed -> new Slot(embedding, Optional.of(
                    new SearchRun(embedded, indexed, indexes.size() > 1, bench, progress)), "")).toList();
        } catch (Unlearnable e) {
            return List.of(new Slot(embedding, Optional.empty(), String.valueOf(e.getMessage())));
        } catch (LinkageError e) {
            return List.of(new Slot(embedding, Optional.empty(), Versions.missingNative(e)));
        }
    }

    private SearchRun.Embedded embedded(Embedding embedding, Embedding.Learning learning, ImageSplit split,
            SearchRun.Bench bench, Progress progress) {
        StageTimer timer = new StageTimer(nanoClock);
        Embedder embedder = timer.time("fit", embedding.name() + ": learning", progress,
                inner -> embedding.fit(learning, bench.seed(), bench.threads(), inner));
        EmbeddedSet set = timer.time("embed", embedding.name() + ": embedding", progress,
                inner -> EmbeddedSet.of(split, embedder, bench.threads(), inner));
        Neighbours[] exact = timer.time("exact", embedding.name() + ": comparing with all", progress,
                inner -> set.searchAll(set.exact(), SearchQuality.CUTOFF, Effort.USUAL, bench.threads(), inner));
        return new SearchRun.Embedded(embedding, set, exact, timer.times());
    }
}
