package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.trees.BoostedTrees;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How large services do it: several cheap methods name candidates, a ranker looks closely at those, and the list is made diverse. The
 * ranker is gradient-boosted trees on how each method scores a candidate and on how the film fits the user.
 *
 * <p>The ranker learns from likes that the methods whose scores it sees have not seen: the last fifth of each user's training likes is
 * held back, the methods learn from the rest, and the ranker learns to find what was held back among their candidates. Then the methods
 * learn once more from all. The test has no part in this.
 *
 * @param sources that name candidates
 * @param rerank what is done to the ranked list
 */
record TwoStage(List<Method> sources, int candidates, Rerank rerank) implements Method {
    /** Candidates the ranker learns from, at most; with more users than that takes, every other, third … is used. */
    private static final int MOST_ROWS = 400_000;
    private static final int ROUNDS = 80;
    private static final int DEPTH = 5;
    private static final double RATE = 0.1;

    @Override
    public String id() {
        return "two-stage";
    }

    @Override
    public String name() {
        return "Two stages";
    }

    @Override
    public Model fit(Interactions train, long seed, int threads, Progress progress) {
        List<Method> usable = sources.stream().filter(source -> source.unavailable(train).isEmpty()).toList();
        int[][] known = new int[train.users()][];
        int[][] heldBack = new int[train.users()][];
        for (int user = 0; user < known.length; user++) {
            int[] all = train.byUser()[user];
            int border = all.length < 2 ? all.length : ImplicitSplit.border(all.length);
            known[user] = Arrays.copyOf(all, border);
            heldBack[user] = Arrays.copyOfRange(all, border, all.length);
            Arrays.sort(heldBack[user]);
        }
        Interactions earlier = Interactions.of(known, train.films());
        Candidates teacher = candidates(usable, earlier, seed, threads, progress);
        List<double[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        int stride = 1 + (int) ((long) train.users() * candidates / MOST_ROWS);
        for (int user = 0; user < known.length; user += stride) {
            progress.report(0.4 + 0.2 * user / known.length);
            int[] wanted = heldBack[user];
            Candidates.Named named = teacher.name(new Model.Query(known[user], user), candidates, new int[0]);
            double[][] features = teacher.features(named);
            for (int i = 0; i < features.length; i++) {
                rows.add(features[i]);
                labels.add(Arrays.binarySearch(wanted, named.films()[i]) >= 0);
            }
        }
        boolean[] found = new boolean[labels.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = labels.get(i);
        }
        BoostedTrees ranker = BoostedTrees.train("candidates", rows.toArray(double[][]::new), found,
                new BoostedTrees.Settings(ROUNDS, DEPTH, RATE, 256), seed, progress);
        int[] closed = IntStream.range(0, train.filmCount()).filter(film -> !rerank.allows(train.films().get(film)))
                .toArray();
        return new Pipeline(candidates(usable, train, seed, threads, progress), Genres.of(train.films()), closed,
                ranker,
                candidates, rerank);
    }

    private static Candidates candidates(List<Method> usable, Interactions train, long seed, int threads,
            Progress progress) {
        List<Model.OfCatalogue> models = new ArrayList<>();
        for (Method source : usable) {
            models.add((Model.OfCatalogue) source.fit(train, seed, threads, new Silent(progress)));
        }
        return new Candidates(train, models);
    }

    /** Sources would each count from 0; they only need to be stoppable. */
    private record Silent(Progress outer) implements Progress {
        @Override
        public void report(double fraction) {
            outer.check();
        }

        @Override
        public void check() {
            outer.check();
        }

        @Override
        public <T> T stage(String name, Work<T> work) {
            return work.run(this);
        }
    }

    private record Pipeline(Candidates sources, Genres genres, int[] closed, BoostedTrees ranker, int candidates,
            Rerank rerank) implements Model.Staged {
        @Override
        public TopList top(Query query, int count) {
            return rerank.list(ranked(query, sources.name(query, candidates, closed)), count, genres);
        }

        private TopList ranked(Query query, Candidates.Named named) {
            float[] scores = scores(named);
            TopList order = TopList.of(scores, scores.length);
            return new TopList(Arrays.stream(order.films()).map(i -> named.films()[i]).toArray(), order.scores());
        }

        private float[] scores(Candidates.Named named) {
            double[] scores = ranker.scores(sources.features(named));
            float[] floats = new float[scores.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) scores[i];
            }
            return floats;
        }

        @Override
        public float[] scores(Query query, int[] films) {
            return scores(sources.name(query, candidates, closed).withFilms(films));
        }

        @Override
        public long bytes() {
            return sources.bytes() + ranker.bytes();
        }

        @Override
        public boolean reachesColdFilms() {
            return sources.models().stream().anyMatch(Model::reachesColdFilms);
        }

        @Override
        public Model withCandidates(int count) {
            return new Pipeline(sources, genres, closed, ranker, count, rerank);
        }
    }
}
