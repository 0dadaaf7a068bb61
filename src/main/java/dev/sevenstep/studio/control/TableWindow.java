package dev.sevenstep.studio.control;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartTable;
import dev.sevenstep.studio.theme.Theme;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The figures behind a chart, in a window of their own so that both can be looked at. */
public final class TableWindow {
    private TableWindow() {
    }

    public static void open(Chart chart, Theme theme, Optional<Window> owner) {
        ChartTable table = chart.table();
        TableView<Integer> view = new TableView<>(FXCollections.observableList(
                IntStream.range(0, table.rows().size()).boxed().toList()));
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        for (int i = 0; i < table.columns().size(); i++) {
            int index = i;
            TableColumn<Integer, String> column = new TableColumn<>(table.columns().get(i).head());
            column.setSortable(false);
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(table.text(cell.getValue(), index)));
            if (!table.rows().isEmpty() && table.rows().getFirst().get(i) instanceof Number) {
                column.getStyleClass().add("number-column");
            }
            view.getColumns().add(column);
        }
        StackPane root = new StackPane(view);
        root.getStyleClass().add("surface");
        Scene scene = new Scene(root, 640, 480);
        theme.install(scene);
        Stage stage = new Stage();
        owner.ifPresent(stage::initOwner);
        stage.setTitle(chart.title() + " – table");
        stage.setScene(scene);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.show();
    }
}
