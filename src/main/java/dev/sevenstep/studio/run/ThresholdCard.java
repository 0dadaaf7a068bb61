package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.Background;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.stats.Interval;
import dev.sevenstep.stats.ThresholdIntervals;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** What the threshold does: the confusion matrix as four tiles, and the figures that follow. A tile lists its rows. */
final class ThresholdCard extends Card {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final RunContext context;
    private final RunModel model;
    private final Map<RowFilter.Outcome, Label> counts = new EnumMap<>(RowFilter.Outcome.class);
    private final Map<RowFilter.Outcome, Button> tiles = new EnumMap<>(RowFilter.Outcome.class);
    private final GridPane figures = new GridPane();
    private final Figure precision = new Figure("Precision", "Share of the flagged that are positive");
    private final Figure recall = new Figure("Recall", "Share of the positives that are flagged");
    private final Figure f1 = new Figure("F1", "Harmonic mean of precision and recall");
    private final Figure cost = new Figure("Cost a day", "Missed positives and false alarms at their prices");
    private final Figure alarms = new Figure("Alarms a day", "");
    private long newest;
    private long intervalsOf;

    /** A line of the table. */
    private static final class Figure {
        private final Label name;
        private final Label value = new Label();
        private final Label interval = new Label();

        Figure(String text, String help) {
            name = new Label(text);
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            explain(help);
            interval.getStyleClass().add("muted");
            value.setMinWidth(Region.USE_PREF_SIZE);
            interval.setMinWidth(Region.USE_PREF_SIZE);
        }

        void explain(String help) {
            name.setTooltip(new Tooltip(help));
        }

        void show(String shown) {
            value.setText(shown);
        }

        void showInterval(String between) {
            interval.setText(between);
        }
    }

    ThresholdCard(RunContext context) {
        super("At the threshold");
        this.context = context;
        model = context.model();
        setId("threshold-card");
        GridPane matrix = new GridPane();
        matrix.getStyleClass().add("matrix");
        add(matrix, RowFilter.Outcome.CAUGHT, "caught", "tile-good", 0, 0);
        add(matrix, RowFilter.Outcome.MISSED, "missed", "tile-bad", 1, 0);
        add(matrix, RowFilter.Outcome.FALSE_ALARM, "false alarms", "tile-warn", 0, 1);
        add(matrix, RowFilter.Outcome.LEFT_ALONE, "left alone", "tile-quiet", 1, 1);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        matrix.getColumnConstraints().setAll(half, half);
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setMinHeight(46);
        matrix.getRowConstraints().setAll(row, row);
        VBox.setVgrow(matrix, Priority.ALWAYS);

        figures.getStyleClass().add("figures");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        figures.getColumnConstraints().setAll(name, right, right);
        setBody(new VBox(10, matrix, figures));
        model.pointProperty().subscribe(this::show);
        model.filterProperty().subscribe(
                filter -> tiles.forEach((outcome, tile) -> tile.pseudoClassStateChanged(CHOSEN, outcome == filter)));
        model.selectionProperty().subscribe(_ -> rebuild());
        rebuild();
    }

    private void add(GridPane matrix, RowFilter.Outcome outcome, String name, String style, int column, int row) {
        Label count = new Label();
        count.getStyleClass().add("tile-count");
        Label caption = new Label(name);
        caption.getStyleClass().addAll("muted", "small-text");
        VBox content = new VBox(count, caption);
        content.setAlignment(Pos.CENTER);
        Button tile = new Button("", content);
        tile.setId("tile-" + name.replace(' ', '-'));
        tile.getStyleClass().addAll("tile", style);
        tile.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        tile.setMinSize(0, 0);
        tile.setTooltip(new Tooltip("List them below"));
        tile.setOnAction(_ -> model.list(outcome));
        counts.put(outcome, count);
        tiles.put(outcome, tile);
        matrix.add(tile, column, row);
    }

