package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Parallel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The two networks with their tables. A film goes in as the sum of its own row, the mean of its genres' rows and the row of its years; a
 * user as the mean of rows of the history's films plus a row for how many there are and rows for the shares of genres among them.
 */
final class TowerPair {
    /** Films five years apart share a row. */
    private static final int YEARS = 5;
    private static final int FIRST_YEAR = 1900;
    private static final int PERIODS = 30;
    /** Sharpness of the softmax over vectors of length 1. */
    static final float SHARPNESS = 12;
    /** Examples whose gradients are summed together, whatever the number of threads. */
    private static final int PIECE = 32;

    private final int width;
    private final int[][] genres;
    private final int[] periods;
    private final Tower userTower;
    private final Tower filmTower;
    /** By film; zero to begin with, so that a film nobody liked is what its genres and years say. */
    private final Weights filmRows;
    private final Weights genreRows;
    private final Weights periodRows;
    /** What a film says of a user who liked it. */
    private final Weights historyRows;
    /** Share of each genre, then the number of films. */
    private final Weights countRows;

    TowerPair(List<Film> films, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.width = width;
        Map<String, Integer> numbers = new LinkedHashMap<>();
        genres = films.stream().map(film -> film.genres().stream()
                .mapToInt(genre -> numbers.computeIfAbsent(genre, _ -> numbers.size())).toArray())
                .toArray(int[][]::new);
        periods = films.stream().mapToInt(film -> Math.clamp((film.year() - FIRST_YEAR) / YEARS, 0, PERIODS - 1))
                .toArray();
        userTower = new Tower(width, random);
        filmTower = new Tower(width, random);
        double deviation = 0.1;
        filmRows = new Weights(films.size(), width);
        genreRows = Weights.random(numbers.size(), width, deviation, random);
        periodRows = Weights.random(PERIODS, width, deviation, random);
        historyRows = Weights.random(films.size(), width, deviation, random);
        countRows = Weights.random(numbers.size() + 1, width, deviation, random);
    }

    private float[] filmInput(int film, boolean withoutId) {
        float[] input = periodRows.values()[periods[film]].clone();
        for (int genre : genres[film]) {
            Factors.add(input, 1f / genres[film].length, genreRows.values()[genre]);
        }
        if (!withoutId) {
            Factors.add(input, 1, filmRows.values()[film]);
        }
        return input;
    }

