package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.studio.control.ChartMenu;
import dev.sevenstep.studio.control.ChartPane;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/**
 * What the pages share.
 *
 * @param charts how charts look now
 * @param saving what menus of charts need
 * @param notice shows a short message that something worked
 * @param problem shows what went wrong
 */
record Parts(RunsContext context, RunLibrary library, ObservableValue<ChartTheme> charts, ChartMenu.Services saving,
        Consumer<String> notice, Consumer<String> problem) {

    ChartPane chartPane() {
        return new ChartPane(context.executor(), charts);
    }
}
