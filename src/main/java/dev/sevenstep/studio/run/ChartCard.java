package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.Background;
import dev.sevenstep.studio.control.ChartMenu;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.ChartPicture;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.studio.control.Segmented;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** One chart, or two that share a place, with a menu for its file and its table. */
final class ChartCard extends Card {
    private final RunContext context;
    private final ChartPane pane;
    private final ChartRegions regions;
    private final Optional<RegionMark> mark;
    private final Optional<ThresholdLine> line;
    private ChartKind kind;
    /** Charts of large runs take a moment to sort; the newest request wins. */
    private long newest;

    /**
     * @param kinds the first is shown, the others behind tabs
     * @param bubble whether the threshold line says how to move it
     */
    static ChartCard of(RunContext context, boolean bubble, ChartKind... kinds) {
        ChartPane pane = new ChartPane(context.executor(), context.charts());
        ChartMenu menu = new ChartMenu(kinds[0].title(), pane, new ChartMenu.Services(context.executor(),
                context.theme(), context.paper(), context.files(), context.notice(), context.problem()));
        if (kinds.length == 1) {
            return new ChartCard(context, bubble, kinds[0], pane, menu);
        }
        Segmented<ChartKind> tabs = new Segmented<>(List.of(kinds),
                kind -> kind == ChartKind.PRECISION_RECALL ? "PR" : kind.title().replace(" curve", ""), kinds[0]);
        ChartCard card = new ChartCard(context, bubble, kinds[0], pane, menu, tabs);
        tabs.getStyleClass().add("small-tabs");
        tabs.setMaxHeight(USE_PREF_SIZE);
        tabs.valueProperty().subscribe(card::setKind);
        return card;
    }

    private ChartCard(RunContext context, boolean bubble, ChartKind kind, ChartPane pane,
            ChartMenu menu, javafx.scene.Node... tabs) {
        super(kind.title(), join(tabs, menu));
        this.context = context;
        this.kind = kind;
        setId("chart-" + kind.name().toLowerCase(Locale.ROOT));
        this.pane = pane;
        regions = new ChartRegions(context.model());
        mark = ChartRegions.on(kind)
                ? Optional.of(new RegionMark(pane, context.model(), regions, kind))
                : Optional.empty();
        line = kind == ChartKind.PRECISION_RECALL || kind == ChartKind.COST || kind == ChartKind.SCORES
                ? Optional.of(new ThresholdLine(pane, context.model(), regions, kind, bubble))
                : Optional.empty();
        setBody(pane);
        if (mark.isPresent()) {
            pane.setHint(
                    line.isPresent() ? "Click: list its rows · double-click: threshold here" : "Click: list its rows");
            pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        }
        if (mark.isPresent() && line.isEmpty()) {
            pane.setFocusTraversable(true);
            pane.setAccessibleHelp("Left and right arrow keys list the rows of one bin after another");
            pane.addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
        }
        context.model().chartsProperty().subscribe(_ -> refresh());
        context.model().selectionProperty().subscribe(_ -> refresh());
    }

    private static javafx.scene.Node[] join(javafx.scene.Node[] tabs, ChartMenu menu) {
        javafx.scene.Node[] ends = java.util.Arrays.copyOf(tabs, tabs.length + 1);
        ends[tabs.length] = menu;
        return ends;
    }

    ChartPane pane() {
        return pane;
    }

    Optional<ThresholdLine> line() {
        return line;
    }

    private void setKind(ChartKind shown) {
        if (shown != kind) {
            kind = shown;
            setTitle(shown.title());
            refresh();
        }
    }

    private void refresh() {
        long request = ++newest;
        Optional<RunCharts> run = context.model().chartsProperty().get();
        Selection selection = context.model().selectionProperty().get();
        ChartKind asked = kind;
        if (run.isEmpty() || !run.get().kinds().contains(asked) || selection.shown().isEmpty()) {
            pane.setChart(null);
            setSubtitle("");
            return;
        }
        Background.run(context.executor(), () -> run.get().chart(asked, selection), chart -> {
            if (request == newest) {
                setSubtitle(chart.subtitle());
                pane.setChart(chart);
                line.ifPresent(on -> on.setKind(asked));
                mark.ifPresent(on -> on.setKind(asked));
            }
        });
    }

    /** A click lists the rows of the region under it; the threshold is moved by its line, or by a double click. */
    private void click(MouseEvent event) {
        Optional<ChartPicture> picture = pane.pictureProperty().get();
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress() || picture.isEmpty()
                || !picture.get().area().contains(event.getX(), event.getY())) {
            return;
        }
        if (event.getClickCount() > 1 && line.isPresent()) {
            context.model().leaveRegion();
            line.get().moveTo(event.getX());
        } else {
            regions.at(kind, picture.get().valueAt(event.getX())).ifPresent(context.model()::list);
        }
    }

    /** From bin to bin by arrow keys, from the one listed or else from the left. */
    private void walk(KeyEvent event) {
        int direction = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (direction != 0 && pane.pictureProperty().get().isPresent()) {
            double step = 1.0 / ChartRegions.count(kind);
            double place = context.model().filterProperty().get() instanceof RowFilter.Region region
                    ? (Math.floor(region.low() / step + 1e-9) + 0.5 + direction) * step
                    : step / 2;
            regions.at(kind, place).ifPresent(context.model()::list);
            event.consume();
        }
    }
}
