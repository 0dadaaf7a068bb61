package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.RunPictures;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.Background;
import dev.sevenstep.tracking.Artifact;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import dev.sevenstep.tracking.TrackingException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Keeps the runs that the window makes, with their charts, off the JavaFX thread. */
public final class RunKeeper {
    private final RunStore store;
    private final Executor executor;

    public RunKeeper(RunStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    private sealed interface Outcome {
        record Kept(RunRecord run) implements Outcome {}

        record Failed(String reason) implements Outcome {}
    }

    /**
     * Keeps a run. Exactly one of the two is told, on the JavaFX thread; after a failure it can be tried again.
     *
     * @param failed gets what happened and what to do, in words
     */
    public void keep(RunResult result, Consumer<RunRecord> kept, Consumer<String> failed) {
        Background.run(executor, () -> attempt(result), outcome -> {
            switch (outcome) {
                case Outcome.Kept now -> kept.accept(now.run());
                case Outcome.Failed not -> failed.accept(not.reason());
            }
        });
    }

    private Outcome attempt(RunResult result) {
        List<Artifact> charts = new RunPictures(result, new ChartFonts()).in(List.of("svg", "csv")).stream()
                .map(picture -> new Artifact("charts/" + picture.name(), picture.writer()::write)).toList();
        try {
            return new Outcome.Kept(store.keep(result, charts));
        } catch (TrackingException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }
}
