package dev.sevenstep.pipeline;

import dev.sevenstep.stats.RankingMetrics;
import dev.sevenstep.stats.Resampling;
import dev.sevenstep.stats.UserMeans;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * What approaches are worth when less is known of a user: some of the history, from the most recent on, is hidden. What is hidden is
 * neither known nor shown.
 *
 * @param curves one for each approach asked
 * @param users how many test users were asked for
 * @param cutoff recall is that among so many
 */
public record ColdStart(List<Curve> curves, int users, int cutoff) {
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 0.9, 1};
    private static final int REPLICATES = 200;

    public ColdStart {
        curves = List.copyOf(curves);
    }

    /**
     * Recall of one approach.
     *
     * @param hidden share of each history that is hidden, ascending, 0 to 1
     * @param recall at each of them, mean over the users
     */
    public record Curve(String approach, double[] hidden, List<Estimate> recall) {
        public Curve {
            recall = List.copyOf(recall);
        }
    }

    /**
     * The list of a user of whom the latest items are hidden.
     *
     * @param user number of a test user
     * @param hidden how many items of the history, 0 to all
     */
    public static List<Ranking.Scored> list(RankingTest test, Ranking.Recommender recommender, int user, int hidden) {
        int[] history = test.histories()[user];
        int border = history.length - hidden;
        return recommender.recommend(user, Arrays.copyOf(history, border),
                Arrays.copyOfRange(history, border, history.length), test.cutoff());
    }

    /**
     * Measures all approaches of a test whose models are at hand.
     *
     * @param users how many test users to draw, at most
     * @param seed draws them, and the resamples behind the intervals
     */
    public static ColdStart measure(RankingTest test, int users, long seed, Progress progress) {
        int[] drawn = drawn(test.users().size(), users, seed);
        Map<String, Ranking.Recommender> asked = new LinkedHashMap<>();
        test.rankings().forEach((id, ranking) -> ranking.recommender().ifPresent(model -> asked.put(id, model)));
        List<String> ids = List.copyOf(asked.keySet());
        List<double[][]> recall = new ArrayList<>();
        asked.values().forEach(model -> recall
                .add(recall(test, model, drawn, done -> progress.report((recall.size() + done) / ids.size()))));
        List<Optional<BootstrapEstimates.Figures>> means = recall.stream()
                .map(values -> Optional.<BootstrapEstimates.Figures>of(new UserMeans(values)::figures)).toList();
        List<List<Estimate>> estimates = BootstrapEstimates.of(means, SHARES.length, drawn.length,
                new Resampling(seed, REPLICATES), 1, progress.quiet());
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            curves.add(new Curve(ids.get(i), SHARES.clone(), estimates.get(i)));
        }
        return new ColdStart(curves, drawn.length, test.cutoff());
    }

    /** By share hidden, then by user. */
    private static double[][] recall(RankingTest test, Ranking.Recommender model, int[] users, DoubleConsumer done) {
        double[][] recall = new double[SHARES.length][users.length];
        for (int s = 0; s < SHARES.length; s++) {
            for (int i = 0; i < users.length; i++) {
                int user = users[i];
                int hidden = (int) Math.round(SHARES[s] * test.histories()[user].length);
                int[] list = list(test, model, user, hidden).stream().mapToInt(Ranking.Scored::item).toArray();
                recall[s][i] = RankingMetrics.recall(list, test.heldOut()[user], test.cutoff());
                done.accept((s + (double) i / users.length) / SHARES.length);
            }
        }
        return recall;
    }

    /** All users, or as many as wanted, drawn without replacement. */
    private static int[] drawn(int all, int wanted, long seed) {
        int[] users = new int[all];
        Arrays.setAll(users, i -> i);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < Math.min(wanted, all); i++) {
            int other = i + random.nextInt(all - i);
            int kept = users[i];
            users[i] = users[other];
            users[other] = kept;
        }
        int[] some = Arrays.copyOf(users, Math.min(wanted, all));
        Arrays.sort(some);
        return some;
    }
}
