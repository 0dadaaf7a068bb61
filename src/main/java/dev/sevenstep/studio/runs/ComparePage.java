package dev.sevenstep.studio.runs;

import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.EmptyState;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/** Two or more runs side by side: what differs, their curves, and all of them over chosen axes. */
final class ComparePage extends StackPane {
    /** Of the table, per cent: three runs without scrolling in a window of 1,280. */
    private static final double SHARE = 66;
    private static final double UPPER = 300;
    private static final double LOWER = 270;

    private final CheckBox differences = new CheckBox("Only differences");
    private final ComboBox<String> approach = new ComboBox<>();
    private final Label best = new Label();
    private final CompareTable table;
    private final CurvesCard curves;
    private final ParallelCard parallel;
    private final ScrollPane board;
    private final EmptyState empty;
    private Map<String, String> approaches = Map.of();
    private Optional<ComparedRuns> shown = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<ReportOffer>> report = new ReadOnlyObjectWrapper<>(this, "report",
            Optional.empty());
    private final Parts parts;
    private boolean filling;

    /** @param choose goes to where runs are selected */
    ComparePage(Parts parts, Runnable choose) {
        setId("compare-page");
        this.parts = parts;
        parallel = new ParallelCard(parts);
        curves = new CurvesCard(parts);
        table = new CompareTable(parallel.pointedProperty());
        differences.setId("compare-differences");
        differences.setSelected(true);
        differences.setOnAction(_ -> fill());
        approach.setId("compare-approach");
        approach.setAccessibleText("Approach whose figures are compared");
        approach.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null ? "" : approaches.getOrDefault(id, id);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        approach.setOnAction(_ -> {
            if (!filling) {
                fill();
                curves();
            }
        });
        best.setId("compare-best");
        best.getStyleClass().add("muted");
        Card side = new Card("Side by side", new Row(approach, differences));
        side.setBody(table);
        PairGrid grid = new PairGrid(List.of(best), side, curves, parallel, SHARE, UPPER, LOWER);
        board = new ScrollPane(grid);
        board.getStyleClass().addAll("edge-to-edge", "runs-board");
        board.setFitToWidth(true);
        board.setFitToHeight(true);
        board.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Button go = new Button("Choose runs");
        go.setId("compare-choose");
        go.setOnAction(_ -> choose.run());
        empty = new EmptyState("ci-compare", "Nothing to compare yet",
                "Select two or more runs in the list, with Shift or Ctrl, and choose “Compare runs”.", go);
        getChildren().setAll(empty);
    }

    /** Shows these runs; fewer than two are nothing to compare. */
    void show(List<RunRecord> chosen) {
        if (chosen.size() < 2) {
            getChildren().setAll(empty);
            report.set(Optional.empty());
            return;
        }
        ComparedRuns compared = ComparedRuns.of(chosen);
        shown = Optional.of(compared);
        report.set(Optional.of(ReportOffer.of(parts.context(), compared.runs())));
        filling = true;
        String before = approach.getValue() == null ? RunAxis.BEST : approach.getValue();
        approaches = new LinkedHashMap<>(Map.of(RunAxis.BEST, "Best approach of each run"));
        approaches.putAll(compared.approaches());
        approach.getItems().setAll(approaches.keySet());
        approach.setValue(approaches.containsKey(before) ? before : RunAxis.BEST);
        filling = false;
        best.setText(compared.bestInWords());
        getChildren().setAll(board);
        fill();
        curves();
        parallel.mark(java.util.OptionalInt.empty());
        parallel.show(compared.runs(), List.of(), false);
    }

    /** A report of the runs compared; empty when there are none. */
    ReadOnlyObjectProperty<Optional<ReportOffer>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    private void curves() {
        shown.ifPresent(runs -> curves.show(runs.runs(), runs.names(), approach.getValue()));
    }

    private void fill() {
        shown.ifPresent(runs -> table.show(runs, approach.getValue(), !differences.isSelected()));
    }
}
