package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.Relearning;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Approaches of a kept run learnt again, one at a time, from the same data by the same seed. That they are the same is not taken for
 * granted: the lists of all test users must be those that were kept. The data are read once.
 */
final class LearntAgain implements Relearning {
    private final RunResult kept;
    private final RankingTest test;
    private final Progress.Work<Ratings> data;
    private final IntFunction<RankingProtocol> protocol;
    private Optional<TestUsers> users = Optional.empty();

    /** @param protocol of the run, by number of threads */
    LearntAgain(RunResult kept, RankingTest test, Progress.Work<Ratings> data, IntFunction<RankingProtocol> protocol) {
        this.kept = kept;
        this.test = test;
        this.data = data;
        this.protocol = protocol;
    }

    @Override
    public synchronized Ranking learn(String approach, int threads, Progress progress) {
        Ranking before = Objects.requireNonNull(test.rankings().get(approach), approach);
        Method method = RecommendationOptions.methods(kept.parameters()).stream()
                .filter(each -> each.id().equals(approach)).findFirst()
                .orElseThrow(() -> new RunException("This program has no approach “" + approach + "”."));
        RankingProtocol same = protocol.apply(threads);
        TestUsers asked = users.orElseGet(() -> read(same, progress));
        users = Optional.of(asked);
        MethodRun run = same.learn(method, asked, progress);
        Ranking now = run.ranking().orElseThrow(
                () -> new RunException(method.name() + " is not available on this machine any more."));
        for (int user = 0; user < before.lists().length; user++) {
            int[] list = before.lists()[user];
            if (Arrays.mismatch(list, Arrays.copyOf(now.lists()[user], list.length)) >= 0) {
                throw new RunException(method.name() + " ranks otherwise than in the kept run, first for user "
                        + test.users().get(user) + ", so its reasons would not be those of the lists. "
                        + "The versions of the program may differ: run it again.");
            }
        }
        return new Ranking(before.lists(), before.scores(), now.recommender(), before.map(), before.points(),
                now.staged());
    }

    private TestUsers read(RankingProtocol same, Progress progress) {
        Ratings ratings = progress.stage("Loading ratings", data::run);
        if (!ratings.hash().equals(kept.dataset().hash())) {
            throw new RunException(
                    kept.dataset().name() + " has changed since the run was kept. Run it again with the new data.");
        }
        return same.users(same.split(ratings));
    }
}
