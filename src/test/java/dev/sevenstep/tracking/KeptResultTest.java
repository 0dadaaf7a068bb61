package dev.sevenstep.tracking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.SampleRun;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.task.Progress;
import dev.sevenstep.chart.SampleRanking;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.studio.run.FashionPictures;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept run is opened as it was: the same charts, to the last digit. */
class KeptResultTest {
    @TempDir
    private Path folder;

    /** What made the sample, as far as opening asks for it. */
    private static final Experiment SAMPLE = named("sample");

    private static Experiment named(String id) {
        return new Experiment() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String title() {
                return "Sample";
            }

            @Override
            public String summary() {
                return "";
            }

            @Override
            public List<Parameter> parameters() {
                return List.of();
            }

            @Override
            public List<MetricSpec> metrics() {
                return List.of();
            }

            @Override
            public Function<String, Picture> pictures(ParameterValues parameters, String hash) {
                return name -> new Picture(1, 1, new int[]{name.length()});
            }

            @Override
            public RunResult run(ParameterValues parameters, long seed, int threads, Progress progress) {
                return SampleRun.of(seed, 3_000);
            }
        };
    }

    private RunStore store() {
        return new RunStore(folder, Clock.systemUTC(), UUID::randomUUID, "ada");
    }

    @Test
    void theChartsAreThoseOfTheRun() {
        RunResult before = SampleRun.of(5, 3_000);
        RunStore store = store();
        RunResult after = store.open(store.keep(before, List.of()), SAMPLE);
        assertEquals(before.approaches().stream().map(Approach::id).toList(),
                after.approaches().stream().map(Approach::id).toList());
        RunCharts then = new RunCharts(before);
        RunCharts now = new RunCharts(after);
        assertEquals(then.kinds(), now.kinds());
        for (ChartKind kind : then.kinds()) {
            assertEquals(then.chart(kind, Selection.all(before)).table(),
                    now.chart(kind, Selection.all(after)).table(), kind.title());
        }
        BinaryTest test = before.binary().orElseThrow();
        BinaryTest read = after.binary().orElseThrow();
        assertArrayEquals(test.entities(), read.entities());
        assertEquals(test.resampling(), read.resampling());
        assertEquals(test.records().columns(), read.records().columns());
        assertEquals(test.records().cell(17, 2), read.records().cell(17, 2));
        assertEquals(before.dataset(), after.dataset());
        assertEquals(before.provenance(), after.provenance());
    }

    /** The charts of a run and of what was kept of it. */
    private static void assertSameCharts(RunResult before, RunResult after, ChartKind... without) {
        RunCharts then = new RunCharts(before);
        RunCharts now = new RunCharts(after);
        List<ChartKind> kept = then.kinds().stream().filter(kind -> !List.of(without).contains(kind)).toList();
        assertEquals(kept, now.kinds());
        for (ChartKind kind : kept) {
            assertEquals(then.chart(kind, Selection.all(before)).table(),
                    now.chart(kind, Selection.all(after)).table(), kind.title());
        }
        assertEquals(before.dataset(), after.dataset());
        assertEquals(before.provenance(), after.provenance());
    }

    @Test
    void aRankingIsOpenedWithItsListsMapsAndCurves() {
        RunResult before = SampleRanking.result(3);
        RunStore store = store();
        RunResult after = store.open(store.keep(before, List.of()), named(before.experiment()));
        assertSameCharts(before, after);
        assertTrue(after.modelsGone() && !before.modelsGone());
        RankingTest test = before.ranking().orElseThrow();
        RankingTest read = after.ranking().orElseThrow();
        assertEquals(test.items(), read.items());
        assertEquals(test.users(), read.users());
        assertEquals(test.note(), read.note());
        for (String id : test.rankings().keySet()) {
            Ranking then = Objects.requireNonNull(test.rankings().get(id));
            Ranking now = Objects.requireNonNull(read.rankings().get(id));
            for (int user = 0; user < test.users().size(); user++) {
                assertArrayEquals(test.histories()[user], read.histories()[user]);
                assertArrayEquals(test.heldOut()[user], read.heldOut()[user]);
                int shown = Math.min(test.cutoff(), then.lists()[user].length);
                assertArrayEquals(Arrays.copyOf(then.lists()[user], shown), now.lists()[user]);
                assertArrayEquals(Arrays.copyOf(then.scores()[user], shown), now.scores()[user], 0f);
            }
            assertEquals(then.points(), now.points());
            assertEquals(then.map().isPresent(), now.map().isPresent());
            then.map().ifPresent(map -> assertArrayEquals(map.x(), now.map().orElseThrow().x(), 0f));
        }
    }

    @Test
    void anImageSearchIsOpenedWithItsNeighboursAndThePicturesOfItsData() {
        RunResult before = new FashionPictures(300, 40).result("image-search");
        RunStore store = store();
        RunResult after = store.open(store.keep(before, List.of()), named(before.experiment()));
        assertSameCharts(before, after);
        assertTrue(after.modelsGone() && !before.modelsGone());
        ImageTest test = before.images().orElseThrow();
        ImageTest read = after.images().orElseThrow();
        assertEquals(test.classes(), read.classes());
        assertEquals(test.skipped(), read.skipped());
        assertEquals(test.queries().label(7), read.queries().label(7));
        assertEquals("no. 308", read.queries().name(7));
        assertEquals(7, read.queries().picture(7).rgb()[0], "asked for by its name");
        for (String id : test.searches().keySet()) {
            ImageSearch then = Objects.requireNonNull(test.searches().get(id));
            ImageSearch now = Objects.requireNonNull(read.searches().get(id));
            assertEquals(then.embedding(), now.embedding());
            assertEquals(then.classes(), now.classes());
            assertEquals(then.points(), now.points());
            assertEquals(then.searcher().index(), now.searcher().index());
            for (int query = 0; query < then.found().length; query++) {
                assertArrayEquals(then.found()[query].ids(), now.found()[query].ids());
                assertArrayEquals(then.exact()[query].distances(), now.exact()[query].distances(), 0f);
            }
            assertArrayEquals(then.exact()[3].ids(), now.searcher().searchQuery(3, 10, then.effort(),
                    new StageLog(System::nanoTime, _ -> {})).exact().ids());
            assertTrue(String.valueOf(assertThrows(RunException.class,
                    () -> now.searcher().searchItem(3, 10, then.effort(), new StageLog(System::nanoTime, _ -> {})))
                    .getMessage()).contains("run it again"));
        }
    }

    @Test
    void aRunWithFiguresOnlyIsOpenedToo() {
        RunResult of = SampleRanking.result(2);
        RunResult before = new RunResult(of.experiment(), of.title(), of.parameters(), of.dataset(), of.metrics(),
                of.approaches(), of.stages(), Optional.empty(), Optional.empty(), Optional.empty(), of.provenance());
        RunStore store = store();
        RunResult after = store.open(store.keep(before, List.of()), named(before.experiment()));
        assertSameCharts(before, after);
        assertFalse(after.modelsGone(), "nothing of it would need one");
    }

    private static long bytes(RunStore store, RunRecord run) {
        try (Stream<Path> files = Files.list(store.artifacts(run))) {
            return files.filter(file -> file.toString().endsWith(".gz")).mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Trials come in hundreds: figures and curves are kept, what is large is not. */
    @Test
    void ofATrialFiguresAndCurvesAreKept() {
        RunStore store = store();
        RunResult scores = SampleRun.of(5, 3_000);
        RunRecord whole = store.keep(scores, List.of());
        RunRecord trial = store.keep(scores, List.of(), Map.of(), KeptResult.trial(scores, "trees"));
        assertTrue(bytes(store, trial) < bytes(store, whole) / 2,
                bytes(store, trial) + " of " + bytes(store, whole));
        RunResult opened = store.open(trial, SAMPLE);
        assertEquals(List.of("trees"),
                opened.approaches().stream().filter(Selection::ran).map(Approach::id).toList());
        Selection trees = new Selection(Set.of("trees"), "trees");
        for (ChartKind kind : List.of(ChartKind.PRECISION_RECALL, ChartKind.COST, ChartKind.CALIBRATION)) {
            assertEquals(new RunCharts(scores).chart(kind, trees).table(),
                    new RunCharts(opened).chart(kind, trees).table(), kind.title());
        }
        RunResult lists = SampleRanking.result(3);
        RunResult ranking = store.open(store.keep(lists, List.of(), Map.of(), KeptResult.trial(lists, "a1")),
                named(lists.experiment()));
        assertSameCharts(lists, ranking, ChartKind.MAP);
        assertEquals(List.of(), ranking.ranking().orElseThrow().users());
        RunResult pictures = new FashionPictures(300, 40).result("image-search");
        RunResult images = store.open(store.keep(pictures, List.of(), Map.of(), KeptResult.trial(pictures, "raw")),
                named("image-search"));
        assertSameCharts(pictures, images);
        assertEquals(0, images.images().orElseThrow().queries().size());
    }

    @Test
    void aRunWithoutScoresSaysWhatToDo() throws IOException {
        RunStore store = store();
        RunRecord old = store.keep(SampleRun.of(5, 300), List.of());
        Files.delete(store.artifacts(old).resolve("scores.bin.gz"));
        assertFalse(store.opens(old));
        assertTrue(String.valueOf(assertThrows(TrackingException.class, () -> store.open(old, SAMPLE)).getMessage())
                .contains("Run it again"));
    }

    /** Cut off anywhere, or with any byte another: it is refused or opened, and never fails in another way. */
    @Test
    void aDamagedFileIsRefused() throws IOException {
        RunStore store = store();
        Map<String, RunResult> results = Map.of("scores", SampleRun.of(5, 300), "lists", SampleRanking.result(2),
                "neighbours", new FashionPictures(100, 20).result("image-search"));
        SplittableRandom random = new SplittableRandom(11);
        for (Map.Entry<String, RunResult> entry : results.entrySet()) {
            RunRecord run = store.keep(entry.getValue(), List.of());
            Experiment experiment = named(run.experiment());
            Path file = store.artifacts(run).resolve(entry.getKey() + ".bin.gz");
            byte[] whole = Files.readAllBytes(file);
            for (int length : new int[]{0, 9, whole.length / 2, whole.length - 1}) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThrows(TrackingException.class, () -> store.open(run, experiment), length + " bytes");
            }
            byte[] plain = unpacked(whole);
            for (int i = 0; i < 300; i++) {
                byte[] damaged = plain.clone();
                damaged[random.nextInt(random.nextBoolean() ? 200 : damaged.length)] ^= (byte) (1 << random.nextInt(8));
                try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                    out.write(damaged);
                }
                try {
                    store.open(run, experiment);
                } catch (TrackingException e) {
                    assertTrue(String.valueOf(e.getMessage()).contains("Run it again"));
                }
            }
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
