package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.RunRecord;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/**
 * Kept runs as rows that can be sorted and selected. While all of them are of one case its first figures have columns of their
 * own; of several cases, the first figure of each stands in one.
 */
final class RunTable extends TableView<RunRecord> {
    private static final int OWN_COLUMNS = 2;

    private final RunLibrary library;
    private final Clock clock;
    private final FilteredList<RunRecord> shown;
    private List<MetricSpec> metrics = List.of();
    private boolean arranged;

    RunTable(RunLibrary library, Clock clock) {
        this.library = library;
        this.clock = clock;
        shown = new FilteredList<>(library.runs());
        SortedList<RunRecord> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(comparatorProperty());
        setId("runs-table");
        setAccessibleText("Kept runs");
        getStyleClass().add("dense");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setTableMenuButtonVisible(true);
        setItems(sorted);
        shown.addListener((ListChangeListener<RunRecord>) _ -> arrange());
        library.versionsProperty().subscribe(_ -> refresh());
        arrange();
    }

    FilteredList<RunRecord> shown() {
        return shown;
    }

    /** Gives the columns that fit the runs; leaves them alone, with the user's widths, while the same fit. */
    private void arrange() {
        List<String> cases = shown.stream().map(RunRecord::experiment).distinct().limit(2).toList();
        List<MetricSpec> own = cases.size() == 1
                ? shown.getFirst().metrics().stream().limit(OWN_COLUMNS).toList()
                : List.of();
        if (arranged && own.equals(metrics)) {
            return;
        }
        arranged = true;
        metrics = own;
        getSortOrder().clear();
        getColumns().setAll(List.of(
                column("Run", 164, RunRecord::name, RunRecord::name),
                column("Case", 104, RunRecord::experiment, RunRecord::experiment),
                column("Started", 104, RunRecord::started, run -> RunWords.time(run.started(), clock)),
                column("Best approach", 178, RunWords::approach, RunWords::approach)));
        if (own.isEmpty()) {
            getColumns().add(column("First figure", 236, RunWords::headline, RunWords::headline));
        }
        own.forEach(metric -> getColumns().add(figure(metric)));
        getColumns().addAll(List.of(
                number(column("Seed", 50, RunRecord::seed, run -> Long.toString(run.seed()))),
                number(column("Took", 66, RunRecord::seconds, run -> RunWords.duration(run.seconds()))),
                column("Data", 80, run -> run.dataset().hash(), RunWords::hash),
                column("Tags", 150, this::tags, this::tags),
                column("Machine", 200, RunRecord::machine, RunRecord::machine)));
    }

    private String tags(RunRecord run) {
        return RunWords.tags(run, library.versionsOf(run));
    }

    private TableColumn<RunRecord, Double> figure(MetricSpec metric) {
        TableColumn<RunRecord, Double> column = column(
                metric.unit().isEmpty() ? metric.label() : metric.label() + " " + metric.unit(), 148,
                run -> RunWords.best(run, metric).map(Estimate::value).orElse(Double.NaN),
                run -> RunWords.best(run, metric).map(estimate -> RunWords.figure(estimate, metric)).orElse("–"));
        // Undefined figures last, whichever way it is sorted.
        column.setComparator(Comparator.comparingDouble(value -> Double.isNaN(value)
                ? column.getSortType() == TableColumn.SortType.ASCENDING
                        ? Double.POSITIVE_INFINITY
                        : Double.NEGATIVE_INFINITY
                : value));
        return number(column);
    }

    private static <T> TableColumn<RunRecord, T> number(TableColumn<RunRecord, T> column) {
        column.getStyleClass().add("number-column");
        return column;
    }

    private static <T extends Comparable<? super T>> TableColumn<RunRecord, T> column(String title, double width,
            Function<RunRecord, T> value, Function<RunRecord, String> text) {
        TableColumn<RunRecord, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(_ -> new TextCell<>(text));
        return column;
    }

    /** A cell whose text is that of its row, and is told in full where it is cut off. */
    private static final class TextCell<T> extends TableCell<RunRecord, T> {
        private final Function<RunRecord, String> text;
        private final Tooltip full = new Tooltip();

        TextCell(Function<RunRecord, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            RunRecord run = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty || run == null ? null : text.apply(run));
            full.setText(getText());
            setTooltip(getText() == null || getText().isEmpty() ? null : full);
        }
    }

    /** Selects the rows with these ids, in one step. */
    void select(List<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        int[] rows = IntStream.range(0, getItems().size()).filter(row -> wanted.contains(getItems().get(row).id()))
                .toArray();
        getSelectionModel().clearSelection();
        if (rows.length > 0) {
            getSelectionModel().selectIndices(rows[0], Arrays.copyOfRange(rows, 1, rows.length));
        }
    }

    /** How many runs there are and how many of them pass the filter, in words. */
    String count() {
        int all = library.runs().size();
        String runs = all == 1 ? " run" : " runs";
        return shown.size() == all
                ? Numbers.whole(all) + runs
                : Numbers.whole(shown.size()) + " of " + Numbers.whole(all) + runs;
    }
}
