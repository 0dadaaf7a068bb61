package dev.sevenstep.casestudy.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One round of implicit ALS on 1.0 million likes of 6,040 users for 3,706 films: ours and Spark MLlib's, in turns, on one thread and on
 * all. Spark's round is the difference between four rounds and two, halved, so that reading and blocking do not count against it. Both
 * solve each system exactly, by Cholesky. Arguments: how many turns (5), then the lengths of the vectors (16, 64 and 128; a turn of the
 * last takes minutes).
 */
public final class SparkAlsBenchmark {
    private static final double ALPHA = 10;
    private static final double LAMBDA = 0.1;

    private SparkAlsBenchmark() {
    }

    public static void main(String[] args) {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int[] ks = args.length > 1
                ? Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray()
                : new int[]{16, 64, 128};
        int[][] byUser = RecommendationBenchmark.synthetic();
        Interactions train = Interactions.of(byUser, java.util.Collections.nCopies(3_706, Film.unknown("x")));
        System.out.printf(Locale.ROOT, "%,d likes, Java %s, Spark %s%n", train.size(), Runtime.version(),
                org.apache.spark.package$.MODULE$.SPARK_VERSION());
        int all = Runtime.getRuntime().availableProcessors();
        for (int threads : all > 1 ? new int[]{1, all} : new int[]{1}) {
            SparkSession spark = SparkSession.builder().master("local[" + threads + "]").appName("als")
                    .config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", threads)
                    .config("spark.log.level", "ERROR").getOrCreate();
            Dataset<Row> ratings = ratings(spark, byUser);
            for (int k : ks) {
                double[] ours = new double[turns];
                double[] theirs = new double[turns];
                for (int turn = -1; turn < turns; turn++) {
                    double own = ours(train, k, threads);
                    double spark2 = spark(ratings, k, 2);
                    double spark4 = spark(ratings, k, 4);
                    if (turn >= 0) {
                        ours[turn] = own;
                        theirs[turn] = (spark4 - spark2) / 2;
                    }
                }
                double own = median(ours);
                double other = median(theirs);
                System.out.printf(Locale.ROOT, "k=%3d, %d threads: ours %7.3f s a round, Spark %7.3f s, %.1f times%n", k,
                        threads, own, other, other / own);
            }
            spark.stop();
        }
    }

    private static double ours(Interactions train, int k, int threads) {
        ImplicitAls als = new ImplicitAls(k, ALPHA, LAMBDA * 50, 1);
        float[][] films = Factors.random(train.filmCount(), k, 0.1, new SplittableRandom(1));
        float[][] users = new float[train.users()][k];
        double[] times = new double[3];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            als.solve(train.byUser(), films, users, threads, () -> {});
            als.solve(train.byFilm(), users, films, threads, () -> {});
            times[i] = (System.nanoTime() - start) / 1e9;
        }
        return median(times);
    }

    private static double spark(Dataset<Row> ratings, int k, int rounds) {
        ALS als = new ALS().setImplicitPrefs(true).setRank(k).setMaxIter(rounds).setAlpha(ALPHA).setRegParam(LAMBDA)
                .setUserCol("user").setItemCol("item").setRatingCol("rating").setSeed(1);
        long start = System.nanoTime();
        als.fit(ratings);
        return (System.nanoTime() - start) / 1e9;
    }

    private static Dataset<Row> ratings(SparkSession spark, int[][] byUser) {
        List<Row> rows = new ArrayList<>();
        for (int user = 0; user < byUser.length; user++) {
            for (int film : byUser[user]) {
                rows.add(RowFactory.create(user, film, 1f));
            }
        }
        StructType schema = new StructType().add("user", DataTypes.IntegerType).add("item", DataTypes.IntegerType)
                .add("rating", DataTypes.FloatType);
        Dataset<Row> data = spark.createDataFrame(rows, schema).cache();
        data.count();
        return data;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
