package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.theme.Theme;
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
 * @param clock for the dates in exports
 * @param openOutside shows a file or folder with the system's own program
 */
public record ShellContext(Catalogue catalogue, Supplier<List<Experiment>> experiments, Settings settings, Theme theme,
        FileDialogs files, BackgroundWork work, Clock clock, Consumer<Path> openOutside) {}
