package dev.sevenstep.pipeline;

import dev.sevenstep.task.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Something that runs: typed parameters in, figures with intervals out. Stateless; the same input gives the same figures. */
public interface Experiment {
    /** The name on the command line and in files, e.g. {@code fraud}. */
    String id();

    /** The name for people. */
    String title();

    /** One or two sentences: what it does on which data. */
    String summary();

    List<Parameter> parameters();

    /** Parameters that belong together under a name, such as the full size; the defaults are not among them. */
    default List<Preset> presets() {
        return List.of();
    }

    /** What the figures of a result mean, in the order to show them. */
    List<MetricSpec> metrics();

    /**
     * The pictures of a run's data by name, for a run that ends in pictures and was kept without them. A picture that is not there any
     * more, or of other data, is a grey square. Reads from disk when asked for a picture; safe for several threads.
     *
     * @param parameters of the run
     * @param hash of its data
     */
    default Function<String, Picture> pictures(ParameterValues parameters, String hash) {
        return _ -> Picture.gone();
    }

    /**
     * A way to learn the approaches of a kept run again, for a run that ended in lists; empty where there is none.
     *
     * @param kept a run of this experiment
     */
    default Optional<Relearning> relearning(RunResult kept) {
        return Optional.empty();
    }

    /** What a run ends in, which says what there will be to look at. */
    default Ending endsIn() {
        return Ending.DECISION;
    }

    /** A yes or no about each row, a list for each user, or pictures like a picture. */
    enum Ending {
        DECISION, RANKING, PICTURES
    }

    /**
     * @param seed of all randomness
     * @param threads at least 1; changes the time taken, never a figure
     * @throws CancellationException when cancelled through {@code progress}
     * @throws RunException when the data cannot be used, with a message for the user
     */
    RunResult run(ParameterValues parameters, long seed, int threads, Progress progress);

    /**
     * Some parameters with their values as text; the others stay as they are.
     *
     * @param name as on a button, e.g. "Full size"
     * @param help one line: what it takes and what it gives
     */
    record Preset(String name, String help, Map<String, String> values) {
        public Preset {
            values = Map.copyOf(values);
        }
    }
}
