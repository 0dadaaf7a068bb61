package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.StageTimer;
import dev.sevenstep.pipeline.Versions;
import dev.sevenstep.stats.RankingMetrics;
import dev.sevenstep.stats.UserMeans;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One method from learning to lists. Used by one thread at a time. */
final class MethodRun {
    private static final int[] POINTS = {20, 50, 100, 200, 400};

    private final Method method;
    private final TestUsers test;
    private final StageTimer timer;
    private final LatencyProbe probe;
    private @Nullable Model model;
    private TopList[] lists = new TopList[0];
    private Optional<UserMeans> means = Optional.empty();
    private Optional<LatencyProfile> latency = Optional.empty();
    private Optional<String> unavailable = Optional.empty();
    private final List<Ranking.CandidatePoint> points = new ArrayList<>();

    MethodRun(Method method, TestUsers test, LongSupplier nanoClock, LatencyProbe probe) {
        this.method = method;
        this.test = test;
        this.probe = probe;
        this.timer = new StageTimer(nanoClock);
    }

    /** Figures user by user; empty when the method is not available. */
    Optional<UserMeans> means() {
        return means;
    }

    void fitAndRank(long seed, int threads, Progress progress) {
        learn(seed, threads, progress);
        Model fitted = model;
        if (fitted != null) {
            means = Optional.of(timer.time("cold", method.name() + ": cold users and films", progress,
                    inner -> quality(fitted, threads, inner)));
        }
    }

    /** Learns and ranks, without figures: what can be asked then is {@link #ranking}. */
    void learn(long seed, int threads, Progress progress) {
        unavailable = method.unavailable(test.train());
        if (unavailable.isPresent()) {
            return;
        }
        try {
            Model fitted = timer.time("fit", method.name() + ": learning", progress,
                    inner -> method.fit(test.train(), seed, threads, inner));
            lists = timer.time("ranking", method.name() + ": ranking", progress,
                    inner -> lists(fitted, ListQuality.DEPTH, threads, inner));
            model = fitted;
        } catch (LinkageError e) {
            unavailable = Optional.of(Versions.missingNative(e));
        }
    }

    private TopList[] lists(Model fitted, int length, int threads, Progress progress) {
        return perUser(threads, progress, user -> fitted.top(test.query(user), length));
    }

    private TopList[] perUser(int threads, Progress progress, IntFunction<TopList> made) {
        TopList[] all = new TopList[test.count()];
        AtomicInteger done = new AtomicInteger();
        Parallel.forEach(threads, all.length, user -> {
            all[user] = made.apply(user);
            progress.report((double) done.incrementAndGet() / all.length);
        });
        return all;
    }

    private UserMeans quality(Model fitted, int threads, Progress progress) {
        TopList[] early = perUser(threads, progress, user -> earlyList(fitted, user));
        int[] cold = test.quality().coldFilms();
        TopList[] coldLists = perUser(threads, progress,
                user -> fitted.reachesColdFilms() && test.quality().coldHeldOut(user).length > 0
                        ? coldList(fitted, user, cold)
                        : new TopList(new int[0], new float[0]));
        return test.quality().of(films(lists), films(early), films(coldLists));
    }

    /** What the user would have been shown after the first few likes; later ones of training are neither known nor shown. */
    private TopList earlyList(Model fitted, int user) {
        int[] history = test.histories()[user];
        int[] known = Arrays.copyOf(history, Math.min(ListQuality.COLD_USER, history.length));
        int[] hidden = Arrays.copyOfRange(history, known.length, history.length);
        return fitted.top(new Model.Query(known, test.users()[user], hidden), ListQuality.CUTOFF);
    }

    private TopList coldList(Model fitted, int user, int[] cold) {
        float[] scores = fitted.scores(test.query(user), cold);
        TopList order = TopList.of(scores, ListQuality.CUTOFF);
        return new TopList(IntStream.of(order.films()).map(i -> cold[i]).toArray(), order.scores());
    }

    private static int[][] films(TopList[] lists) {
        return Arrays.stream(lists).map(TopList::films).toArray(int[][]::new);
    }

