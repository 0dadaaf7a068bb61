package dev.sevenstep.studio.run;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.EmbeddingId;
import dev.sevenstep.pipeline.vectors.IndexFile;
import dev.sevenstep.pipeline.vectors.IndexQuality;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Indexes;
import dev.sevenstep.pipeline.vectors.Metric;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.pipeline.vectors.VectorIndex;
import dev.sevenstep.pipeline.vectors.Vectors;
import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** A small run of a search among the first pictures of Fashion-MNIST: pixels, and pixels thinned out, compared by angle. */
public final class FashionPictures {
    private static final String DATA = "/dev/sevenstep/case-studies/image-search/data/t10k-";
    private static final List<String> CLASSES = List.of("T-shirt", "Trousers", "Pullover", "Dress", "Coat", "Sandal",
            "Shirt", "Trainer", "Bag", "Ankle boot");
    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;
    private static final int CUTOFF = 10;

    private final int catalogue;
    private final int queries;
    private final byte[] levels;
    private final byte[] labels;
    private final Runnable slow;

    public FashionPictures(int catalogue, int queries) {
        this(catalogue, queries, () -> {});
    }

    /** @param slow what making the vector of a picture from elsewhere waits for */
    FashionPictures(int catalogue, int queries, Runnable slow) {
        this.slow = slow;
        this.catalogue = catalogue;
        this.queries = queries;
        levels = read("images-idx3-ubyte.gz", 16, (catalogue + queries) * PIXELS);
        labels = read("labels-idx1-ubyte.gz", 8, catalogue + queries);
    }

