package dev.sevenstep.chart;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run that ends in a ranking, made up for tests: users know the first items, the next are held out, and approach n ranks all items
 * from the n-th on. The first approach works in two stages and has a map, a grid on which the last item has no place.
 */
public final class SampleRanking {
    private static final int ITEMS = 60;
    private static final int USERS = 6;

    private SampleRanking() {
    }

    public static RunResult result(int approaches) {
        List<RankingTest.Item> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(new RankingTest.Item("i" + i, "Film " + i, "19" + (10 + i),
                    i % 3 == 0 ? List.of("Comedy", "Drama") : List.of("Drama"), ITEMS - i));
        }
        int[][] histories = new int[USERS][];
        int[][] heldOut = new int[USERS][];
        for (int user = 0; user < USERS; user++) {
            histories[user] = range(0, 4 + user);
            heldOut[user] = range(10, 15);
        }
        List<Approach> made = new ArrayList<>();
        Map<String, Ranking> rankings = new LinkedHashMap<>();
        for (int n = 1; n <= approaches; n++) {
            double micros = 10 * Math.pow(2, n);
            made.add(new Approach("a" + n, "Approach " + n, "a" + n,
                    Map.of("recallAt20", new Estimate(0.3 + 0.02 * n, 0.25, 0.6), "coverage", Estimate.exact(0.1 * n)),
                    Optional.empty(), List.of(new StageTime("fit", 1), new StageTime("ranking", 0.5)),
                    Optional.of(new LatencyProfile(new double[]{50, 90, 99},
                            new double[]{micros, 1.5 * micros, 2 * micros}, 100)),
                    1_000_000, new double[0], Double.NaN, Optional.empty(), Optional.empty()));
            rankings.put("a" + n, ranking(n, histories));
        }
        RankingTest test = new RankingTest(items, List.of("u0", "u1", "u2", "u3", "u4", "u5"), histories, heldOut, 20,
                "Made up", rankings, Optional.empty());
        test = test.with(ColdStart.measure(test, USERS, 7, new StageLog(() -> 0, _ -> {})));
        return new RunResult("sample-ranking", "Sample ranking", ParameterValues.of(List.of()),
                new DatasetInfo("Made up", "0".repeat(64), 100, true, "Made up for tests"),
                List.of(new MetricSpec("recallAt20", "Recall@20", "", "Share found", true, 4),
                        new MetricSpec("coverage", "Coverage@20", "", "Share shown", true, 3)),
                made, List.of(), Optional.empty(), Optional.of(test), Optional.empty(),
                new Provenance(7, 1, Instant.EPOCH, Map.of(), "test"));
    }

    private static int[] range(int from, int to) {
        int[] all = new int[to - from];
        Arrays.setAll(all, i -> from + i);
        return all;
    }

    private static Ranking ranking(int n, int[][] histories) {
        Ranking.Recommender recommender = new Ranking.Recommender() {
            @Override
            public List<Ranking.Scored> recommend(int user, int[] history, int[] hidden, int count) {
                List<Ranking.Scored> list = new ArrayList<>();
                // The less is known, the later it begins.
                for (int i = n - 1 + hidden.length; list.size() < count && i < ITEMS; i++) {
                    int item = i;
                    if (Arrays.stream(history).noneMatch(k -> k == item)
                            && Arrays.stream(hidden).noneMatch(k -> k == item)) {
                        list.add(new Ranking.Scored(item, 1.0 / (1 + i)));
                    }
                }
                return list;
            }

            @Override
            public List<List<Ranking.Scored>> because(int user, int[] history, int[] items, int count) {
                return Arrays.stream(items)
                        .mapToObj(_ -> Arrays.stream(history).limit(count)
                                .mapToObj(known -> new Ranking.Scored(known, 0.1)).toList())
                        .toList();
            }
        };
        int[][] lists = new int[histories.length][];
        float[][] scores = new float[histories.length][];
        for (int user = 0; user < histories.length; user++) {
            List<Ranking.Scored> list = recommender.recommend(user, histories[user], new int[0], 40);
            lists[user] = list.stream().mapToInt(Ranking.Scored::item).toArray();
            scores[user] = new float[lists[user].length];
            for (int i = 0; i < scores[user].length; i++) {
                scores[user][i] = (float) list.get(i).score();
            }
        }
        if (n > 1) {
            return new Ranking(lists, scores, Optional.of(recommender), Optional.empty(), List.of(), Optional.empty());
        }
        float[] x = new float[ITEMS];
        float[] y = new float[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            x[i] = i == ITEMS - 1 ? Float.NaN : i % 10;
            y[i] = i == ITEMS - 1 ? Float.NaN : i / 10;
        }
        return new Ranking(lists, scores, Optional.of(recommender), Optional.of(new Ranking.ItemMap(x, y)),
                List.of(point(20), point(50), point(100)), Optional.of(new Ranking.Staged() {
                    @Override
                    public int least() {
                        return 20;
                    }

                    @Override
                    public int most() {
                        return 200;
                    }

                    @Override
                    public Ranking.CandidatePoint measure(int candidates, int threads, Progress progress) {
                        progress.check();
                        return point(candidates);
                    }
                }));
    }

    private static Ranking.CandidatePoint point(int candidates) {
        return new Ranking.CandidatePoint(candidates, 0.3 + 0.001 * candidates, candidates, 2.0 * candidates);
    }
}