    /** Times single requests, from a history to a list, with nothing beside it; and other numbers of candidates, where there are any. */
    void measure(int threads, Progress progress) {
        Model fitted = model;
        if (fitted == null) {
            return;
        }
        latency = Optional.of(timer.time("latency", method.name() + ": latency", progress, inner -> probe
                .measure(i -> fitted.top(test.query(i % test.count()), ListQuality.CUTOFF), inner)));
        if (fitted instanceof Model.Staged staged) {
            timer.time("points", method.name() + ": other numbers of candidates", progress, inner -> {
                for (int count : POINTS) {
                    points.add(point(staged.withCandidates(count), count, probe, threads, inner));
                }
                return points;
            });
        }
    }

    private Ranking.CandidatePoint point(Model changed, int count, LatencyProbe probe, int threads, Progress progress) {
        TopList[] changedLists = lists(changed, ListQuality.CUTOFF, threads, progress);
        double recall = IntStream.range(0, test.count()).mapToDouble(user -> RankingMetrics
                .recall(changedLists[user].films(), test.heldOut()[user], ListQuality.CUTOFF)).average()
                .orElse(Double.NaN);
        LatencyProfile profile = probe.measure(i -> changed.top(test.query(i % test.count()), ListQuality.CUTOFF),
                progress);
        return new Ranking.CandidatePoint(count, recall, profile.at(50), profile.at(99));
    }

    Approach approach(Map<String, Estimate> metrics) {
        Model fitted = model;
        return new Approach(method.id(), method.name(), method.id(), metrics, Optional.empty(), timer.times(), latency,
                fitted == null ? 0 : fitted.bytes(), new double[0], Double.NaN, Optional.empty(), unavailable);
    }

    Optional<Ranking> ranking() {
        Model fitted = model;
        if (fitted == null) {
            return Optional.empty();
        }
        return Optional.of(new Ranking(films(lists), Arrays.stream(lists).map(TopList::scores).toArray(float[][]::new),
                Optional.of(new Asking(fitted, test.users())), fitted.vectors().map(PlaneMap::of), points,
                fitted instanceof Model.Staged staged ? Optional.of(new Trying(staged)) : Optional.empty()));
    }

    /** Measures other numbers of candidates on behalf of a window. */
    private final class Trying implements Ranking.Staged {
        private static final int MOST = 2_000;
        private final Model.Staged staged;

        Trying(Model.Staged staged) {
            this.staged = staged;
        }

        @Override
        public int least() {
            return ListQuality.CUTOFF;
        }

        @Override
        public int most() {
            return Math.min(MOST, test.train().filmCount());
        }

        @Override
        public Ranking.CandidatePoint measure(int candidates, int threads, Progress progress) {
            return point(staged.withCandidates(candidates), candidates, probe, threads, progress);
        }
    }

    /** Asks a model on behalf of a window. */
    private record Asking(Model model, int[] users) implements Ranking.Recommender {
        /** Each film of the history costs one more scoring; the latest are enough. */
        private static final int EXPLAINED = 200;

        private Model.Query query(int user, int[] history, int[] hidden) {
            return new Model.Query(history, user < 0 ? -1 : users[user], hidden);
        }

        @Override
        public List<Ranking.Scored> recommend(int user, int[] history, int[] hidden, int count) {
            return scored(model.top(query(user, history, hidden), count));
        }

        @Override
        public List<List<Ranking.Scored>> because(int user, int[] history, int[] items, int count) {
            Model.Query query = query(user, history, new int[0]);
            float[] scores = model.scores(query, items);
            float[][] effects = new float[items.length][history.length];
            for (int i = 0; i < history.length; i++) {
                float[] without = i < history.length - EXPLAINED ? null : model.scores(query.without(i), items);
                for (int item = 0; item < items.length; item++) {
                    effects[item][i] = without == null ? Float.NEGATIVE_INFINITY : scores[item] - without[item];
                }
            }
            return Arrays.stream(effects).map(each -> TopList.of(each, count))
                    .map(strongest -> scored(new TopList(
                            IntStream.of(strongest.films()).map(i -> history[i]).toArray(), strongest.scores())))
                    .toList();
        }

        private static List<Ranking.Scored> scored(TopList list) {
            return IntStream.range(0, list.films().length)
                    .mapToObj(i -> new Ranking.Scored(list.films()[i], list.scores()[i])).toList();
        }
    }
}
