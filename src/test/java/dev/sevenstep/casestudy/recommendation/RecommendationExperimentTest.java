package dev.sevenstep.casestudy.recommendation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.Relearning;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.StageLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendationExperimentTest {
    /** Few requests: what latency is does not matter here. */
    private static final LatencyProbe PROBE = new LatencyProbe(System::nanoTime, 2, 20, 1);

    private final RecommendationExperiment experiment = new RecommendationExperiment(Clock.systemUTC(),
            System::nanoTime,
            PROBE);
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeRatings() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        Interactions likes = Likes.random(90, 160, 4, 6);
        StringBuilder text = new StringBuilder("userId,movieId,rating,timestamp\n");
        StringBuilder films = new StringBuilder("movieId,title,genres\n");
        for (int user = 0; user < likes.users(); user++) {
            for (int film : likes.byUser()[user]) {
                text.append(user).append(',').append(film).append(',').append(random.nextInt(10) < 8 ? 4.5 : 2)
                        .append(',')
                        .append(random.nextInt(100_000)).append('\n');
            }
        }
        likes.films().forEach(film -> films.append(film.id()).append(',').append(film.title()).append(" (")
                .append(film.year()).append("),").append(film.genres().getFirst()).append('\n'));
        Files.writeString(folder.resolve("ratings.csv"), text);
        Files.writeString(folder.resolve("movies.csv"), films);
    }

    private ParameterValues small() {
        return ParameterValues.of(experiment.parameters()).with("data", folder.resolve("ratings.csv").toString())
                .with("factors", "16").with("replicates", "30").with("candidates", "30");
    }

    private static Approach approach(RunResult result, String id) {
        return result.approaches().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void sameSeedSameFiguresOnOneAndTwoThreads() {
        RunResult one = experiment.run(small(), 11, 1, Likes.unwatched());
        RunResult two = experiment.run(small(), 11, 2, Likes.unwatched());
        RunResult three = experiment.run(small(), 11, 3, Likes.unwatched());
        assertEquals(9, one.approaches().size());
        for (Approach approach : one.approaches()) {
            assertTrue(approach.unavailable().isEmpty(), approach::toString);
            assertEquals(approach.metrics(), approach(two, approach.id()).metrics(), approach.id());
            assertEquals(approach.metrics(), approach(three, approach.id()).metrics(), approach.id());
            assertEquals(approach.modelBytes(), approach(two, approach.id()).modelBytes());
            Ranking ranking = Objects.requireNonNull(one.ranking().orElseThrow().rankings().get(approach.id()));
            Ranking same = Objects.requireNonNull(two.ranking().orElseThrow().rankings().get(approach.id()));
            assertTrue(Arrays.deepEquals(ranking.lists(), same.lists()), approach.id());
            assertTrue(Arrays.deepEquals(ranking.scores(), same.scores()), approach.id());
        }
    }

    @Test
    void aResultIsWhatItsTypesSay() {
        RunResult result = experiment.run(small(), 3, 2, Likes.unwatched());
        RankingTest test = result.ranking().orElseThrow();
        assertTrue(result.binary().isEmpty());
        assertFalse(result.dataset().simulated());
        assertEquals(List.of("load", "split", "intervals", "coldStart"),
                result.stages().stream().map(s -> s.name()).toList());
        assertEquals(test.users().size(), test.histories().length);
        for (Approach approach : result.approaches()) {
            assertEquals(result.metrics().stream().map(MetricSpec::key).toList(),
                    List.copyOf(approach.metrics().keySet()));
            assertTrue(approach.modelBytes() > 0);
            assertTrue(approach.latency().orElseThrow().at(50) > 0);
            assertEquals(List.of("fit", "ranking", "cold", "latency"),
                    approach.stages().stream().map(s -> s.name()).limit(4).toList());
            Ranking ranking = Objects.requireNonNull(test.rankings().get(approach.id()));
            for (int user = 0; user < test.users().size(); user++) {
                int[] history = test.histories()[user].clone();
                Arrays.sort(history);
                for (int item : ranking.lists()[user]) {
                    assertTrue(Arrays.binarySearch(history, item) < 0);
                }
            }
            List<Ranking.Scored> again = ranking.recommender().orElseThrow().recommend(0, test.histories()[0],
                    new int[0], 5);
            assertArrayEquals(Arrays.copyOf(ranking.lists()[0], 5),
                    again.stream().mapToInt(Ranking.Scored::item).toArray(), approach.id());
        }
        assertEquals(List.of(20, 50, 100, 200, 400), Objects.requireNonNull(test.rankings().get("two-stage")).points()
                .stream().map(Ranking.CandidatePoint::candidates).toList());
        assertEquals(160, Objects.requireNonNull(test.rankings().get("als")).map().orElseThrow().x().length, 10);
        assertTrue(value(result, "ease", "recallAt20") > value(result, "popularity", "recallAt20"));
        assertEquals(0, value(result, "ease", "coldFilmRecallAt20"), 0.0);
    }

    private static double value(RunResult result, String id, String key) {
        return Objects.requireNonNull(approach(result, id).metrics().get(key)).value();
    }

    /** What is hidden is neither known nor shown; with all hidden popularity is what it always is, and the others have nothing. */
    @Test
    void historiesMayBeHidden() {
        RunResult result = experiment.run(small().with("approaches", "popularity,item-knn,two-stage"), 3, 2,
                Likes.unwatched());
        RankingTest test = result.ranking().orElseThrow();
        for (Ranking ranking : test.rankings().values()) {
            int[] history = test.histories()[4];
            for (int hidden : new int[]{0, 1, history.length}) {
                List<Ranking.Scored> list = ColdStart.list(test, ranking.recommender().orElseThrow(), 4, hidden);
                assertEquals(test.cutoff(), list.size());
                assertTrue(list.stream().noneMatch(each -> Arrays.stream(history).anyMatch(i -> i == each.item())));
            }
        }
        assertEquals(Math.min(100, test.users().size()), test.coldStart().orElseThrow().users());
        ColdStart measured = ColdStart.measure(test, 50, 1, Likes.unwatched());
        assertEquals(List.of("popularity", "item-knn", "two-stage"),
                measured.curves().stream().map(ColdStart.Curve::approach).toList());
        assertEquals(50, measured.users());
        for (ColdStart.Curve curve : measured.curves()) {
            assertEquals(curve.hidden().length, curve.recall().size());
            curve.recall().forEach(recall -> assertTrue(
                    recall.low() <= recall.value() && recall.value() <= recall.high() && recall.high() <= 1));
        }
        List<Estimate> items = measured.curves().get(1).recall();
        assertTrue(items.getFirst().value() > 2 * items.getLast().value());
    }

    @Test
    void approachesOfAKeptRunAreLearntAgain() throws Exception {
        RunResult kept = experiment.run(small().with("approaches", "als,two-stage").with("testUsers", "40"), 3, 2,
                Likes.unwatched());
        RankingTest test = kept.ranking().orElseThrow();
        Relearning relearning = experiment.relearning(kept).orElseThrow();
        for (String id : List.of("als", "two-stage")) {
            Ranking before = Objects.requireNonNull(test.rankings().get(id));
            Ranking again = relearning.learn(id, 1, Likes.unwatched());
            assertEquals(before.lists(), again.lists(), "figures stay those of the run");
            int[] list = Arrays.copyOf(before.lists()[5], test.cutoff());
            assertEquals(before.recommender().orElseThrow().because(5, test.histories()[5], list, 2),
                    again.recommender().orElseThrow().because(5, test.histories()[5], list, 2), id);
            assertEquals(before.staged().isPresent(), again.staged().isPresent());
        }
        int[][] others = new int[test.users().size()][test.cutoff()];
        RankingTest changed = test.with("als", new Ranking(others, new float[others.length][test.cutoff()],
                Optional.empty(), Optional.empty(), List.of(), Optional.empty()));
        String differs = refused(kept.with(changed));
        assertTrue(differs.startsWith("Implicit ALS ranks otherwise than in the kept run"), differs);
        Files.writeString(folder.resolve("ratings.csv"), "89,1,5,1\n", StandardOpenOption.APPEND);
        String data = refused(kept);
        assertTrue(data.contains("has changed since the run was kept"), data);
        assertTrue(experiment.relearning(experiment.run(small().with("protocol", "ratings"), 3, 2, Likes.unwatched()))
                .isEmpty());
    }

    private String refused(RunResult kept) {
        return String.valueOf(assertThrows(RunException.class,
                () -> experiment.relearning(kept).orElseThrow().learn("als", 1, Likes.unwatched())).getMessage());
    }

    @Test
    void otherNumbersOfCandidatesAreMeasured() {
        RunResult result = experiment.run(small().with("approaches", "two-stage"), 3, 2, Likes.unwatched());
        Ranking ranking = Objects.requireNonNull(result.ranking().orElseThrow().rankings().get("two-stage"));
        Ranking.CandidatePoint again = ranking.staged().orElseThrow().measure(50, 1, Likes.unwatched());
        assertEquals(ranking.points().get(1).recall(), again.recall(), 0.0);
        assertTrue(again.p50Micros() > 0 && again.p99Micros() >= again.p50Micros());
    }

    /** A user whose likes are all of one group but one: what speaks for a film of the group is the group. */
    @Test
    void aRecommendationIsExplainedByTheHistory() {
        RunResult result = experiment.run(small().with("approaches", "item-knn,two-tower"), 3, 2, Likes.unwatched());
        Ranking ranking = Objects.requireNonNull(result.ranking().orElseThrow().rankings().get("item-knn"));
        List<RankingTest.Item> items = result.ranking().orElseThrow().items();
        int[] history = {group(items, 1, 0), group(items, 1, 1), group(items, 1, 2), group(items, 2, 0)};
        int best = ranking.recommender().orElseThrow().recommend(-1, history, new int[0], 1).getFirst().item();
        List<Ranking.Scored> because = ranking.recommender().orElseThrow().because(-1, history, new int[]{best}, 3)
                .getFirst();
        assertEquals(3, because.size());
        assertTrue(because.getFirst().score() > 0);
        assertTrue(because.get(0).score() >= because.get(1).score());
        assertEquals(items.get(best).tags(), items.get(because.getFirst().item()).tags());
    }

    private static int group(List<RankingTest.Item> items, int group, int nth) {
        return java.util.stream.IntStream.range(0, items.size())
                .filter(i -> items.get(i).tags().equals(List.of("Genre " + group)) && items.get(i).known() > 3)
                .skip(nth)
                .findFirst().orElseThrow();
    }

    /** What a user's hidden likes would say must not come back through the user's own row. */
    @Test
    void neighboursDoNotTellAUserOfTheirOwnHiddenLikes() {
        int[][] histories = new int[30][];
        for (int user = 0; user < 30; user++) {
            histories[user] = new int[]{user % 3, 10 + user};
        }
        Interactions train = Interactions.of(histories, java.util.Collections.nCopies(40, Film.unknown("x")));
        Model model = new UserNeighbours(20, 0).fit(train, 1, 1, Likes.unwatched());
        float own = model.scores(new Model.Query(new int[]{0}, 0), new int[]{10})[0];
        float stranger = model.scores(new Model.Query(new int[]{0}, -1), new int[]{10})[0];
        assertEquals(0, own);
        assertTrue(stranger > 0);
    }

    @Test
    void ratingsArePredictedBetterWithVectors() {
        RunResult result = experiment.run(ParameterValues.of(experiment.parameters()).with("protocol", "ratings")
                .with("replicates", "0"), 3, 2, Likes.unwatched());
        assertEquals(List.of("rmse", "mae"), result.metrics().stream().map(MetricSpec::key).toList());
        assertTrue(value(result, "bias", "rmse") < 0.895, () -> "biases " + value(result, "bias", "rmse"));
        assertTrue(value(result, "als", "rmse") < 0.885, () -> "als " + value(result, "als", "rmse"));
        assertTrue(value(result, "sgd", "rmse") < 0.885, () -> "sgd " + value(result, "sgd", "rmse"));
    }

    @Test
    void unknownApproachesAreNamed() {
        String message = String.valueOf(assertThrows(RunException.class,
                () -> experiment.run(small().with("approaches", "ease,magic"), 1, 1, Likes.unwatched())).getMessage());
        assertTrue(message.contains("magic") && message.contains("two-tower"), message);
    }

    @Test
    void cancelStopsARun() {
        StageLog log = new StageLog(System::nanoTime, stages -> {});
        StageLog[] stopping = new StageLog[1];
        stopping[0] = new StageLog(System::nanoTime, stages -> {
            if (stages.getLast().name().startsWith("Two towers")) {
                stopping[0].cancel();
            }
        });
        assertThrows(CancellationException.class, () -> experiment.run(small(), 1, 2, stopping[0]));
        log.cancel();
        assertThrows(CancellationException.class, () -> experiment.run(small(), 1, 2, log));
    }
}
