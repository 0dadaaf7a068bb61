package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Look;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import dev.sevenstep.studio.control.HelpColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What each approach that ran reached, or what it takes to run. Where figures with their intervals are wider than its place, the intervals
 * stand below the figures; where that is too wide as well, the figures are in several tables below each other.
 */
final class ApproachTable extends VBox {
    /** Of the table's font, pixels. */
    private static final double CHARACTER = 6.6;
    /** Of that of its head, which is smaller. */
    private static final double HEAD_CHARACTER = 6.1;
    private static final double CAPITAL = 2.5;
    /** Left and right of a text. */
    private static final double CELL = 21;
    private static final double HEAD_CELL = 18;
    /** Of the names, at most; their looks stand before them. */
    private static final double NAME = 260;
    /** Of the names, at most, as a share of the width. */
    private static final double NAME_SHARE = 0.45;
    private static final double SWATCH = 36;
    private static final double HEAD = 50;
    private static final double LINE = 26;
    private static final double TWO_LINES = 40;
    /** Between two tables. */
    private static final double GAP = 10;
    private static final String TWO_LINES_STYLE = "two-lines";

    private final String words;
    private final ObservableList<Approach> rows = FXCollections.observableArrayList();
    private final List<Column> columns = new ArrayList<>();
    private Map<String, Look> looks = Map.of();
    /** Width of it that was last asked for. */
    private double place = Double.MAX_VALUE;
    private Shape shape = new Shape(false, NAME, List.of());

    /**
     * How it is arranged.
     *
     * @param below whether intervals stand below their figures
     * @param name width of the names
     * @param tables the figures of each
     */
    private record Shape(boolean below, double name, List<List<Column>> tables) {}

    /** @param parts the figure, then its interval if it has one */
    private record Column(String head, String help, Function<Approach, List<String>> parts) {
        String text(Approach approach, boolean below) {
            return String.join(below ? "\n" : " ", parts.apply(approach));
        }

        /** Long heads break before what is in brackets or behind a comma. */
        String title() {
            return head.replace(" (", "\n(").replace(", ", ",\n");
        }

        double width(List<Approach> rows, boolean below) {
            int longest = rows.stream().flatMapToInt(row -> text(row, below).lines().mapToInt(String::length)).max()
                    .orElse(0);
            double head = title().lines().mapToDouble(Column::width).max().orElse(0);
            return Math.max(HEAD_CELL + head, CELL + CHARACTER * longest);
        }

        /** A word in capitals, or with an at sign, is wider than its letters are many. */
        private static double width(String head) {
            long capitals = head.chars().filter(c -> Character.isUpperCase(c) || c == '@').count();
            return HEAD_CHARACTER * head.length() + CAPITAL * Math.max(0, capitals - 1);
        }
    }

    ApproachTable(String id, String words) {
        super(GAP);
        this.words = words;
        setId(id);
    }

    /** Every figure with half the width of its interval. */
    void figures(RunResult result, Map<String, Look> colours) {
        columns.clear();
        for (MetricSpec metric : result.metrics()) {
            columns.add(new Column(metric.label() + (metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")"),
                    metric.help(), approach -> figure(approach, metric)));
        }
        show(result, colours);
    }

    /** Latency, memory and the seconds of each stage. */
    void costs(RunResult result, Map<String, Look> colours) {
        columns.clear();
        column("p50 (µs)", "Median time of one request, warm",
                approach -> approach.latency().map(latency -> Numbers.fixed(latency.at(50), 0)).orElse("–"));
        column("p99 (µs)", "99th percentile of it",
                approach -> approach.latency().map(latency -> Numbers.fixed(latency.at(99), 0)).orElse("–"));
        column("Model (MB)", "What it holds in memory to answer",
                approach -> Numbers.fixed(approach.modelBytes() / 1e6, 2));
        List<String> stages = result.approaches().stream().flatMap(approach -> approach.stages().stream())
                .map(StageTime::name).distinct().toList();
        for (String stage : stages) {
            column(stage + " (s)", "Time of this stage of the run", approach -> seconds(approach, stage));
        }
        column("in all (s)", "Time of all its stages", approach -> Numbers
                .fixed(approach.stages().stream().mapToDouble(StageTime::seconds).sum(), 2));
        show(result, colours);
    }

