package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.OverlayChart;
import dev.sevenstep.export.runs.RunCurves;
import dev.sevenstep.studio.control.Background;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.ChartMenu;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.studio.control.LookSwatch;
import dev.sevenstep.studio.control.Segmented;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

/** The curves of several runs over one another, of those whose scores were kept. */
final class CurvesCard extends Card {
    private final Parts parts;
    private final ChartPane pane;
    private final Segmented<ChartKind> kinds;
    private final Label missing = new Label();
    private final FlowPane legend = new FlowPane();
    private List<OverlayChart.Entry> entries = List.of();
    private long newest;

    CurvesCard(Parts parts) {
        this(parts, parts.chartPane(), new Segmented<>(List.of(ChartKind.PRECISION_RECALL, ChartKind.ROC),
                kind -> kind == ChartKind.ROC ? "ROC" : "PR", ChartKind.PRECISION_RECALL));
    }

    private CurvesCard(Parts parts, ChartPane pane, Segmented<ChartKind> kinds) {
        super("Curves", kinds, new ChartMenu("Curves", pane, parts.saving()));
        this.parts = parts;
        this.pane = pane;
        this.kinds = kinds;
        setId("curves-card");
        kinds.getStyleClass().add("small-tabs");
        kinds.setMaxHeight(USE_PREF_SIZE);
        kinds.valueProperty().subscribe(this::draw);
        missing.getStyleClass().add("muted");
        missing.setWrapText(true);
        legend.getStyleClass().add("curves-legend");
        BorderPane body = new BorderPane(new StackPane(pane, missing));
        body.setBottom(legend);
        setBody(body);
        parts.charts().subscribe(_ -> explain());
    }

    /** @param approach id, or {@link RunAxis#BEST} for each run's best */
    void show(List<RunRecord> runs, List<String> names, String approach) {
        long request = ++newest;
        missing.setText("Reading the scores …");
        Background.run(parts.context().executor(), () -> RunCurves.read(parts.library().store(),
                parts.context()::experiment, runs, names, approach), read -> {
                    if (request == newest) {
                        entries = read;
                        setSubtitle(read.size() == runs.size() ? "" : read.size() + " of " + runs.size() + " runs");
                        missing.setText(read.isEmpty()
                                ? "None of these runs was kept with scores of this approach, so there are no curves. A trial of a sweep "
                                        + "keeps those of the approach it was to improve."
                                : "");
                        explain();
                        draw(kinds.getValue());
                    }
                });
    }

    /** Which line is whose. */
    private void explain() {
        legend.getChildren().clear();
        for (int i = 0; i < entries.size(); i++) {
            Label name = new Label(entries.get(i).name(),
                    new LookSwatch(OverlayChart.look(i, parts.charts().getValue().palette())));
            name.getStyleClass().add("small-text");
            legend.getChildren().add(name);
        }
    }

    private void draw(ChartKind kind) {
        List<OverlayChart.Entry> drawn = entries;
        if (drawn.isEmpty()) {
            pane.setChart(null);
            return;
        }
        long request = newest;
        Background.run(parts.context().executor(), () -> OverlayChart.of(kind, drawn, ""), (Chart chart) -> {
            if (request == newest && kinds.getValue() == kind) {
                pane.setChart(chart);
            }
        });
    }
}
