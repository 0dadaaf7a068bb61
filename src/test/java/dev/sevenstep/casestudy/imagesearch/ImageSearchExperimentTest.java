package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Precision;
import dev.sevenstep.task.StageLog;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole case on pictures of bars, lying and standing. */
class ImageSearchExperimentTest {
    private static final int COUNT = 500;

    @TempDir
    private static Path folder = Path.of("");

    /** Few requests: what latency is does not matter here. */
    private static final LatencyProbe PROBE = new LatencyProbe(System::nanoTime, 2, 20, 1);

    private final ImageSearchExperiment experiment = new ImageSearchExperiment(Clock.systemUTC(), System::nanoTime,
            PROBE, PROBE);

    @BeforeAll
    static void write() throws IOException {
        PictureSet bars = Quiet.bars(COUNT, false, 1);
        ByteBuffer images = ByteBuffer.allocate(16 + COUNT * Levels.COUNT).putInt(0x803).putInt(COUNT).putInt(28)
                .putInt(28);
        ByteBuffer labels = ByteBuffer.allocate(8 + COUNT).putInt(0x801).putInt(COUNT);
        for (int i = 0; i < COUNT; i++) {
            labels.put((byte) bars.label(i));
            for (int pixel : bars.picture(i).rgb()) {
                images.put((byte) pixel);
            }
            if (i < 40) {
                Path file = folder.resolve("photos").resolve(bars.classes().get(i % 2)).resolve(i + ".png");
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
                image.setRGB(0, 0, 28, 28, bars.picture(i).rgb(), 0, 28);
                ImageIO.write(image, "png", file.toFile());
            }
        }
        Files.write(folder.resolve("bars-images-idx3-ubyte"), images.array());
        Files.write(folder.resolve("bars-labels-idx1-ubyte"), labels.array());
    }

    private ParameterValues small() {
        return ParameterValues.of(experiment.parameters())
                .with("data", folder.resolve("bars-images-idx3-ubyte").toString())
                .with("replicates", "20").with("components", "10").with("epochs", "3");
    }

    private RunResult run(ParameterValues parameters, int threads) {
        return experiment.run(parameters, 5, threads, Quiet.unwatched());
    }

    private static double value(RunResult result, String approach, String metric) {
        Approach found = result.approaches().stream().filter(a -> a.id().equals(approach)).findFirst().orElseThrow();
        return Objects.requireNonNull(found.metrics().get(metric), metric).value();
    }

    private static ImageSearch search(RunResult result, String approach) {
        return Objects.requireNonNull(result.images().orElseThrow().searches().get(approach), approach);
    }

    @Test
    void figuresDoNotDependOnTheNumberOfThreads() {
        RunResult one = run(small().with("index", "every"), 1);
        RunResult two = run(small().with("index", "every"), 3);
        assertEquals(one.approaches().size(), two.approaches().size());
        for (int i = 0; i < one.approaches().size(); i++) {
            assertEquals(one.approaches().get(i).id(), two.approaches().get(i).id());
            Map<String, Estimate> figures = one.approaches().get(i).metrics();
            assertEquals(figures, two.approaches().get(i).metrics(), one.approaches().get(i).id());
            assertEquals(one.approaches().get(i).unavailable().isPresent(), figures.isEmpty());
        }
        assertEquals(search(one, "perceptron/exact").embedding(), search(two, "perceptron/exact").embedding());
    }

    @Test
    void barsAreFoundByEveryEmbeddingAndMissedByNoExactIndex() {
        RunResult result = run(small().with("index", "exact"), 2);
        ImageTest test = result.images().orElseThrow();
        assertEquals(400, test.catalogue().size());
        assertEquals(100, test.queries().size());
        for (String id : new String[]{"raw", "centred", "pca", "hog", "perceptron"}) {
            assertTrue(value(result, id, "precisionAt10") > 0.75, id);
            assertEquals(1, value(result, id, "recallAt10"));
            ImageSearch search = search(result, id);
            assertEquals(2, search.classes().size());
            assertEquals(100, search.classes().stream().mapToInt(ImageSearch.ClassFigures::queries).sum());
            assertEquals(value(result, id, "precisionAt10"), search.classes().stream()
                    .mapToDouble(each -> each.precision() * each.queries()).sum() / 100, 1e-9);
        }
        assertTrue(result.approaches().stream().filter(a -> a.id().equals("histogram") || a.id().equals("mobilenet"))
                .allMatch(a -> a.unavailable().isPresent()));
    }

    /** A query's own picture, from elsewhere, is answered as the query was. */
    @Test
    void picturesFromElsewhereAreAnsweredAsTheTestWas() {
        RunResult result = run(small().with("embeddings", "pca,hog"), 2);
        ImageTest test = result.images().orElseThrow();
        for (String id : new String[]{"pca", "hog"}) {
            ImageSearch search = search(result, id);
            ImageSearch.Searcher searcher = search.searcher();
            for (int query = 0; query < 20; query++) {
                Picture picture = test.queries().picture(query);
                ImageSearch.Answer answer = searcher.search(picture, 10, search.effort(), Quiet.unwatched());
                assertArrayEquals(search.exact()[query].ids(), answer.exact().ids());
                assertArrayEquals(search.found()[query].ids(), answer.found().ids());
                assertArrayEquals(search.found()[query].ids(),
                        searcher.searchQuery(query, 10, search.effort(), Quiet.unwatched()).found().ids());
                int item = answer.exact().ids()[0];
                assertTrue(IntStream.of(searcher.searchItem(item, 10, search.effort(), Quiet.unwatched()).exact().ids())
                        .noneMatch(id2 -> id2 == item));
            }
            ImageSearch.Answer large = searcher.search(new Picture(90, 50, new int[4_500]), 10, search.effort(),
                    Quiet.unwatched());
            assertEquals(10, large.exact().size());
        }
    }

