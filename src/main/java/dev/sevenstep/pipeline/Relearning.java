package dev.sevenstep.pipeline;

import dev.sevenstep.task.Progress;

/**
 * Learns approaches of a kept run that ended in lists again, so that more can be asked of it: reasons, hidden histories, other numbers of
 * candidates. What the run measured stays as it is. Safe for several threads, one of which works at a time.
 */
public interface Relearning {
    /**
     * The ranking as it was kept, with its model.
     *
     * @param approach id of one that has lists
     * @throws java.util.concurrent.CancellationException when cancelled through {@code progress}
     * @throws RunException when the data are not those of the run, or the model ranks otherwise, with a message for the user
     */
    Ranking learn(String approach, int threads, Progress progress);
}