    private float[] userInput(int[] history) {
        float[] input = new float[width];
        for (int film : history) {
            Factors.add(input, 1f / history.length, historyRows.values()[film]);
        }
        float[] counts = counts(history);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                Factors.add(input, counts[i], countRows.values()[i]);
            }
        }
        return input;
    }

    private float[] counts(int[] history) {
        float[] counts = new float[countRows.values().length];
        for (int film : history) {
            for (int genre : genres[film]) {
                counts[genre] += 1f / history.length;
            }
        }
        counts[counts.length - 1] = (float) Math.log1p(history.length) / 5;
        return counts;
    }

    /** The vector of a user with this history, of length 1. */
    float[] user(int[] history) {
        return userTower.forward(userInput(history)).out();
    }

    /** The vector of a film, of length 1. */
    float[] film(int film) {
        return filmTower.forward(filmInput(film, false)).out();
    }

    long userBytes() {
        return 4L * width * (historyRows.values().length + countRows.values().length
                + userTower.weights().values().length);
    }

    /**
     * What is learnt from at a time: every film is the positive of its own row and a negative of all others.
     *
     * @param histories the user of each example, without the film itself
     * @param films of each example
     * @param withoutId examples whose film is shown without its own row, so that genres and years learn to stand for it
     * @param correction log of each film's chance to be drawn, taken off its logit (Yi et al. 2019): else popular films, drawn often as
     *     negatives, would be held down
     * @param ignored by example: films of the batch that are no negatives, as the user likes them too
     */
    record Batch(int[][] histories, int[] films, boolean[] withoutId, float[] correction, boolean[][] ignored) {
        int size() {
            return films.length;
        }
    }

    /** One step down the gradient of the mean cross-entropy of a batch. */
    void step(Batch batch, float rate, int threads) {
        for (Table table : tables(batch, slopes(batch, threads))) {
            for (int row : table.rows) {
                table.weights.step(row, table.gradient[row], rate);
            }
        }
        userTower.changed();
        filmTower.changed();
    }

    /** The mean cross-entropy of a batch. */
    double loss(Batch batch) {
        userTower.changed();
        filmTower.changed();
        return slopes(batch, 1).loss;
    }

    /** The gradients of {@link #loss}. */
    List<Table> gradients(Batch batch) {
        return tables(batch, slopes(batch, 1));
    }

    /**
     * Numbers that are learnt, and the gradient of the loss with regard to them.
     *
     * @param rows that a batch touched
     * @param gradient by row; empty rows where untouched
     */
    record Table(String name, Weights weights, int[] rows, float[][] gradient) {
        float[][] values() {
            return weights.values();
        }
    }

    /** Slopes of the loss with regard to the inputs of the towers, example by example, and to the weights within. */
    private record Slopes(double loss, float[][] users, float[][] films, float[][] userWeights,
            float[][] filmWeights) {}

    private Slopes slopes(Batch batch, int threads) {
        int size = batch.size();
        Tower.Pass[] users = new Tower.Pass[size];
        Tower.Pass[] films = new Tower.Pass[size];
        int pieces = (size + PIECE - 1) / PIECE;
        Parallel.forEach(threads, pieces, piece -> {
            for (int i = piece * PIECE; i < Math.min(size, (piece + 1) * PIECE); i++) {
                users[i] = userTower.forward(userInput(batch.histories[i]));
                films[i] = filmTower.forward(filmInput(batch.films[i], batch.withoutId[i]));
            }
        });
        float[][] userVectors = Arrays.stream(users).map(Tower.Pass::out).toArray(float[][]::new);
        float[][] filmVectors = Arrays.stream(films).map(Tower.Pass::out).toArray(float[][]::new);
        float[][] columns = Factors.transposed(filmVectors, width);
        float[][] logits = new float[size][];
        double[] losses = new double[size];
        float[][] userSlopes = new float[size][];
        float[][] filmSlopes = new float[size][];
        int rows = userTower.weights().values().length;
        float[][][] userSums = new float[pieces][rows][width];
        float[][][] filmSums = new float[pieces][rows][width];
        Parallel.forEach(threads, pieces, piece -> {
            for (int i = piece * PIECE; i < Math.min(size, (piece + 1) * PIECE); i++) {
                logits[i] = Factors.products(users[i].out(), columns, size);
                losses[i] = softmax(logits[i], batch, i);
                userSlopes[i] = userTower.backward(users[i], Factors.products(logits[i], filmVectors, width),
                        userSums[piece]);
            }
        });
        float[][] byFilm = Factors.transposed(logits, size);
        Parallel.forEach(threads, pieces, piece -> {
            for (int j = piece * PIECE; j < Math.min(size, (piece + 1) * PIECE); j++) {
                filmSlopes[j] = filmTower.backward(films[j], Factors.products(byFilm[j], userVectors, width),
                        filmSums[piece]);
            }
        });
        return new Slopes(Arrays.stream(losses).average().orElse(Double.NaN), userSlopes, filmSlopes, sum(userSums),
                sum(filmSums));
    }

    private static float[][] sum(float[][][] parts) {
        for (int part = 1; part < parts.length; part++) {
            for (int row = 0; row < parts[0].length; row++) {
                Factors.add(parts[0][row], 1, parts[part][row]);
            }
        }
        return parts[0];
    }

    /** Turns similarities into slopes of the mean loss with regard to them; gives the loss of the example. */
    private static double softmax(float[] logits, Batch batch, int example) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < logits.length; j++) {
            logits[j] = batch.ignored[example][j]
                    ? Float.NEGATIVE_INFINITY
                    : SHARPNESS * logits[j] - batch.correction[j];
            highest = Math.max(highest, logits[j]);
        }
        double sum = 0;
        double own = logits[example] - highest;
        for (int j = 0; j < logits.length; j++) {
            logits[j] = (float) Math.exp(logits[j] - highest);
            sum += logits[j];
        }
        for (int j = 0; j < logits.length; j++) {
            logits[j] = (float) (SHARPNESS * (logits[j] / sum - (j == example ? 1 : 0)) / logits.length);
        }
        return Math.log(sum) - own;
    }

    /** Hands the slopes on to the rows that made the inputs. */
    private List<Table> tables(Batch batch, Slopes slopes) {
        Gathered own = new Gathered("films", filmRows);
        Gathered genre = new Gathered("genres", genreRows);
        Gathered period = new Gathered("years", periodRows);
        Gathered history = new Gathered("history", historyRows);
        Gathered count = new Gathered("counts", countRows);
        for (int i = 0; i < batch.size(); i++) {
            int film = batch.films[i];
            if (!batch.withoutId[i]) {
                own.add(film, 1, slopes.films[i]);
            }
            period.add(periods[film], 1, slopes.films[i]);
            for (int each : genres[film]) {
                genre.add(each, 1f / genres[film].length, slopes.films[i]);
            }
            for (int each : batch.histories[i]) {
                history.add(each, 1f / batch.histories[i].length, slopes.users[i]);
            }
            float[] counts = counts(batch.histories[i]);
            for (int each = 0; each < counts.length; each++) {
                if (counts[each] != 0) {
                    count.add(each, counts[each], slopes.users[i]);
                }
            }
        }
        int[] all = IntStream.range(0, slopes.userWeights.length).toArray();
        return List.of(new Table("user tower", userTower.weights(), all, slopes.userWeights),
                new Table("film tower", filmTower.weights(), all, slopes.filmWeights), own.table(), genre.table(),
                period.table(), history.table(), count.table());
    }

    /** Gradients of the rows of a table that a batch touches. */
    private final class Gathered {
        private final String name;
        private final Weights weights;
        private final float[][] gradient;
        private final boolean[] touched;

        Gathered(String name, Weights weights) {
            this.name = name;
            this.weights = weights;
            this.gradient = new float[weights.values().length][];
            this.touched = new boolean[gradient.length];
        }

        void add(int row, float share, float[] slope) {
            if (!touched[row]) {
                touched[row] = true;
                gradient[row] = new float[width];
            }
            Factors.add(gradient[row], share, slope);
        }

        Table table() {
            return new Table(name, weights, IntStream.range(0, touched.length).filter(row -> touched[row]).toArray(),
                    gradient);
        }
    }
}
