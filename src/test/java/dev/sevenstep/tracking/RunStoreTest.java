package dev.sevenstep.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.chart.SampleRun;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.StageLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs are kept whole, found, compared and made again. */
class RunStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    /** MLflow's number of the experiment {@code coin}. */
    private static final String COIN = "1432983389";

    private static final int AT_ONCE = 4;

    private final AtomicLong next = new AtomicLong(1);
    private final Coin coin = new Coin(0);

    private RunStore store() {
        return new RunStore(folder, CLOCK, () -> new UUID(0x0123_4567_89ab_cdefL + (next.get() << 32),
                next.getAndIncrement()), "ada");
    }

    private static RunResult run(Coin coin, long seed, String... parameters) {
        ParameterValues values = ParameterValues.of(coin.parameters());
        for (String parameter : parameters) {
            values = values.with(parameter.split("=")[0], parameter.split("=", 2)[1]);
        }
        return coin.run(values, seed, 2, new StageLog(() -> 0, _ -> {}));
    }

    private Set<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void whatIsKeptIsReadBack() {
        RunStore store = store();
        RunRecord kept = store.keep(run(coin, 3, "throws=10", "label=a = ü"), List.of());
        RunStore.Listing listing = store.list(false);
        assertEquals(List.of(kept), listing.runs());
        assertEquals(List.of(), listing.problems());
        assertEquals(Map.of("throws", "10", "label", "a = ü"), kept.parameters());
        assertEquals(CLOCK.instant(), kept.ended());
        assertEquals("it rolled away", kept.approach("bent").orElseThrow().unavailable().orElseThrow());
        assertTrue(kept.metric("bent", "heads").isEmpty(), "an undefined figure is none");
        assertEquals(new TrackedApproach.Latency(1.5, 2, 3.25, 40),
                kept.approach("fair").orElseThrow().latency().orElseThrow());
    }

    /** Stores of the time when experiments had folders of their names go on as they are. */
    @Test
    void runsBelowTheNameOfTheirExperimentAreOpenedAndDeletedToo() throws IOException {
        RunStore store = store();
        RunRecord kept = store.keep(run(coin, 3, "throws=10"), List.of());
        Path named = Files.createDirectories(folder.resolve("mlruns").resolve(coin.id()));
        Files.move(folder.resolve("mlruns/" + COIN).resolve(kept.id()), named.resolve(kept.id()));
        RunRecord found = store().find(kept.id());
        assertTrue(store.opens(found));
        assertEquals(named.resolve(kept.id()).resolve("artifacts"), store.artifacts(found));
        store.delete(found);
        assertEquals(List.of(), store.list(false).runs());
    }

    /** The names and contents are those that MLflow's file store reads. */
    @Test
    void theFolderIsAFileStoreOfMlflow() throws IOException {
        RunRecord kept = store().keep(run(coin, 3, "throws=10"),
                List.of(new Artifact("charts/pr.csv", file -> Files.writeString(file, "a,b\n"))));
        Path run = folder.resolve("mlruns/" + COIN).resolve(kept.id());
        MlflowDataset dataset = new MlflowDataset(kept.dataset());
        String input = dataset.inputId(kept.id());
        assertEquals(Set.of("artifacts/charts/pr.csv", "artifacts/approaches.bin.gz", "artifacts/result.json",
                "meta.yaml", "metrics/fair/cost",
                "metrics/fair/heads", "metrics/fair/latencyMicrosP50", "metrics/fair/latencyMicrosP95",
                "metrics/fair/latencyMicrosP99", "metrics/fair/modelBytes", "metrics/bent/modelBytes", "params/label",
                "inputs/" + input + "/meta.yaml", "params/seed", "params/throws", "tags/dataset.sha256", "tags/machine",
                "tags/mlflow.note.content", "tags/mlflow.runName", "tags/mlflow.source.name",
                "tags/mlflow.source.type",
                "tags/mlflow.user", "tags/version.Java", "tags/version.Sevenstep"), files(run));
        assertEquals("10", Files.readString(run.resolve("params/throws")));
        assertEquals("1770091506000 10.0 0\n", Files.readString(run.resolve("metrics/fair/cost")));
        Map<?, ?> meta = MlflowLayout.meta(run);
        assertEquals(3, meta.get("status"), "FINISHED");
        assertEquals(COIN, meta.get("experiment_id"));
        assertEquals(kept.id(), meta.get("run_id"));
        assertEquals(run.resolve("artifacts").toUri().toString().replaceAll("/$", ""), meta.get("artifact_uri"));
        Map<?, ?> experiment = MlflowLayout.meta(folder.resolve("mlruns/" + COIN));
        assertEquals("Coin: ½?", experiment.get("name"));
        assertEquals(COIN, experiment.get("experiment_id"));
        assertEquals(folder.resolve("mlruns/" + COIN).toUri().toString().replaceAll("/$", ""),
                experiment.get("artifact_location"));
        Map<?, ?> data = MlflowLayout.meta(folder.resolve("mlruns/" + COIN + "/datasets").resolve(dataset.id()));
        assertEquals("mint", data.get("name"));
        assertEquals("ab12", data.get("digest"));
        assertEquals("{\"num_rows\":10,\"simulated\":true}", data.get("profile"));
        // Not the run's note, which tells how this run split the data.
        assertEquals("{\"sha256\":\"ab12\"}", data.get("source"));
        Map<?, ?> used = MlflowLayout.meta(run.resolve("inputs").resolve(input));
        assertEquals(List.of("DATASET", dataset.id(), "RUN", kept.id(), Map.of()),
                List.of(used.get("source_type"), used.get("source_id"), used.get("destination_type"),
                        used.get("destination_id"), used.get("tags")));
    }

    /** MLflow draws a metric over its steps; lines are time, value, step. */
    @Test
    void curvesAreMetricsWithSteps() throws IOException {
        RunResult result = SampleRun.of(5, 4_000);
        RunRecord kept = store().keep(result, List.of());
        Approach approach = result.approaches().stream().filter(each -> each.scores().length > 0).findFirst()
                .orElseThrow();
        Path metrics = folder.resolve("mlruns").resolve(MlflowLayout.number(result.experiment())).resolve(kept.id())
                .resolve("metrics");
        List<String[]> lines = Files.readAllLines(metrics.resolve(approach.id()).resolve("precisionByRecall")).stream()
                .map(line -> line.split(" ")).toList();
        assertEquals(100, lines.size());
        boolean[] labels = result.binary().orElseThrow().labels();
        double[] falling = IntStream.range(0, labels.length).filter(i -> labels[i])
                .mapToDouble(i -> -approach.scores()[i])
                .sorted().toArray();
        for (int percent = 1; percent <= 100; percent++) {
            double threshold = -falling[(percent * falling.length + 99) / 100 - 1];
            int[] flagged = IntStream.range(0, labels.length).filter(i -> approach.scores()[i] >= threshold).toArray();
            double precision = (double) IntStream.of(flagged).filter(i -> labels[i]).count() / flagged.length;
            assertEquals(precision, Double.parseDouble(lines.get(percent - 1)[1]), percent + " %");
            assertEquals(percent, Integer.parseInt(lines.get(percent - 1)[2]));
        }
    }

    @Test
    void aRunThatCannotBeWrittenWholeIsNotThere() throws IOException {
        RunStore store = store();
        TrackingException failure = assertThrows(TrackingException.class,
                () -> store.keep(run(coin, 1), List.of(new Artifact("model", _ -> {
                    throw new IOException("disk full");
                }))));
        assertTrue(String.valueOf(failure.getMessage()).contains("disk full"), failure::getMessage);
        assertEquals(List.of(), store.list(true).runs());
        assertEquals(Set.of(), files(folder));
    }

    /** A process number that no system gives out stands for a program that was killed while it wrote. */
    @Test
    void whatAKilledProgramLeftGoesWithTheNextRun() throws IOException {
        Path left = folder.resolve("incoming/999999999999-0123");
        Files.createDirectories(left.resolve("metrics"));
        Files.writeString(left.resolve("metrics/half"), "1");
        Path alive = Files.createDirectories(folder.resolve("incoming/" + ProcessHandle.current().pid() + "-x"));
        RunStore store = store();
        assertEquals(List.of(), store.list(true).runs());
        store.keep(run(coin, 1), List.of());
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(alive), "another run of a program that lives is left alone");
    }

    /** As when a sweep, a run in the window and one on the command line end in the same moment. */
    @Test
    void runsThatEndAtOnceAreAllKept() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int round = 0; round < 20; round++) {
                Path fresh = folder.resolve("round-" + round);
                for (int file = 0; file < 50; file++) {
                    Path left = Files.createDirectories(fresh.resolve("incoming/999999999999-" + file));
                    Files.writeString(left.resolve("half"), "1");
                }
                CyclicBarrier start = new CyclicBarrier(AT_ONCE);
                List<Future<RunRecord>> kept = IntStream.range(0, AT_ONCE)
                        .mapToObj(seed -> pool.submit(() -> {
                            RunStore own = new RunStore(fresh, CLOCK, UUID::randomUUID, "ada");
                            RunResult result = run(coin, seed);
                            start.await();
                            return own.keep(result, List.of());
                        })).toList();
                for (Future<RunRecord> each : kept) {
                    each.get();
                }
                RunStore.Listing listing = new RunStore(fresh, CLOCK, UUID::randomUUID, "").list(false);
                assertEquals(AT_ONCE, listing.runs().size());
                assertEquals(List.of(), listing.problems());
            }
        }
    }

    @Test
    void aDamagedRunIsNamedAndTheOthersAreListed() throws IOException {
        RunStore store = store();
        RunRecord good = store.keep(run(coin, 1), List.of());
        RunRecord bad = store.keep(run(coin, 2), List.of());
        RunRecord worse = store.keep(run(coin, 3), List.of());
        Files.writeString(store.artifacts(bad).resolve("result.json"), "{\"experiment\": 5}");
        Files.writeString(folder.resolve("mlruns/" + COIN).resolve(worse.id()).resolve("meta.yaml"), "a: [b\n");
        RunStore.Listing listing = store.list(false);
        assertEquals(List.of(good), listing.runs());
        assertEquals(2, listing.problems().size());
        assertTrue(listing.problems().stream().anyMatch(text -> text.contains(bad.id())), listing::toString);
    }

    @Test
    void deletedRunsComeBackUntilTheyArePurged() throws IOException {
        RunStore store = store();
        RunRecord kept = store.keep(run(coin, 1), List.of());
        RunRecord other = store.keep(run(coin, 2), List.of());
        store.delete(kept);
        assertEquals(List.of(other), store.list(false).runs());
        assertTrue(store.find(kept.id()).deleted());
        store.restore(kept);
        assertEquals(List.of(other, kept), store.list(false).runs(), "newest first");
        store.delete(kept);
        assertEquals(1, store.purge());
        assertEquals(List.of(other), store.list(true).runs());
        assertFalse(Files.exists(folder.resolve("mlruns/" + COIN).resolve(kept.id())));
    }

    @Test
    void aRunIsFoundByTheStartOfItsId() {
        RunStore store = store();
        RunRecord first = store.keep(run(coin, 1), List.of());
        RunRecord second = store.keep(run(coin, 2), List.of());
        assertEquals(first, store.find(first.shortId()));
        assertEquals(second, store.find(second.id()));
        assertTrue(message(() -> store.find("0123")).contains("give more digits"));
        assertTrue(message(() -> store.find("ffff")).contains("There is no run ffff"));
        assertTrue(message(() -> store.find("../..")).contains("is no run"));
    }

    private static String message(org.junit.jupiter.api.function.Executable action) {
        return String.valueOf(assertThrows(TrackingException.class, action).getMessage());
    }

    @Test
    void filtersCompareNumbersAsNumbers() {
        RunStore store = store();
        RunRecord small = store.keep(run(coin, 1, "throws=9"), List.of());
        RunRecord large = store.keep(run(coin, 2, "throws=100", "label=night run"), List.of());
        assertEquals(List.of(large), chosen(store, "params.throws > 9"));
        assertEquals(List.of(large, small), chosen(store, ""));
        assertEquals(List.of(small), chosen(store, "experiment = coin and metrics.fair/cost < 50"));
        assertEquals(List.of(large), chosen(store, "params.label ~ night"));
        assertEquals(List.of(large), chosen(store, "params.label = 'night run' and seed = 2"));
        assertEquals(List.of(), chosen(store, "metrics.bent/heads >= 0"));
        assertTrue(message(() -> RunFilter.parse("params.throws >")).contains("params.throws >"));
        assertTrue(message(() -> RunFilter.parse("colour = red")).contains("colour"));
        assertTrue(message(() -> RunFilter.parse("seed = seven")).contains("'seven' is no number"));
        assertTrue(message(() -> RunFilter.parse("metrics.forest/f1 > high")).contains("'high' is no number"));
    }

    @Test
    void aRunHasANameANoteAndLabelsOfTheUser() throws IOException {
        RunStore store = store();
        RunRecord kept = store.keep(run(coin, 1), List.of());
        RunRecord other = store.keep(run(coin, 2), List.of());
        assertEquals("coin-" + kept.shortId(), kept.name());
        assertEquals("", kept.note());
        RunRecord described = store.describe(kept, " Night and day ", "Looks odd.", List.of("odd", "week 3"));
        assertEquals(List.of(other, described), store.list(false).runs());
        assertEquals("Night and day", described.name());
        assertEquals("Looks odd.", described.note());
        assertEquals(List.of("odd", "week 3"), described.labels());
        Path home = folder.resolve("mlruns/" + COIN).resolve(kept.id());
        assertEquals("Night and day", MlflowLayout.meta(home).get("run_name"));
        assertEquals("Looks odd.", Files.readString(home.resolve("tags/mlflow.note.content")));
        for (String filter : new String[]{"name ~ Night", "label = odd", "label = 'week 3'", "note ~ odd",
                "name = \"Night and day\" and seed = 1"}) {
            assertEquals(List.of(described), chosen(store, filter), filter);
            assertEquals(filter.replace('\'', '"'), RunFilter.parse(filter).toString());
        }
        RunRecord plain = store.describe(described, "", "", List.of());
        assertEquals("coin-" + kept.shortId(), plain.name());
        assertEquals(List.of(), plain.labels());
    }

    @Test
    void runsAreExportedAsTheyWereKept() throws IOException {
        RunStore store = store();
        RunRecord first = store.keep(run(coin, 1), List.of());
        RunRecord second = store.keep(run(coin, 2), List.of());
        Path one = folder.resolve("one.json");
        store.export(List.of(first), one);
        assertEquals(Files.readString(store.artifacts(first).resolve("result.json")), Files.readString(one));
        Path both = folder.resolve("both.json");
        store.export(List.of(first, second), both);
        var tree = new com.fasterxml.jackson.databind.ObjectMapper().readTree(both.toFile());
        assertEquals(2, tree.size());
        assertEquals(2, tree.get(1).get("provenance").get("seed").asInt());
    }

    private static List<RunRecord> chosen(RunStore store, String filter) {
        return store.list(false).runs().stream().filter(RunFilter.parse(filter)).toList();
    }

    @Test
    void aComparisonKnowsWhatDiffersAndWhatIsBest() {
        RunStore store = store();
        RunComparison comparison = RunComparison.of(List.of(store.keep(run(coin, 1, "throws=10"), List.of()),
                store.keep(run(coin, 1, "throws=20"), List.of()), store.keep(run(coin, 1, "throws=20"), List.of())));
        assertEquals(List.of("dataset rows", "throws"),
                comparison.settings().stream().filter(RunComparison.Setting::differs).map(RunComparison.Setting::name)
                        .toList());
        RunComparison.Figure cost = comparison.figures().stream().filter(f -> f.metric().key().equals("cost"))
                .findFirst().orElseThrow();
        assertEquals(0, cost.best().orElseThrow(), "lower cost is better");
        RunComparison twice = RunComparison.of(comparison.runs().subList(1, 3));
        assertTrue(twice.figures().stream().allMatch(figure -> figure.best().isEmpty()), "a tie has no best");
    }

    @Test
    void axesAreNumbersWhereAllValuesAre() {
        RunStore store = store();
        List<RunRecord> runs = List.of(store.keep(run(coin, 1, "throws=10", "label=night"), List.of()),
                store.keep(run(coin, 2, "throws=200"), List.of()));
        List<RunAxis> axes = RunAxis.of(runs);
        assertEquals(List.of(10.0, 200.0), values(axes, "params.throws"));
        assertEquals(List.of(0.0, Double.NaN), values(axes, "params.label"));
        assertEquals(List.of(10.0, 200.0), values(axes, "metrics.fair/cost"));
        assertEquals(values(axes, "metrics.fair/heads"), values(axes, "metrics.best/heads"), "only one could run");
        assertEquals(List.of(3.25, 3.25), values(axes, "metrics.fair/p99"));
        assertTrue(axes.stream().noneMatch(axis -> axis.id().equals("metrics.bent/heads")), "nobody has a value there");
        assertEquals(List.of("params.throws", "seed", "metrics.best/heads", "metrics.best/cost"),
                axes.stream().filter(RunAxis::differs).map(RunAxis::id).limit(4).toList());
    }

    private static List<Double> values(List<RunAxis> axes, String id) {
        return java.util.Arrays.stream(axes.stream().filter(axis -> axis.id().equals(id)).findFirst().orElseThrow()
                .values()).boxed().toList();
    }

    @Test
    void aRunMadeAgainHasTheSameFiguresOrSaysWhichDiffer() {
        RunRecord kept = store().keep(run(coin, 5, "throws=1000"), List.of());
        StageLog progress = new StageLog(() -> 0, _ -> {});
        Reproduction again = Reproduction.of(kept, coin, 1, progress);
        assertTrue(again.identical(), again::toString);
        assertEquals(9, again.compared());
        Reproduction drifted = Reproduction.of(kept, new Coin(1e-15), 1, progress);
        assertEquals(1, drifted.differences().size(), drifted::toString);
        assertTrue(drifted.differences().getFirst().startsWith("fair/heads"), drifted::toString);
    }

    @Test
    void artifactsStayBelowTheRun() {
        for (String path : new String[]{"../x", "/etc/x", "a//b", "a/../b", ".", "a\\..\\b", ""}) {
            assertThrows(IllegalArgumentException.class, () -> new Artifact(path, _ -> {}), path);
        }
    }
}
