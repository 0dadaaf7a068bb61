package dev.sevenstep.pipeline;

import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Times stages for a result while it passes them on to a {@link Progress}. For one thread. */
public final class StageTimer {
    private final LongSupplier nanoClock;
    private final List<StageTime> times = new ArrayList<>();

    /** @param nanoClock such as {@code System::nanoTime} */
    public StageTimer(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * Runs a stage.
     *
     * @param name as it stands in the result
     * @param shown as the user sees it while it runs; unique within the run
     */
    public <T> T time(String name, String shown, Progress progress, Progress.Work<T> work) {
        return progress.stage(shown, inner -> {
            long start = nanoClock.getAsLong();
            T result = work.run(inner);
            times.add(new StageTime(name, (nanoClock.getAsLong() - start) / 1e9));
            return result;
        });
    }

    /** The stages that ended, in order. */
    public List<StageTime> times() {
        return List.copyOf(times);
    }
}
