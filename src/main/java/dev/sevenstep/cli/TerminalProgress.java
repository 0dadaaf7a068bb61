package dev.sevenstep.cli;

import dev.sevenstep.task.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Shows stages on a terminal: a bar that redraws while a stage runs, a line when it is done; only the lines elsewhere. */
final class TerminalProgress {
    private static final int BAR = 24;

    private final Console console;
    private final Set<String> printed = new HashSet<>();
    private String drawn = "";

    TerminalProgress(Console console) {
        this.console = console;
    }

    /** Takes the stages as they stand now. */
    void show(List<Stage> stages) {
        // Stages may run side by side and end in another order than they began.
        for (Stage stage : stages) {
            if (stage.done() && printed.add(stage.name())) {
                wipe();
                console.note(String.format(Locale.ROOT, "  %-44s %7.2f s", stage.name(), stage.seconds()));
            }
        }
        if (console.interactive()) {
            stages.stream().filter(stage -> !stage.done()).reduce((_, last) -> last).ifPresent(this::draw);
        }
    }

    private void draw(Stage stage) {
        int full = (int) Math.round(stage.fraction() * BAR);
        String line = String.format(Locale.ROOT, "  %-44s %s%s %3.0f %%", stage.name(), "█".repeat(full),
                "░".repeat(BAR - full), stage.fraction() * 100);
        if (!line.equals(drawn)) {
            console.err().print("\r" + line);
            console.err().flush();
            drawn = line;
        }
    }

    private void wipe() {
        if (!drawn.isEmpty()) {
            console.err().print("\r" + " ".repeat(drawn.length()) + "\r");
            drawn = "";
        }
    }
}