    /** The figures of the threshold first, then those of the approach that the threshold does not move. */
    private void rebuild() {
        figures.getChildren().clear();
        int row = 0;
        Label value = head("value");
        figures.addRow(row++, head("figure"), value, head("95 %"));
        for (Figure figure : List.of(precision, recall, f1, cost, alarms)) {
            figures.addRow(row++, figure.name, figure.value, figure.interval);
        }
        model.test().map(BinaryTest::words).ifPresent(words -> alarms.explain(words.entities().substring(0, 1)
                .toUpperCase(Locale.ROOT) + words.entities().substring(1)
                + " with an alarm, against what can be reviewed"));
        Optional<Approach> focus = model.focus();
        setSubtitle(focus.map(Approach::name).orElse(""));
        if (focus.isPresent()) {
            for (MetricSpec spec : model.chartsProperty().get().orElseThrow().result().metrics()) {
                Estimate estimate = focus.get().metrics().get(spec.key());
                if (estimate != null && isOwn(spec.key())) {
                    Figure figure = new Figure(spec.label(), spec.help());
                    figure.name.getStyleClass().add("muted");
                    figure.show(Numbers.fixed(estimate.value(), spec.decimals()) + unit(spec));
                    figure.showInterval(between(new Interval(estimate.low(), estimate.high()), spec.decimals()));
                    figures.addRow(row++, figure.name, figure.value, figure.interval);
                }
            }
        }
    }

    /** Figures at the run's own threshold would stand beside those of the dragged one and contradict them. */
    private static boolean isOwn(String key) {
        return key.equals("averagePrecision") || key.equals("rocAuc") || key.startsWith("cardPrecision");
    }

    private static String unit(MetricSpec spec) {
        return spec.unit().isEmpty() ? "" : " " + spec.unit();
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small-text");
        return label;
    }

    private void show(Optional<Operating> shown) {
        if (shown.isEmpty()) {
            return;
        }
        Operating point = shown.get();
        setTitle("At threshold " + Numbers.fixed(point.threshold(), point.threshold() < 0.095 ? 3 : 2));
        var confusion = point.confusion();
        count(RowFilter.Outcome.CAUGHT, confusion.truePositives());
        count(RowFilter.Outcome.MISSED, confusion.falseNegatives());
        count(RowFilter.Outcome.FALSE_ALARM, confusion.falsePositives());
        count(RowFilter.Outcome.LEFT_ALONE, confusion.trueNegatives());
        precision.show(Numbers.fixed(confusion.precision(), 3));
        recall.show(Numbers.fixed(confusion.recall(), 3));
        f1.show(Numbers.fixed(confusion.f1(), 3));
        cost.show("€" + Numbers.fixed(point.costPerDay(), 0));
        alarms.show(Numbers.fixed(point.entitiesPerDay(), 0) + " of " + Numbers.whole(point.capacity()));
        alarms.value.pseudoClassStateChanged(OVER, point.entitiesPerDay() > point.capacity());
        resample(point.threshold());
    }

    /**
     * The intervals come a few milliseconds after their figures, as hundreds of resamples do not belong on the JavaFX thread.
     * Of thresholds that are no longer wanted when their turn comes nothing is worked out.
     */
    private void resample(double threshold) {
        long request = ++newest;
        Optional<Approach> focus = model.focus();
        Optional<RunCharts> run = model.chartsProperty().get();
        Optional<BinaryTest> test = model.test();
        if (focus.isEmpty() || run.isEmpty() || test.isEmpty() || test.get().resampling().replicates() == 0) {
            List.of(precision, recall, f1, cost).forEach(figure -> figure.showInterval(""));
            return;
        }
        Background.run(context.executor(), () -> request == newest
                ? Optional.of(run.get().intervals(focus.get()).at(threshold, test.get().falsePositiveCost(),
                        test.get().falseNegativeCost()))
                : Optional.<ThresholdIntervals.At>empty(), intervals -> {
                    if (intervals.isPresent() && request > intervalsOf) {
                        intervalsOf = request;
                        show(intervals.get());
                    }
                });
    }

    private void show(ThresholdIntervals.At intervals) {
        precision.showInterval(between(intervals.precision(), 3));
        recall.showInterval(between(intervals.recall(), 3));
        f1.showInterval(between(intervals.f1(), 3));
        cost.showInterval(between(intervals.costPerDay(), 0));
    }

    private void count(RowFilter.Outcome outcome, long rows) {
        Label count = counts.get(outcome);
        Button tile = tiles.get(outcome);
        if (count != null && tile != null) {
            count.setText(Numbers.brief(rows));
            model.test().map(BinaryTest::words).ifPresent(words -> tile.setAccessibleText(
                    outcome.title(words, 0) + ": " + Numbers.whole(rows) + " " + words.rows()));
        }
    }

    private static String between(Interval interval, int decimals) {
        return Double.isNaN(interval.low()) || interval.low() == interval.high()
                ? ""
                : Numbers.fixed(interval.low(), decimals) + "–" + Numbers.fixed(interval.high(), decimals);
    }
}
