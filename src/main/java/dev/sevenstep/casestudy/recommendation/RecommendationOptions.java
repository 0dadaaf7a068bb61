package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import java.util.List;

/** The knobs of the recommendation case. */
final class RecommendationOptions {
    static final String DATA = "data";
    static final String PROTOCOL = "protocol";
    static final String APPROACHES = "approaches";
    static final String LIKED_FROM = "likedFrom";
    static final String NEIGHBOURS = "neighbours";
    static final String USER_NEIGHBOURS = "userNeighbours";
    static final String SHRINKAGE = "shrinkage";
    static final String EASE_LAMBDA = "easeLambda";
    static final String FACTORS = "factors";
    static final String ALS_ALPHA = "alsAlpha";
    static final String ALS_LAMBDA = "alsLambda";
    static final String ALS_EPOCHS = "alsEpochs";
    static final String BPR_EPOCHS = "bprEpochs";
    static final String TOWER_EPOCHS = "towerEpochs";
    static final String CANDIDATES = "candidates";
    static final String DIVERSITY = "diversity";
    static final String GENRE = "genre";
    static final String NOT_BEFORE = "notBefore";
    static final String TEST_USERS = "testUsers";
    static final String REPLICATES = "replicates";

    static final String RANKING = "ranking";
    static final String RATINGS = "ratings";

    /** In the order of {@link #methods}. */
    private static final List<Parameter.Option> NAMES = List.of(new Parameter.Option("popularity", "Popularity"),
            new Parameter.Option("content", "Content"), new Parameter.Option("user-knn", "User neighbours"),
            new Parameter.Option("item-knn", "Item neighbours"), new Parameter.Option("ease", "EASE"),
            new Parameter.Option("als", "Implicit ALS"), new Parameter.Option("bpr", "BPR"),
            new Parameter.Option("two-tower", "Two towers"), new Parameter.Option("two-stage", "Two stages"));

    private RecommendationOptions() {
    }

    static List<Parameter> parameters() {
        return List.of(
                new Parameter.File(DATA, "Ratings",
                        "MovieLens' ratings.csv, u.data or ratings.dat, RecBole's .inter, plain or gzipped; titles are read"
                                + " from the file beside it. Empty: the ratings that come with the program.",
                        List.of("csv", "data", "dat", "inter", "gz")),
                new Parameter.Choice(PROTOCOL, "Protocol", "What is asked of the data.",
                        List.of(new Parameter.Option(RANKING,
                                "Rank what a user will like: the last fifth of each user's likes is held out"),
                                new Parameter.Option(RATINGS, "Predict ratings: five folds, error in stars")),
                        RANKING),
                new Parameter.Several(APPROACHES, "Approaches",
                        "Which to learn and compare; two stages learns from others whether they are shown or not.",
                        NAMES),
                new Parameter.Real(LIKED_FROM, "Liked from", "The rating from which a film counts as liked.", "", 4, 0,
                        100),
                new Parameter.Whole(NEIGHBOURS, "Item neighbours", "Nearest films kept of each film.", "films", 100, 1,
                        2_000),
                new Parameter.Whole(USER_NEIGHBOURS, "User neighbours", "Nearest users asked.", "users", 50, 1, 2_000),
                new Parameter.Real(SHRINKAGE, "Shrinkage",
                        "Keeps films and users with little in common from being near by chance.", "", 10, 0, 1_000),
                new Parameter.Real(EASE_LAMBDA, "EASE penalty", "λ: more makes weights smaller.", "", 100, 0.1,
                        100_000),
                new Parameter.Whole(FACTORS, "Vector length", "Of ALS, BPR and two-tower.", "", 64, 4, 256),
                new Parameter.Real(ALS_ALPHA, "ALS confidence", "α: how much more a like counts than no like.", "", 10,
                        0,
                        1_000),
                new Parameter.Real(ALS_LAMBDA, "ALS penalty", "λ: more makes vectors shorter.", "", 80, 0.001, 10_000),
                new Parameter.Whole(ALS_EPOCHS, "ALS rounds", "Over users and films.", "rounds", 15, 1, 100),
                new Parameter.Whole(BPR_EPOCHS, "BPR passes", "Over the likes.", "passes", 60, 1, 500),
                new Parameter.Whole(TOWER_EPOCHS, "Two-tower passes", "Over the likes.", "passes", 5, 1, 200),
                new Parameter.Whole(CANDIDATES, "Candidates", "Films the first of two stages hands to the ranker.",
                        "films",
                        200, 20, 2_000),
                new Parameter.Real(DIVERSITY, "Diversity",
                        "Two stages: what unlikeness to the films above counts beside the ranker's score.", "", 0.1, 0,
                        1),
                new Parameter.Text(GENRE, "Only genre", "Two stages: show nothing else; empty for all.", ""),
                new Parameter.Whole(NOT_BEFORE, "Not before", "Two stages: leave out older films; 0 for all.", "year",
                        0, 0,
                        2_100),
                new Parameter.Whole(TEST_USERS, "Test users at most",
                        "With more, so many are drawn; all are learnt from.", "users", 5_000, 10, 1_000_000),
                new Parameter.Whole(REPLICATES, "Bootstrap replicates",
                        "Resamples of the test users behind each interval; 0 gives no intervals.", "", 200, 0, 2_000));
    }

    /** In the order to show them. */
    static List<Method> methods(ParameterValues values) {
        double shrinkage = values.real(SHRINKAGE);
        int factors = values.whole(FACTORS);
        Method popularity = new Popularity();
        Method content = new ContentBased();
        Method items = new ItemNeighbours(values.whole(NEIGHBOURS), shrinkage);
        Method ease = new Ease(values.real(EASE_LAMBDA));
        Method als = new ImplicitAls(factors, values.real(ALS_ALPHA), values.real(ALS_LAMBDA),
                values.whole(ALS_EPOCHS));
        Method users = new UserNeighbours(values.whole(USER_NEIGHBOURS), shrinkage);
        Rerank rerank = new Rerank(values.real(DIVERSITY), values.text(GENRE), values.whole(NOT_BEFORE));
        List<Method> all = List.of(popularity, content, users, items, ease, als,
                new Bpr(factors, 0.05, 0.01, values.whole(BPR_EPOCHS)),
                new TwoTower(factors, values.whole(TOWER_EPOCHS)),
                new TwoStage(List.of(ease, items, als, users, content), values.whole(CANDIDATES), rerank));
        List<String> chosen = values.several(APPROACHES);
        return all.stream().filter(method -> chosen.contains(method.id())).toList();
    }
}
