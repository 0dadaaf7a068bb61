package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.Look;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.chart.Trials;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.Segmented;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Quality against what it costs, size or latency, with the figures beside it. A line of the table and a point of the chart are chosen
 * together.
 */
final class CostCard extends PaintedCard {
    /** Below this width the table stands below the chart: beside it some of its columns would be out of sight. */
    private static final double NARROW = 1_160;
    /** Share of the height, or of the width, that the chart has. */
    private static final double CHART = 0.54;
    /** Width of the whole table. */
    private static final double TABLE = 690;

    private final CostTable table = new CostTable();
    private final VBox left = new VBox(6);
    private final SplitPane split = new SplitPane();
    private Axis axis = Axis.SIZE;

    /** What quality is set against. */
    private enum Axis {
        SIZE("Size"), MEDIAN("p50"), TAIL("p99");

        private final String title;

        Axis(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        boolean of(RunCharts run) {
            return run.kinds().contains(this == SIZE ? ChartKind.SIZE : ChartKind.FRONT);
        }
    }

    CostCard(RunContext context) {
        super("cost-card", "Quality and what it costs", context);
        VBox.setVgrow(pane(), Priority.ALWAYS);
        pane().setWalkable();
        split.getItems().setAll(left, table);
        SplitPane.setResizableWithParent(table, true);
        split.widthProperty().subscribe(width -> arrange(width.doubleValue()));
        setBody(split);
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                pane().tell(line.id());
            }
        });
        pane().pointProperty().subscribe(id -> table.getItems().stream()
                .filter(each -> each.id().equals(id)).findFirst().ifPresent(table.getSelectionModel()::select));
        follow();
    }

    private void arrange(double width) {
        boolean narrow = width < NARROW;
        split.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        split.setDividerPositions(narrow ? CHART : Math.min(CHART, 1 - TABLE / width));
    }

    /** Offers what the run has figures for. */
    void show(RunCharts run) {
        List<Axis> axes = List.of(Axis.values()).stream().filter(each -> each.of(run)).toList();
        if (axes.isEmpty()) {
            left.getChildren().setAll(pane());
            return;
        }
        axis = axes.contains(axis) ? axis : axes.getFirst();
        Segmented<Axis> choice = new Segmented<>(axes, Axis::title, axis);
        choice.setId("cost-axis");
        choice.getStyleClass().add("small-tabs");
        choice.setMaxSize(Pane.USE_PREF_SIZE, Pane.USE_PREF_SIZE);
        choice.valueProperty().subscribe(now -> {
            axis = now;
            repaint();
        });
        left.getChildren().setAll(choice, pane());
    }

    /** @param looks in the colours of the theme */
    void figures(RunResult result, Map<String, Look> looks) {
        table.show(result, looks);
    }

    @Override
    Maker maker() {
        Axis against = axis;
        return (run, selection) -> against.of(run) ? chart(run, selection, against) : null;
    }

    private static Chart chart(RunCharts run, Selection selection, Axis against) {
        return switch (against) {
            case SIZE -> run.chart(ChartKind.SIZE, selection);
            case MEDIAN -> run.front(selection, Trials.NONE, Trials.Latency.MEDIAN);
            case TAIL -> run.front(selection, Trials.NONE, Trials.Latency.TAIL);
        };
    }
}