    /** What is measured in the window is what the run measured, as far as it does not depend on the machine. */
    @Test
    void measuringAgainGivesTheFiguresOfTheRun() {
        ImageSearch search = search(run(small().with("embeddings", "raw").with("index", "ivf").with("nprobe", "2"), 2),
                "raw");
        for (ImageSearch.EffortPoint point : search.points()) {
            ImageSearch.EffortPoint again = search.searcher().measure(point.effort(), 1_000, 1, Quiet.unwatched());
            assertEquals(point.recall(), again.recall());
            assertEquals(point.compared(), again.compared());
            assertEquals(point.label(), again.label());
        }
        ImageSearch.EffortPoint own = search.searcher().measure(search.effort(), 1_000, 1, Quiet.unwatched());
        long found = 0;
        for (int query = 0; query < search.found().length; query++) {
            Set<Integer> ids = IntStream.of(search.found()[query].ids()).boxed().collect(Collectors.toSet());
            found += IntStream.of(search.exact()[query].ids()).filter(ids::contains).count();
        }
        assertEquals(found / 10.0 / search.found().length, own.recall(), 1e-12);
        assertTrue(own.recall() < 1, "two lists of 64 do not hold everything");
        assertTrue(own.p50Micros() > 0 && own.p50Micros() <= own.p99Micros() && own.queriesPerSecond() > 0);
        StageLog stopped = new StageLog(System::nanoTime, _ -> {});
        stopped.cancel();
        assertThrows(CancellationException.class, () -> search.searcher().measure(search.effort(), 10, 1, stopped));
    }

    @Test
    void theSameVectorsGoIntoAnotherIndex() {
        ImageSearch search = search(run(small().with("embeddings", "hog"), 2), "hog");
        ImageSearch.Searcher binary = search.searcher().with(new IndexSpec.Flat(Precision.BINARY), 2,
                Quiet.unwatched());
        assertTrue(binary.bytesPerVector() > search.searcher().bytesPerVector() - 4 * search.embedding().dimension());
        ImageSearch.Answer rough = binary.searchQuery(0, 10, Effort.USUAL.withRescored(0),
                Quiet.unwatched());
        ImageSearch.Answer fine = binary.searchQuery(0, 10, Effort.USUAL.withRescored(400),
                Quiet.unwatched());
        assertArrayEquals(search.exact()[0].ids(), fine.found().ids());
        assertArrayEquals(search.exact()[0].ids(), rough.exact().ids());
    }

    @Test
    void inAFolderEachPictureIsLeftOutInTurn() {
        ParameterValues photos = small().with("data", folder.resolve("photos").toString()).with("embeddings",
                "pca,histogram,hog,perceptron");
        RunResult result = run(photos, 2);
        ImageTest test = result.images().orElseThrow();
        assertTrue(test.leaveOneOut());
        assertEquals(40, test.queries().size());
        ImageSearch hog = search(result, "hog");
        for (int query = 0; query < 40; query++) {
            int left = query;
            assertTrue(IntStream.of(hog.exact()[query].ids()).noneMatch(id -> id == left));
            assertEquals(10, hog.exact()[query].size());
        }
        assertTrue(result.approaches().stream().filter(a -> a.id().equals("perceptron")).findFirst().orElseThrow()
                .unavailable().orElseThrow().contains("held-out"));
        RunResult held = run(photos.with("protocol", "held-out"), 2);
        assertEquals(8, held.images().orElseThrow().queries().size());
        assertEquals(4, IntStream.range(0, 8).filter(q -> held.images().orElseThrow().queries().label(q) == 0).count());
    }

    @Test
    void whatCannotRunSaysWhy() {
        String none = String.valueOf(assertThrows(RunException.class,
                () -> run(small().with("data", folder.resolve("nothing").toString()), 1)).getMessage());
        assertTrue(none.contains("nothing"), none);
        String model = String.valueOf(assertThrows(RunException.class,
                () -> run(small().with("embeddings", "raw").with("model",
                        folder.resolve("bars-labels-idx1-ubyte").toString()), 1))
                .getMessage());
        assertTrue(model.contains("cannot be loaded as an ONNX network"), model);
        String early = String.valueOf(assertThrows(RunException.class,
                () -> run(small().with("data", folder.resolve("nothing").toString()).with("model",
                        folder.resolve("bars-labels-idx1-ubyte").toString()), 1))
                .getMessage());
        assertEquals(model, early, "told before anything is read or learnt");
    }

    /** One embedding that cannot learn from the pictures does not take the others with it. */
    @Test
    void plainPicturesAreSearchedByThoseWhoCan() throws IOException {
        SamplePhotos.write(folder.resolve("plain"), 480, 320, "png");
        RunResult result = run(small().with("data", folder.resolve("plain").toString()).with("components", "50")
                .with("embeddings", "raw,pca,hog"), 2);
        assertEquals(3, result.approaches().size());
        assertTrue(result.images().orElseThrow().searches().keySet().containsAll(Set.of("raw", "hog")));
        Approach pca = result.approaches().get(1);
        assertTrue(pca.unavailable().isEmpty() || pca.unavailable().get().contains("too much alike"));
    }

    @Test
    void cancelStopsARun() {
        StageLog[] stopping = new StageLog[1];
        stopping[0] = new StageLog(System::nanoTime, stages -> {
            if (stages.getLast().name().startsWith("Perceptron")) {
                stopping[0].cancel();
            }
        });
        assertThrows(CancellationException.class, () -> experiment.run(small(), 1, 2, stopping[0]));
    }
}
