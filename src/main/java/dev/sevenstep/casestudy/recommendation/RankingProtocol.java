package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BootstrapEstimates;
import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.StageTimer;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Every approach learns from the same likes and ranks for the same users; see {@link ImplicitSplit}. */
final class RankingProtocol {
    /** Users whose histories are hidden more and more. */
    private static final int COLD_USERS = 100;
    private final ParameterValues parameters;
    private final long seed;
    private final int threads;
    private final LongSupplier nanoClock;
    private final LatencyProbe probe;

    RankingProtocol(ParameterValues parameters, long seed, int threads, LongSupplier nanoClock, LatencyProbe probe) {
        this.parameters = parameters;
        this.seed = seed;
        this.threads = threads;
        this.nanoClock = nanoClock;
        this.probe = probe;
    }

    Outcome run(Ratings ratings, StageTimer timer, Progress progress) {
        List<Method> methods = RecommendationOptions.methods(parameters);
        ImplicitSplit split = timer.time("split", "Splitting by time", progress, _ -> split(ratings));
        TestUsers test = users(split);
        List<MethodRun> runs = new ArrayList<>();
        // One after another, each on all threads: beside each other their times would tell of the neighbours.
        for (Method method : methods) {
            MethodRun run = new MethodRun(method, test, nanoClock, probe);
            run.fitAndRank(seed, threads, progress);
            run.measure(threads, progress);
            runs.add(run);
        }
        List<Optional<BootstrapEstimates.Figures>> figures = runs.stream().map(MethodRun::means)
                .map(means -> means.map(each -> (BootstrapEstimates.Figures) each::figures)).toList();
        List<Map<String, Estimate>> estimates = timer.time("intervals", "Bootstrap intervals", progress,
                inner -> BootstrapEstimates.of(figures, ListQuality.metrics(), test.count(),
                        parameters.whole(RecommendationOptions.REPLICATES), seed, threads, inner));
        List<Approach> approaches = new ArrayList<>();
        Map<String, Ranking> rankings = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            approaches.add(runs.get(i).approach(estimates.get(i)));
            String id = approaches.get(i).id();
            runs.get(i).ranking().ifPresent(ranking -> rankings.put(id, ranking));
        }
        String note = note(split, test);
        RankingTest ranked = new RankingTest(items(split.train()),
                IntStream.of(test.users()).mapToObj(split.users()::get).toList(), test.histories(), test.heldOut(),
                ListQuality.CUTOFF, note, rankings, Optional.empty());
        RankingTest measured = rankings.isEmpty()
                ? ranked
                : ranked.with(timer.time("coldStart", "Hiding histories", progress,
                        inner -> ColdStart.measure(ranked, COLD_USERS, seed, inner)));
        return new Outcome(ListQuality.metrics(), approaches, Optional.of(measured), note);
    }

    ImplicitSplit split(Ratings ratings) {
        return ImplicitSplit.of(ratings, parameters.real(RecommendationOptions.LIKED_FROM));
    }

    TestUsers users(ImplicitSplit split) {
        return TestUsers.of(split, drawn(split.users().size()));
    }

    /** One method learnt, with its lists; without figures and times. */
    MethodRun learn(Method method, TestUsers test, Progress progress) {
        MethodRun run = new MethodRun(method, test, nanoClock, probe);
        run.learn(seed, threads, progress);
        return run;
    }

    /** Numbers of the test users, ascending: all, or as many as the parameters allow, drawn at random. */
    private int[] drawn(int users) {
        int most = parameters.whole(RecommendationOptions.TEST_USERS);
        int[] all = IntStream.range(0, users).toArray();
        if (users <= most) {
            return all;
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < most; i++) {
            int other = i + random.nextInt(users - i);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        return Arrays.stream(all).limit(most).sorted().toArray();
    }

    private String note(ImplicitSplit split, TestUsers test) {
        long heldOut = Arrays.stream(test.heldOut()).mapToLong(films -> films.length).sum();
        return String.format(Locale.ROOT,
                "Liked from %s on: %,d users with at least %d likes, %,d films. Learnt from %,d likes, to be found are %,d,"
                        + " the last fifth of each user's by time%s",
                parameters.real(RecommendationOptions.LIKED_FROM), split.users().size(), ImplicitSplit.LEAST_LIKED,
                split.train().filmCount(), split.train().size(), heldOut,
                test.count() < split.users().size() ? ", of " + test.count() + " users drawn" : "");
    }

    private static List<RankingTest.Item> items(Interactions train) {
        List<RankingTest.Item> items = new ArrayList<>();
        for (int i = 0; i < train.filmCount(); i++) {
            Film film = train.films().get(i);
            items.add(new RankingTest.Item(film.id(), film.title(), film.year() == 0 ? "" : String.valueOf(film.year()),
                    film.genres(), train.byFilm()[i].length));
        }
        return items;
    }
}
