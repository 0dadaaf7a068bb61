package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.io.Autosave;
import dev.sevenstep.design.io.DesignStore;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the window needs from outside. The application hands in the real things, tests their own.
 *
 * @param experiments the case studies, made when first shown
 * @param files asks for files
 * @param store saves designs, keeps versions and unsaved work
 * @param keeping does the writing of unsaved work after a while
 * @param patience tells after a while that something takes long
 * @param clock for the dates in exports and of versions
 * @param openOutside shows a file or folder with the system's own program
 * @param runs where every run is kept
 */
public record ShellContext(Catalogue catalogue, Supplier<List<Experiment>> experiments, Settings settings, Theme theme,
        FileDialogs files, DesignStore store, Autosave.Scheduler keeping, Autosave.Scheduler patience,
        BackgroundWork work, Clock clock,
        Consumer<Path> openOutside, RunStore runs) {

    /** Times as the window writes them. */
    Moments moments() {
        return new Moments(clock);
    }
}