    private void column(String head, String help, Function<Approach, String> cell) {
        columns.add(new Column(head, help, approach -> List.of(cell.apply(approach))));
    }

    private static String seconds(Approach approach, String stage) {
        return approach.stages().stream().filter(time -> time.name().equals(stage)).findFirst()
                .map(time -> Numbers.fixed(time.seconds(), 2)).orElse("–");
    }

    private static List<String> figure(Approach approach, MetricSpec metric) {
        Estimate estimate = approach.metrics().get(metric.key());
        if (estimate == null || !Double.isFinite(estimate.value())) {
            return List.of("–");
        }
        double half = (estimate.high() - estimate.low()) / 2;
        String value = Numbers.fixed(estimate.value(), metric.decimals());
        return half > 0 ? List.of(value, "±" + Numbers.fixed(half, metric.decimals())) : List.of(value);
    }

    private void show(RunResult result, Map<String, Look> colours) {
        looks = colours;
        // Why the others did not run stands beside the board.
        rows.setAll(result.approaches().stream().filter(approach -> !approach.metrics().isEmpty()).toList());
        double width = getWidth();
        build(shape());
    }

    /** Arranges it for a place of this width; gives the height that all of it takes there. */
    double height(double width) {
        place = width;
        Shape wanted = shape();
        if (!wanted.equals(shape)) {
            build(wanted);
        }
        return height(wanted);
    }

    private double height(Shape of) {
        double table = HEAD + rows.size() * (of.below() ? TWO_LINES : LINE);
        return of.tables().size() * (table + GAP) - GAP;
    }

    /** The lowest. */
    private Shape shape() {
        Shape beside = shape(false);
        Shape below = shape(true);
        return height(below) < height(beside) ? below : beside;
    }

    private Shape shape(boolean below) {
        int longest = rows.stream().mapToInt(approach -> approach.name().length()).max().orElse(0);
        double name = Math.min(Math.min(NAME, place * NAME_SHARE), SWATCH + CHARACTER * longest);
        double[] widths = columns.stream().mapToDouble(column -> column.width(rows, below)).toArray();
        List<List<Column>> tables = split(widths, place - name);
        // As many tables of about the same width, or the last one might be nearly empty.
        double even = DoubleStream.of(widths).sum() / Math.max(1, tables.size())
                + DoubleStream.of(widths).max().orElse(0);
        return new Shape(below, name, even < place - name ? split(widths, even) : tables);
    }

    private List<List<Column>> split(double[] widths, double room) {
        List<List<Column>> tables = new ArrayList<>();
        double left = 0;
        for (int i = 0; i < widths.length; i++) {
            if (tables.isEmpty() || widths[i] > left) {
                tables.add(new ArrayList<>());
                left = room;
            }
            tables.getLast().add(columns.get(i));
            left -= widths[i];
        }
        return tables;
    }

    private void build(Shape wanted) {
        shape = wanted;
        getChildren().setAll(wanted.tables().stream().map(this::table).toList());
    }

    private TableView<Approach> table(List<Column> of) {
        TableView<Approach> table = new TableView<>(rows);
        int count = shape.tables().size();
        table.setAccessibleText(count == 1 ? words : words + ", " + (shape.tables().indexOf(of) + 1) + " of " + count);
        table.getStyleClass().addAll("dense", "approach-table");
        if (shape.below()) {
            table.getStyleClass().add(TWO_LINES_STYLE);
        }
        table.getColumns().add(names());
        of.forEach(column -> table.getColumns().add(build(column)));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private TableColumn<Approach, String> names() {
        HelpColumn<Approach> name = new HelpColumn<>("Approach", "", shape.name(), Approach::name);
        name.setCellFactory(_ -> new ApproachCell(looks));
        return name;
    }

    private TableColumn<Approach, String> build(Column of) {
        boolean below = shape.below();
        HelpColumn<Approach> column = new HelpColumn<>(of.title(), of.help(), of.width(rows, below),
                approach -> of.text(approach, below));
        column.getGraphic().getStyleClass().add("two-line-head");
        return column.ofNumbers();
    }
}
