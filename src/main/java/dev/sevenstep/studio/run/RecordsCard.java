package dev.sevenstep.studio.run;

import org.jspecify.annotations.Nullable;
import javafx.scene.control.TableCell;
import java.util.Map;
import java.util.LinkedHashMap;
import dev.sevenstep.studio.control.Background;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.RecordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The rows behind a field of the confusion matrix or a bar of the score chart, the dearest first. Follows the threshold after a
 * short rest: sorting thousands of rows at every frame of a drag would help nobody.
 */
final class RecordsCard extends Card {
    private static final Duration REST = Duration.millis(120);
    /** Of the table's font, pixels. */
    private static final double CHARACTER = 6.6;
    /** Positives among which the longest text of a column is looked for. */
    private static final int SAMPLE = 500;
    /** To which a column of texts may shrink, pixels. */
    private static final double SHORT = 66;
    /** Of the table, for scrolling. */
    private static final double BAR = 16;

    private final RunContext context;
    private final TableView<Integer> table = new TableView<>();
    /** What the columns of cells need. */
    private final Map<TableColumn<Integer, String>, Double> widths = new LinkedHashMap<>();
    private final PauseTransition rest = new PauseTransition(REST);
    private final Button back;
    private final WhyColumn why;
    private String focus = "";
    private long newest;

    RecordsCard(RunContext context) {
        this(context, new Button("", new FontIcon("ci-arrow-left")));
    }

