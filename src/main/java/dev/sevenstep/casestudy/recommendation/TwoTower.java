package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Indexes;
import dev.sevenstep.pipeline.vectors.Metric;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.pipeline.vectors.VectorIndex;
import dev.sevenstep.pipeline.vectors.Vectors;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Retrieval by two networks, one for users and one for films, whose vectors' product says how well they fit (Covington, Adams and Sargin
 * 2016; Yi et al. 2019). Learnt by softmax over the other films of a batch with correction for how often each is drawn. The films'
 * vectors are computed once; a request runs the user's network and asks an exact index of all of them.
 *
 * @param width length of the vectors
 * @param epochs passes over the likes
 */
record TwoTower(int width, int epochs) implements Method {
    private static final int BATCH = 256;
    /** Most films of a history seen in one example; drawn anew each time, which also teaches short histories. */
    private static final int SEEN = 40;
    private static final double WITHOUT_ID = 0.1;
    private static final float RATE = 0.05f;

    @Override
    public String id() {
        return "two-tower";
    }

    @Override
    public String name() {
        return "Two towers";
    }

    @Override
    public Model fit(Interactions train, long seed, int threads, Progress progress) {
        TowerPair towers = new TowerPair(train.films(), width, seed);
        Examples examples = new Examples(train, seed);
        int batches = Math.max(1, (int) (train.size() / BATCH));
        for (int epoch = 0; epoch < epochs; epoch++) {
            examples.shuffle();
            // The steps get smaller towards the end.
            float rate = RATE * (1 - 0.9f * epoch / epochs);
            for (int batch = 0; batch < batches; batch++) {
                progress.report((epoch + (double) batch / batches) / epochs);
                towers.step(examples.batch(batch), rate, threads);
            }
        }
        float[][] films = new float[train.filmCount()][];
        Parallel.forEach(threads, films.length, film -> films[film] = towers.film(film));
        Vectors vectors = Vectors.ofRows(films);
        VectorIndex index = Indexes.build(IndexSpec.EXACT, vectors, Metric.INNER_PRODUCT, seed, 1, progress.quiet());
        return new Served(towers, index, vectors, Factors.transposed(films, width));
    }

    /** Makes batches. */
    private static final class Examples {
        private final Interactions train;
        private final SplittableRandom random;
        private final int[] users;
        private final int[] films;
        private final boolean[] marked;

        Examples(Interactions train, long seed) {
            this.train = train;
            this.random = new SplittableRandom(seed + 1);
            int size = (int) train.size();
            users = new int[size];
            films = new int[size];
            marked = new boolean[train.filmCount()];
            int at = 0;
            for (int user = 0; user < train.users(); user++) {
                for (int film : train.byUser()[user]) {
                    users[at] = user;
                    films[at++] = film;
                }
            }
        }

        void shuffle() {
            for (int left = users.length; left > 1; left--) {
                int drawn = random.nextInt(left);
                int user = users[drawn];
                int film = films[drawn];
                users[drawn] = users[left - 1];
                films[drawn] = films[left - 1];
                users[left - 1] = user;
                films[left - 1] = film;
            }
        }

        TowerPair.Batch batch(int number) {
            int from = number * BATCH;
            int size = Math.min(BATCH, films.length - from);
            int[] batchFilms = Arrays.copyOfRange(films, from, from + size);
            int[][] histories = new int[size][];
            boolean[] withoutId = new boolean[size];
            float[] correction = new float[size];
            boolean[][] ignored = new boolean[size][size];
            for (int i = 0; i < size; i++) {
                int user = users[from + i];
                histories[i] = seen(train.byUser()[user], batchFilms[i]);
                withoutId[i] = random.nextDouble() < WITHOUT_ID;
                correction[i] = (float) Math.log((double) train.byFilm()[batchFilms[i]].length / films.length);
                for (int film : train.byUser()[user]) {
                    marked[film] = true;
                }
                for (int j = 0; j < size; j++) {
                    ignored[i][j] = i != j && marked[batchFilms[j]];
                }
                for (int film : train.byUser()[user]) {
                    marked[film] = false;
                }
            }
            return new TowerPair.Batch(histories, batchFilms, withoutId, correction, ignored);
        }

        /** Some of a history, drawn without replacement, without the film to be guessed. */
        private int[] seen(int[] history, int film) {
            int[] others = IntStream.of(history).filter(each -> each != film).toArray();
            int size = Math.min(others.length, 1 + random.nextInt(SEEN));
            for (int i = 0; i < size; i++) {
                int drawn = i + random.nextInt(others.length - i);
                int kept = others[i];
                others[i] = others[drawn];
                others[drawn] = kept;
            }
            return Arrays.copyOf(others, size);
        }
    }

    /**
     * @param index of the films' vectors; answers requests
     * @param columns the same vectors, for those who ask for the scores of all films
     */
    private record Served(TowerPair towers, VectorIndex index, Vectors films,
            float[][] columns) implements Model.OfCatalogue {
        @Override
        public float[] scores(Query query) {
            return Factors.products(towers.user(query.history()), columns, films.size());
        }

        /** As many more are asked for as may have to be left out. */
        @Override
        public TopList top(Query query, int count) {
            BitSet out = new BitSet();
            IntStream.concat(IntStream.of(query.history()), IntStream.of(query.hidden())).forEach(out::set);
            Neighbours found = index.search(towers.user(query.history()), Math.max(1, count + out.cardinality()));
            int[] places = IntStream.range(0, found.size()).filter(i -> !out.get(found.ids()[i])).limit(count)
                    .toArray();
            float[] scores = new float[places.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = -found.distances()[places[i]];
            }
            return new TopList(IntStream.of(places).map(i -> found.ids()[i]).toArray(), scores);
        }

        @Override
        public long bytes() {
            return 8L * films.size() * columns.length + towers.userBytes();
        }

        @Override
        public boolean reachesColdFilms() {
            return true;
        }

        @Override
        public Optional<float[][]> vectors() {
            return Optional.of(IntStream.range(0, films.size()).mapToObj(films::row).toArray(float[][]::new));
        }
    }
}
