package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.RunRecord;
import java.time.Clock;
import dev.sevenstep.studio.control.TextColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Kept runs as rows that can be sorted and selected. While all of them are of one case its first figures have columns of their
 * own; of several cases, the first figure of each stands in one.
 */
final class RunTable extends TableView<RunRecord> {
    private static final int OWN_COLUMNS = 2;
    /** Of the button over the columns, and of the scroll bar. */
    private static final double MENU = 34;

    private final RunLibrary library;
    private final Clock clock;
    private final FilteredList<RunRecord> shown;
    private List<MetricSpec> metrics = List.of();
    private final List<TableColumn<RunRecord, ?>> importance = new ArrayList<>();
    private boolean arranged;
    /** The user chose which columns there are. */
    private boolean chosen;
    private boolean shedding;

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
        library.versionsProperty().subscribe(_ -> {
            refresh();
            fit();
        });
        widthProperty().subscribe(_ -> fit());
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
            fit();
            return;
        }
        arranged = true;
        metrics = own;
        getSortOrder().clear();
        TextColumn<RunRecord, String> name = column("Run", RunRecord::name, RunRecord::name);
        TextColumn<RunRecord, String> experiment = column("Case", RunRecord::experiment, RunRecord::experiment);
        TextColumn<RunRecord, Instant> started = column("Started", RunRecord::started,
                run -> RunWords.time(run.started(), clock));
        TextColumn<RunRecord, String> approach = column("Best approach", RunWords::approach, RunWords::approach);
        List<TextColumn<RunRecord, ?>> figures = new ArrayList<>();
        own.forEach(metric -> figures.add(figure(metric)));
        if (own.isEmpty()) {
            figures.add(column("First figure", RunWords::headline, RunWords::headline));
        }
        TextColumn<RunRecord, Long> seed = number(
                column("Seed", RunRecord::seed, run -> Long.toString(run.seed())));
        TextColumn<RunRecord, Double> took = number(
                column("Took", RunRecord::seconds, run -> RunWords.duration(run.seconds())));
        TextColumn<RunRecord, String> data = column("Data", run -> run.dataset().hash(), RunWords::hash);
        TextColumn<RunRecord, String> tags = column("Tags", this::tags, this::tags);
        TextColumn<RunRecord, String> machine = column("Machine", RunRecord::machine, RunRecord::machine);
        getColumns().setAll(List.of(name, experiment, started, approach));
        getColumns().addAll(figures);
        getColumns().addAll(List.of(seed, took, data, tags, machine));
        importance.clear();
        importance.add(name);
        importance.addAll(figures);
        importance.addAll(List.of(approach, tags, started, took, experiment, seed, data, machine));
        chosen = false;
        getColumns().forEach(column -> column.visibleProperty().subscribe((_, _) -> chosen |= !shedding));
        fit();
    }

    /** Widths after the texts, and as many columns as there is room for, until the user says which. */
    private void fit() {
        TextColumn.fit(this);
        if (chosen || getWidth() <= 0) {
            return;
        }
        shedding = true;
        TextColumn.shed(this, importance, MENU);
        shedding = false;
    }

    private String tags(RunRecord run) {
        return RunWords.tags(run, library.versionsOf(run));
    }

    private TextColumn<RunRecord, Double> figure(MetricSpec metric) {
        TextColumn<RunRecord, Double> column = column(
                metric.unit().isEmpty() ? metric.label() : metric.label() + " " + metric.unit(),
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

    private static <T> TextColumn<RunRecord, T> number(TextColumn<RunRecord, T> column) {
        column.getStyleClass().add("number-column");
        return column;
    }

    private static <T extends Comparable<? super T>> TextColumn<RunRecord, T> column(String title,
            Function<RunRecord, T> value, Function<RunRecord, String> text) {
        return new TextColumn<>(title, value, text);
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