    private RecordsCard(RunContext context, Button back) {
        super("Rows", back);
        this.context = context;
        this.back = back;
        this.why = new WhyColumn(context);
        back.setId("leave-region");
        back.getStyleClass().addAll("flat", "small");
        back.setMinWidth(USE_PREF_SIZE);
        back.setTooltip(new Tooltip("Esc"));
        back.setOnAction(_ -> context.model().leaveRegion());
        back.managedProperty().bind(back.visibleProperty());
        setId("records-card");
        table.setId("records");
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label("None at this threshold"));
        table.setAccessibleText("Rows");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.widthProperty().subscribe(_ -> fit());
        setBody(table);
        rest.setOnFinished(_ -> refresh());
        RunModel model = context.model();
        model.chartsProperty().subscribe(_ -> buildColumns());
        model.selectionProperty().subscribe(selection -> {
            if (!selection.focus().equals(focus)) {
                focus = selection.focus();
                why.forget();
                judgeWhy();
                table.refresh();
                refresh();
            }
        });
        model.filterProperty().subscribe(_ -> refresh());
        model.pointProperty().subscribe(_ -> rest.playFromStart());
    }

    /** A text that is told in full by its tooltip. */
    private static final class WholeCell extends TableCell<Integer, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.isEmpty() ? null : new Tooltip(text));
        }
    }

    /** The row that the user looks at; null for none. */
    ReadOnlyObjectProperty<Integer> selectedProperty() {
        return table.getSelectionModel().selectedItemProperty();
    }

    private void buildColumns() {
        why.forget();
        table.getColumns().clear();
        widths.clear();
        table.getItems().clear();
        context.model().test().ifPresent(test -> {
            RecordTable records = test.records();
            for (int i = 0; i < records.columns().size(); i++) {
                int index = i;
                RecordTable.Column column = records.columns().get(i);
                add(column.name() + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")"), column.number(),
                        row -> records.cell(row, index));
            }
            add("Score", true, row -> context.model().focus()
                    .map(approach -> Numbers.fixed(approach.scores()[row], 3)).orElse(""));
            table.getColumns().add(why);
            fit();
        });
    }

    /** In a narrow window texts are cut, the last of a row first, so that its figures stay in sight. */
    private void fit() {
        double missing = table.getWidth() <= 0
                ? 0
                : widths.values().stream().mapToDouble(width -> width).sum() + BAR - table.getWidth();
        for (TableColumn<Integer, String> column : List.copyOf(widths.keySet()).reversed()) {
            double width = widths.getOrDefault(column, SHORT);
            boolean number = column.getStyleClass().contains("number-column");
            double least = number || missing <= 0 ? width : Math.clamp(width - missing, Math.min(SHORT, width), width);
            missing -= width - least;
            column.setMinWidth(least);
            column.setPrefWidth(least);
        }
        judgeWhy();
    }

    /** Where there is none, or a few words of it would push the others out of sight, it is left to the card of reasons. */
    private void judgeWhy() {
        double others = table.getColumns().stream().filter(column -> column != why)
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        why.setVisible(context.model().focus().flatMap(Approach::explainer).isPresent()
                && table.getWidth() >= others + WhyColumn.LEAST + BAR);
    }

    private void add(String head, boolean number, java.util.function.IntFunction<String> cell) {
        TableColumn<Integer, String> column = new TableColumn<>(head);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(cell.apply(features.getValue())));
        // As wide as a cell needs, so that a time is not cut for the sake of a short number.
        int sample = context.model().test().map(test -> IntStream.range(0, test.records().rows())
                .filter(row -> row == 0 || test.labels()[row]).limit(SAMPLE).map(row -> cell.apply(row).length()).max()
                .orElse(0)).orElse(0);
        widths.put(column, 24 + CHARACTER * Math.max(head.length(), sample));
        column.setCellFactory(_ -> new WholeCell());
        if (number) {
            column.getStyleClass().add("number-column");
            column.setComparator(Comparator.comparingDouble(RecordsCard::number));
        }
        table.getColumns().add(column);
    }

    /** The number in a cell's text; cells without one come last. */
    private static double number(String text) {
        String digits = text.replace("−", "-").replaceAll("[^0-9.\\-]", "");
        try {
            return digits.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(digits);
        } catch (NumberFormatException _) {
            return Double.NEGATIVE_INFINITY;
        }
    }

    /** The rows that a filter takes, and how they are ordered. */
    private record Listing(List<Integer> rows, int positives, String order) {}

    private void refresh() {
        long request = ++newest;
        RunModel model = context.model();
        Optional<Approach> approach = model.focus();
        Optional<Operating> point = model.pointProperty().get();
        RowFilter filter = model.filterProperty().get();
        back.setVisible(filter instanceof RowFilter.Region);
        if (approach.isEmpty() || point.isEmpty() || model.test().isEmpty()) {
            table.getItems().clear();
            return;
        }
        double threshold = point.get().threshold();
        boolean[] labels = model.test().get().labels();
        RecordTable records = model.test().get().records();
        double[] scores = approach.get().scores();
        BinaryTest.Words words = model.test().get().words();
        back.setText("Back to " + model.outcome().name(words));
        Background.run(context.executor(), () -> list(filter, labels, scores, threshold, records), listing -> {
            if (request == newest) {
                Integer selected = table.getSelectionModel().getSelectedItem();
                table.setItems(FXCollections.observableList(listing.rows()));
                table.getSortOrder().clear();
                String title = filter.title(words, listing.rows().size());
                setTitle(filter instanceof RowFilter.Region ? title : title + ", " + listing.order());
                setSubtitle(filter instanceof RowFilter.Region region
                        ? region.place() + " · " + Numbers.whole(listing.positives()) + " " + words.positives()
                        : Numbers.whole(listing.rows().size()) + " " + words.rows()
                                + " · choose one to see why it scored so");
                table.setAccessibleText(title);
                if (selected != null && listing.rows().contains(selected)) {
                    table.getSelectionModel().select(selected);
                } else {
                    table.getSelectionModel().selectFirst();
                }
            }
        });
    }

    private static Listing list(RowFilter filter, boolean[] labels, double[] scores, double threshold,
            RecordTable records) {
        List<Integer> rows = new ArrayList<>();
        int positives = 0;
        for (int row = 0; row < labels.length; row++) {
            if (filter.takes(labels[row], scores[row] >= threshold, scores[row])) {
                rows.add(row);
                positives += labels[row] ? 1 : 0;
            }
        }
        OptionalInt money = IntStream.range(0, records.columns().size())
                .filter(i -> records.columns().get(i).unit().contains("€")).findFirst();
        boolean byMoney = money.isPresent() && filter != RowFilter.Outcome.LEFT_ALONE
                && !(filter instanceof RowFilter.Region);
        if (byMoney) {
            double[] amounts = new double[labels.length];
            rows.forEach(row -> amounts[row] = number(records.cell(row, money.getAsInt())));
            rows.sort(Comparator.comparingDouble((Integer row) -> -amounts[row]));
        } else {
            rows.sort(Comparator.comparingDouble((Integer row) -> -scores[row]));
        }
        return new Listing(rows, positives, byMoney ? "dearest first" : "highest score first");
    }
}
