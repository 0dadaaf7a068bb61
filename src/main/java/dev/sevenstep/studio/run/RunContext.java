package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.theme.Theme;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/**
 * What the parts of the run view share.
 *
 * @param charts how charts look now
 * @param paper how charts look in files
 * @param notice shows the user a short message that something worked
 * @param problem shows the user what went wrong
 * @param report exports the result on screen
 */
record RunContext(RunModel model, Executor executor, Theme theme, ObservableValue<ChartTheme> charts, ChartTheme paper,
        FileDialogs files, Consumer<String> notice, Consumer<String> problem, Command report) {}
