package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.studio.control.Background;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.ChartMenu;
import dev.sevenstep.studio.control.ChartPane;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A card with one chart of the run on screen, made again when the run, the choice of approaches or something of its own changes. */
abstract class PaintedCard extends Card {
    private final RunContext context;
    private final ChartPane pane;
    private volatile long newest;

    /** @param ends controls at the end of the head, before the menu of the chart */
    PaintedCard(String id, String title, RunContext context, Node... ends) {
        this(id, title, context, new ChartPane(context.executor(), context.charts()), ends);
    }

    private PaintedCard(String id, String title, RunContext context, ChartPane pane, Node... ends) {
        super(title, with(ends, new ChartMenu(title, pane, new ChartMenu.Services(context.executor(),
                context.theme(), context.paper(), context.files(), context.notice(), context.problem()))));
        this.context = context;
        this.pane = pane;
        setId(id);
    }

    private static Node[] with(Node[] ends, ChartMenu menu) {
        Node[] all = java.util.Arrays.copyOf(ends, ends.length + 1);
        all[ends.length] = menu;
        return all;
    }

    final ChartPane pane() {
        return pane;
    }

    final RunContext context() {
        return context;
    }

    /** Makes the chart, off the JavaFX thread; null when the run has no figures for it. */
    interface Maker {
        @Nullable
        Chart make(RunCharts run, Selection selection);
    }

    /** What is to be made now. */
    abstract Maker maker();

    /** Follows the run and the choice of approaches from now on. */
    final void follow() {
        context.model().chartsProperty().subscribe(_ -> repaint());
        context.model().selectionProperty().subscribe(_ -> repaint());
    }

    final void repaint() {
        long request = ++newest;
        Optional<RunCharts> run = context.model().chartsProperty().get();
        Selection selection = context.model().selectionProperty().get();
        if (run.isEmpty() || selection.shown().isEmpty()) {
            pane.setChart(null);
            return;
        }
        Maker maker = maker();
        Background.run(context.executor(),
                () -> request == newest
                        ? Optional.ofNullable(maker.make(run.get(), selection))
                        : Optional.<Chart>empty(),
                chart -> {
                    if (request == newest) {
                        setSubtitle(chart.map(Chart::subtitle).orElse(""));
                        pane.setChart(chart.orElse(null));
                    }
                });
    }
}
