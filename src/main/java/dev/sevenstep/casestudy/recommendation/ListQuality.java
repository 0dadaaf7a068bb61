package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.stats.RankingMetrics;
import dev.sevenstep.stats.UserMeans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Figures of one approach's lists, user by user. */
final class ListQuality {
    /** How long a list people see. */
    static final int CUTOFF = 20;
    /** How long the lists are that are judged. */
    static final int DEPTH = 100;
    /** A user of whom no more films are known than this is cold. */
    static final int COLD_USER = 3;

    private final Interactions train;
    private final int[][] heldOut;
    private final Genres genres;

    /** @param heldOut films to be found by each test user, ascending */
    ListQuality(Interactions train, int[][] heldOut) {
        this.train = train;
        this.heldOut = heldOut;
        this.genres = Genres.of(train.films());
    }

    /** In the order of {@link #of}. */
    static List<MetricSpec> metrics() {
        return List.of(
                spec("recallAt20", "Recall@20", "",
                        "Of the films a user liked later, the share among the first 20; 20 of more than 20 is all.", 4),
                spec("ndcgAt20", "NDCG@20", "", "As NDCG@100, over the first 20.", 4),
                spec("ndcgAt100", "NDCG@100", "",
                        "Hits among the first 100, earlier ones counting more; 1 is the best order.",
                        4),
                spec("mrr", "MRR", "", "One over the rank of the first hit, averaged over users.", 4),
                spec("hitRateAt20", "Hit rate@20", "", "Share of the users with a hit among their first 20.", 4),
                spec("coldUserRecallAt20", "Recall@20, cold users", "",
                        "The same when only the first three films of each user are known.", 4),
                spec("coldFilmRecallAt20", "Recall@20, cold films", "",
                        "Among films nobody liked in training: of those a user liked later, the share in the first 20 of them.",
                        4),
                spec("noveltyAt20", "Novelty@20", "bits",
                        "How little known the first 20 are: −log2 of the share of users.",
                        2),
                spec("diversityAt20", "Diversity@20", "",
                        "One minus the share of genres that pairs of the first 20 have in common.",
                        3),
                spec("coverageAt20", "Coverage@20", "", "Share of the catalogue that stands in somebody's first 20.",
                        3));
    }

    private static MetricSpec spec(String key, String label, String unit, String help, int decimals) {
        return new MetricSpec(key, label, unit, help, true, decimals);
    }

    /** Films nobody liked in training, ascending. */
    int[] coldFilms() {
        int[] cold = new int[train.filmCount()];
        int count = 0;
        for (int film = 0; film < cold.length; film++) {
            if (train.byFilm()[film].length == 0) {
                cold[count++] = film;
            }
        }
        return Arrays.copyOf(cold, count);
    }

    /** The cold films among those a test user liked later, ascending. */
    int[] coldHeldOut(int user) {
        return Arrays.stream(heldOut[user]).filter(film -> train.byFilm()[film].length == 0).toArray();
    }

    /**
     * @param lists by test user, {@link #DEPTH} long
     * @param earlyLists the same from the first {@link #COLD_USER} films of each user
     * @param coldLists the cold films ranked among themselves, by test user; empty lists from a method that cannot tell them apart
     */
    UserMeans of(int[][] lists, int[][] earlyLists, int[][] coldLists) {
        List<double[]> users = new ArrayList<>();
        for (int user = 0; user < lists.length; user++) {
            int[] list = lists[user];
            int[] wanted = heldOut[user];
            users.add(new double[]{RankingMetrics.recall(list, wanted, CUTOFF),
                    RankingMetrics.ndcg(list, wanted, CUTOFF),
                    RankingMetrics.ndcg(list, wanted, DEPTH), RankingMetrics.reciprocalRank(list, wanted),
                    RankingMetrics.hit(list, wanted, CUTOFF), RankingMetrics.recall(earlyLists[user], wanted, CUTOFF),
                    RankingMetrics.recall(coldLists[user], coldHeldOut(user), CUTOFF),
                    RankingMetrics.novelty(list, CUTOFF, this::surprise),
                    RankingMetrics.intraListDiversity(list, CUTOFF, genres::similarity)});
        }
        double[][] byFigure = new double[metrics().size() - 1][users.size()];
        for (int user = 0; user < users.size(); user++) {
            for (int figure = 0; figure < byFigure.length; figure++) {
                byFigure[figure][user] = users.get(user)[figure];
            }
        }
        return new UserMeans(byFigure, RankingMetrics.coverage(lists, CUTOFF, train.filmCount()));
    }

    /** One is added to both counts, so that a film nobody knows surprises by a finite amount. */
    private double surprise(int film) {
        return Math.log((train.users() + 1.0) / (train.byFilm()[film].length + 1.0)) / Math.log(2);
    }
}