    private static byte[] read(String name, int head, int count) {
        try (InputStream in = CaseStudies.class.getResourceAsStream(DATA + name);
                DataInputStream data = new DataInputStream(new GZIPInputStream(in))) {
            data.skipNBytes(head);
            byte[] read = new byte[count];
            data.readFully(read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Part implements ImageTest.Gallery {
        private final int from;
        private final int size;

        Part(int from, int size) {
            this.from = from;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int label(int item) {
            return labels[from + item];
        }

        @Override
        public String name(int item) {
            return "no. " + (from + item + 1);
        }

        @Override
        public Picture picture(int item) {
            return Picture.grey(SIDE, SIDE, levels, (from + item) * PIXELS);
        }
    }

    /** @param thinned one pixel in so many is kept, each way */
    private Vectors vectors(int from, int count, int thinned) {
        int side = SIDE / thinned;
        float[] data = new float[count * side * side];
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < side * side; p++) {
                data[i * side * side + p] = levels[(from + i) * PIXELS + p / side * thinned * SIDE
                        + p % side * thinned] & 0xff;
            }
        }
        return Vectors.of(data, side * side);
    }

    private static float[] vector(Picture picture, int thinned) {
        if (picture.width() < SIDE || picture.height() < SIDE) {
            throw new RunException("The picture is smaller than 28 × 28 pixels");
        }
        int side = SIDE / thinned;
        float[] vector = new float[side * side];
        for (int p = 0; p < vector.length; p++) {
            vector[p] = picture.grey(p % side * picture.width() / side, p / side * picture.height() / side);
        }
        return vector;
    }

    private record Live(String id, Vectors items, Vectors queries, int thinned, VectorIndex exact,
            VectorIndex built, Runnable slow) implements ImageSearch.Searcher {
        @Override
        public IndexSpec index() {
            return built.spec();
        }

        @Override
        public double bytesPerVector() {
            return built.bytesPerVector();
        }

        @Override
        public ImageSearch.Answer search(Picture picture, int k, Effort effort, Progress progress) {
            float[] vector = progress.stage("Making its vector", _ -> {
                slow.run();
                return vector(picture, thinned);
            });
            return answer(vector, k, effort, -1, 12);
        }

        @Override
        public ImageSearch.Answer searchQuery(int query, int k, Effort effort, Progress progress) {
            return answer(queries.row(query), k, effort, -1, 0);
        }

        @Override
        public ImageSearch.Answer searchItem(int item, int k, Effort effort, Progress progress) {
            return answer(items.row(item), k, effort, item, 0);
        }

        private ImageSearch.Answer answer(float[] vector, int k, Effort effort, int without, double micros) {
            // One more where the item itself is among them.
            int wanted = without < 0 ? k : k + 1;
            long start = System.nanoTime();
            Neighbours all = without(exact.search(vector, wanted, effort), without, k);
            long between = System.nanoTime();
            Neighbours found = without(built.search(vector, wanted, effort), without, k);
            return new ImageSearch.Answer(all, found, micros, (between - start) / 1e3,
                    (System.nanoTime() - between) / 1e3);
        }

        private static Neighbours without(Neighbours found, int item, int k) {
            int[] kept = IntStream.range(0, found.size()).filter(i -> found.ids()[i] != item).limit(k).toArray();
            float[] distances = new float[kept.length];
            for (int i = 0; i < kept.length; i++) {
                distances[i] = found.distances()[kept[i]];
            }
            return new Neighbours(Arrays.stream(kept).map(i -> found.ids()[i]).toArray(), distances,
                    found.compared());
        }

        @Override
        public ImageSearch.EffortPoint measure(Effort effort, int count, int threads, Progress progress) {
            List<Neighbours> truth = IntStream.range(0, count)
                    .mapToObj(query -> exact.search(queries.row(query), CUTOFF)).toList();
            return new IndexQuality(truth, new LatencyProbe(System::nanoTime, 10, 50, 0.1), System::nanoTime)
                    .measure(built.spec(), effort, query -> built.search(queries.row(query), CUTOFF, effort), threads,
                            progress);
        }

        @Override
        public ImageSearch.Searcher with(IndexSpec index, int threads, Progress progress) {
            return new Live(id, items, queries, thinned, exact,
                    Indexes.build(index, items, Metric.COSINE, 7, threads, progress), slow);
        }

        @Override
        public void save(Path file) {
            IndexFile.save(built, new EmbeddingId(id, "1"), file);
        }

        @Override
        public ImageSearch.Searcher open(Path file) {
            return new Live(id, items, queries, thinned, exact, IndexFile.open(file, new EmbeddingId(id, "1"), 1),
                    slow);
        }
    }

    private static Progress quiet() {
        return new StageLog(System::nanoTime, _ -> {});
    }

    private ImageSearch search(String id, int thinned) {
        Vectors items = vectors(0, catalogue, thinned);
        VectorIndex exact = Indexes.build(IndexSpec.EXACT, items, Metric.COSINE, 7, 1, quiet());
        Live live = new Live(id, items, vectors(catalogue, queries, thinned), thinned, exact, exact, slow);
        Neighbours[] found = IntStream.range(0, queries)
                .mapToObj(q -> live.searchQuery(q, CUTOFF, Effort.USUAL, quiet()).exact()).toArray(Neighbours[]::new);
        List<ImageSearch.ClassFigures> figures = new ArrayList<>();
        for (int c = 0; c < CLASSES.size(); c++) {
            int label = c;
            int[] of = IntStream.range(0, queries).filter(q -> labels[catalogue + q] == label).toArray();
            figures.add(new ImageSearch.ClassFigures(of.length,
                    IntStream.of(of).mapToDouble(q -> IntStream.of(found[q].ids())
                            .filter(item -> labels[item] == label).count() / (double) CUTOFF).average()
                            .orElse(Double.NaN),
                    of.length == 0 ? Double.NaN : 1));
        }
        return new ImageSearch(new ImageSearch.EmbeddingId(id, "f" + thinned, items.dimension()), found, found, figures,
                Effort.USUAL, List.of(new ImageSearch.EffortPoint("all", Effort.USUAL, 1, catalogue, 2_000 * thinned,
                        500.0 / thinned, 900.0 / thinned)),
                live);
    }

    /** The run of a case study with that id. */
    public RunResult result(String experiment) {
        Map<String, ImageSearch> searches = new LinkedHashMap<>();
        searches.put("raw", search("raw", 1));
        searches.put("thin", search("thin", 4));
        MetricSpec precision = new MetricSpec("precisionAt10", "Precision@10", "", "Share of the class.", true, 3);
        List<Approach> approaches = List.of(approach("raw", "Raw pixels", 0.8),
                approach("thin", "Thinned pixels", 0.7));
        ImageTest test = new ImageTest(CLASSES, new Part(0, catalogue), new Part(catalogue, queries), false, CUTOFF,
                catalogue + " pictures searched for " + queries + " others",
                List.of(new ImageTest.Skipped("cats/17.jpg", "cannot be decoded: no EOI marker")), searches);
        return new RunResult(experiment, "Pictures", ParameterValues.of(List.of()),
                new DatasetInfo("Fashion-MNIST", "0", catalogue + queries, false, test.note()), List.of(precision),
                approaches, List.of(), Optional.empty(), Optional.empty(), Optional.of(test),
                new Provenance(7, 1, Instant.EPOCH, Map.of(), "test"));
    }

    private static Approach approach(String id, String name, double precision) {
        return new Approach(id, name, id, Map.of("precisionAt10", Estimate.exact(precision)), Optional.empty(),
                List.of(), Optional.empty(), 0, new double[0], Double.NaN, Optional.empty(), Optional.empty());
    }
}
