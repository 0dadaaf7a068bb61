package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a ranking has beside its figures, as a plain tree: the lists of a few test users with titles, scores and reasons, other numbers
 * of candidates, and recall with history hidden.
 */
public final class RankingTree {
    private static final int REASONS = 3;
    /** Places among the test users by length of history: users of whom little, some and much is known. */
    private static final double[] PLACES = {0.25, 0.5, 0.75};

    private RankingTree() {
    }

    /**
     * A line of a sample list.
     *
     * @param rank from 1
     * @param found held out of the user's history
     * @param because items of the history that speak for it, with their effects, strongest first
     */
    public record Line(int user, String approach, int rank, Ranking.Scored item, boolean found,
            List<Ranking.Scored> because) {}

    /**
     * The lists of the sample users by all approaches, up to the cutoff. Asks every approach, so it takes a second or two; where the models
     * are gone there are no reasons.
     */
    public static List<Line> lines(RankingTest test) {
        List<Line> lines = new ArrayList<>();
        for (int user : sample(test)) {
            test.rankings().forEach((approach, ranking) -> {
                int[] items = Arrays.copyOf(ranking.lists()[user],
                        Math.min(test.cutoff(), ranking.lists()[user].length));
                List<List<Ranking.Scored>> because = ranking.recommender()
                        .map(model -> model.because(user, test.histories()[user], items, REASONS))
                        .orElse(Collections.nCopies(items.length, List.of()));
                for (int i = 0; i < items.length; i++) {
                    lines.add(new Line(user, approach, i + 1,
                            new Ranking.Scored(items[i], ranking.scores()[user][i]),
                            Arrays.binarySearch(test.heldOut()[user], items[i]) >= 0,
                            because.get(i).stream().filter(reason -> reason.score() > 0).toList()));
                }
            });
        }
        return lines;
    }

    /** Numbers of the sample users, the one of whom least is known first. */
    private static int[] sample(RankingTest test) {
        int[] byLength = IntStream.range(0, test.users().size()).boxed()
                .sorted(Comparator.comparingInt((Integer user) -> test.histories()[user].length).thenComparing(u -> u))
                .mapToInt(Integer::intValue).toArray();
        return Arrays.stream(PLACES).mapToInt(place -> byLength[(int) (place * (byLength.length - 1))]).distinct()
                .toArray();
    }

    /** One object: note, cutoff, sample (users with history, held out, lists), candidates and coldStart. */
    public static Map<String, Object> of(RankingTest test, List<Line> lines) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("note", test.note());
        tree.put("cutoff", test.cutoff());
        tree.put("sample", lines.stream().map(Line::user).distinct().map(user -> user(test, user, lines)).toList());
        Map<String, Object> candidates = new LinkedHashMap<>();
        test.rankings().forEach((approach, ranking) -> {
            if (!ranking.points().isEmpty()) {
                candidates.put(approach, ranking.points().stream().map(RankingTree::point).toList());
            }
        });
        tree.put("candidates", candidates);
        test.coldStart().ifPresent(measured -> tree.put("coldStart", coldStart(measured)));
        return tree;
    }

    private static Map<String, Object> user(RankingTest test, int user, List<Line> lines) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("user", test.users().get(user));
        tree.put("history", titles(test, test.histories()[user]));
        tree.put("heldOut", titles(test, test.heldOut()[user]));
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.user() == user) {
                lists.computeIfAbsent(line.approach(), _ -> new ArrayList<>()).add(line(test, line));
            }
        }
        tree.put("lists", lists);
        return tree;
    }

    private static List<String> titles(RankingTest test, int[] items) {
        return Arrays.stream(items).mapToObj(item -> test.items().get(item).title()).toList();
    }

    private static Map<String, Object> line(RankingTest test, Line line) {
        RankingTest.Item item = test.items().get(line.item().item());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rank", line.rank());
        tree.put("id", item.id());
        tree.put("title", item.title());
        tree.put("note", item.note());
        tree.put("tags", item.tags());
        tree.put("score", line.item().score());
        tree.put("found", line.found());
        tree.put("because", line.because().stream().map(reason -> {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("title", test.items().get(reason.item()).title());
            each.put("effect", reason.score());
            return each;
        }).toList());
        return tree;
    }

    private static Map<String, Object> point(Ranking.CandidatePoint point) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("candidates", point.candidates());
        tree.put("recall", point.recall());
        tree.put("p50Micros", point.p50Micros());
        tree.put("p99Micros", point.p99Micros());
        return tree;
    }

    private static Map<String, Object> coldStart(ColdStart measured) {
        Map<String, Object> curves = new LinkedHashMap<>();
        for (ColdStart.Curve curve : measured.curves()) {
            List<Map<String, Object>> points = new ArrayList<>();
            for (int i = 0; i < curve.hidden().length; i++) {
                Estimate recall = curve.recall().get(i);
                Map<String, Object> point = new LinkedHashMap<>();
                point.put("hidden", curve.hidden()[i]);
                point.put("recall", recall.value());
                point.put("low", recall.low());
                point.put("high", recall.high());
                points.add(point);
            }
            curves.put(curve.approach(), points);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("users", measured.users());
        tree.put("curves", curves);
        return tree;
    }
}
