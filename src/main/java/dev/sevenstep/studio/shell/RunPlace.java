package dev.sevenstep.studio.shell;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.run.RunView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The run view, made when it is first shown, and what came out of its runs. */
final class RunPlace {
    private final ShellContext context;
    private final Commands commands;
    private final Map<String, RunResult> results = new HashMap<>();
    private @Nullable RunView view;

    RunPlace(ShellContext context, Commands commands) {
        this.context = context;
        this.commands = commands;
    }

    RunView view() {
        RunView made = view;
        if (made == null) {
            made = new RunView(context.experiments().get(), context.work().executor(), context.theme(), context.files(),
                    result -> results.put(result.experiment(), result));
            commands.register(made.commands().toArray(Command[]::new));
            view = made;
        }
        return made;
    }

    /** Shows a case study. */
    void open(Experiment experiment) {
        view().open(experiment.id());
    }

    /** The last result of a case study in this session. */
    Optional<RunResult> result(String experiment) {
        return Optional.ofNullable(results.get(experiment));
    }
}
