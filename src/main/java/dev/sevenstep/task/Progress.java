package dev.sevenstep.task;

import java.util.concurrent.CancellationException;

/** Where running work tells how far it is and learns that it should stop. Calls may come from any thread. */
public interface Progress {

    /**
     * Tells how much of the current stage is done, and leaves if the user wants the work to stop.
     *
     * @param fraction 0 to 1
     * @throws CancellationException when the work was cancelled
     */
    void report(double fraction);

    /**
     * Leaves if the user wants the work to stop. Cheap enough for inner loops.
     *
     * @throws CancellationException when the work was cancelled
     */
    void check();

    /**
     * Runs one named stage: announces its start, passes its own progress on, times it.
     *
     * @param name unique within the work, in words for the user
     */
    <T> T stage(String name, Work<T> work);

    /** This, without a word about parts of stages: for work within a stage whose fractions would begin from 0 again. */
    default Progress quiet() {
        Progress loud = this;
        return new Progress() {
            @Override
            public void report(double fraction) {
                loud.check();
            }

            @Override
            public void check() {
                loud.check();
            }

            @Override
            public <T> T stage(String name, Work<T> work) {
                loud.check();
                return work.run(this);
            }
        };
    }

    /** A piece of work. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress);
    }
}
