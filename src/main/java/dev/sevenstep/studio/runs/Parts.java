package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.studio.control.ChartMenu;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.tracking.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

    /** Names that tell runs apart: those of one name get the first digits of their ids. */
    static List<String> names(List<RunRecord> runs) {
        Map<String, Long> often = runs.stream().collect(Collectors.groupingBy(RunRecord::name, Collectors.counting()));
        return runs.stream()
                .map(run -> often.getOrDefault(run.name(), 1L) > 1 ? run.name() + " " + run.shortId() : run.name())
                .toList();
    }
}
