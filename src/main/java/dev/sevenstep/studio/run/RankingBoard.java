package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.Card;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.run.CardGrid.Place;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The result of a ranking: the figures of all approaches, and what two of them would show to one user. */
final class RankingBoard extends ScrollPane {
    private static final double LEAST = 260;
    private static final double FIGURES = 330;
    private static final double LISTS = 420;
    /** Of the table's font, pixels. */
    private static final double CHARACTER = 6.6;

    private final CardGrid grid = new CardGrid(LEAST);
    private final Card figures = new Card("Figures");
    private final TableView<Approach> table = new TableView<>();
    private final ComboBox<String> users = new ComboBox<>();
    private final HistoryCard history = new HistoryCard();
    private final RankedListCard first;
    private final RankedListCard second;

    RankingBoard(RunContext context) {
        getStyleClass().addAll("edge-to-edge", "run-board");
        setId("ranking-board");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        first = new RankedListCard("first", context);
        second = new RankedListCard("second", context);
        table.setId("ranking-figures");
        table.setAccessibleText("Figures of each approach");
        table.getStyleClass().add("dense");
        figures.setBody(table);
        users.setId("ranking-user");
        users.setAccessibleText("Test user");
        history.choose(users);
        grid.getStyleClass().add("card-grid");
        grid.arrange(new double[]{FIGURES, LISTS}, List.of(new Place(figures, 0, 0, 12), new Place(history, 1, 0, 4),
                new Place(first, 1, 4, 4), new Place(second, 1, 8, 4)));
        setContent(grid);
    }

    /** Shows a result that has a ranking. */
    void show(RunResult result, RankingTest test) {
        figures.setSubtitle(test.note());
        table.getItems().setAll(result.approaches());
        columns(result);
        List<Approach> ran = result.approaches().stream().filter(a -> test.rankings().containsKey(a.id())).toList();
        first.approaches(ran, 0);
        second.approaches(ran, ran.size() - 1);
        users.setOnAction(null);
        users.getItems().setAll(IntStream.range(0, test.users().size())
                .mapToObj(i -> "User " + test.users().get(i) + " · " + test.histories()[i].length + " known").toList());
        users.setOnAction(_ -> user(test));
        users.getSelectionModel().selectFirst();
        user(test);
    }

    private void user(RankingTest test) {
        int user = users.getSelectionModel().getSelectedIndex();
        if (user >= 0) {
            history.show(test, user);
            first.show(test, user);
            second.show(test, user);
        }
    }

    private void columns(RunResult result) {
        table.getColumns().clear();
        TableColumn<Approach, String> name = new TableColumn<>("Approach");
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        name.setPrefWidth(150);
        table.getColumns().add(name);
        for (MetricSpec metric : result.metrics()) {
            column(metric.label() + (metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")"),
                    approach -> figure(approach, metric));
        }
        column("p50 (µs)", approach -> approach.latency().map(latency -> Numbers.fixed(latency.at(50), 0)).orElse("–"));
        column("p99 (µs)", approach -> approach.latency().map(latency -> Numbers.fixed(latency.at(99), 0)).orElse("–"));
    }

    private void column(String head, java.util.function.Function<Approach, String> cell) {
        TableColumn<Approach, String> column = new TableColumn<>(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        int longest = table.getItems().stream().mapToInt(approach -> cell.apply(approach).length()).max().orElse(0);
        column.setPrefWidth(24 + CHARACTER * Math.max(head.length(), longest));
        column.getStyleClass().add("number-column");
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private static String figure(Approach approach, MetricSpec metric) {
        Estimate estimate = approach.metrics().get(metric.key());
        if (estimate == null || !Double.isFinite(estimate.value())) {
            return "–";
        }
        double half = (estimate.high() - estimate.low()) / 2;
        return Numbers.fixed(estimate.value(), metric.decimals())
                + (half > 0 ? " ±" + Numbers.fixed(half, metric.decimals()) : "");
    }

    /** A line as wide as its list: what does not fit ends in an ellipsis. */
    static ListCell<String> line() {
        ListCell<String> cell = new ListCell<>();
        cell.setPrefWidth(0);
        cell.textProperty().bind(cell.itemProperty());
        return cell;
    }

    /** An item as its title with what stands beside it. */
    static String words(RankingTest test, int item) {
        RankingTest.Item of = test.items().get(item);
        String note = of.note().isEmpty() ? "" : " (" + of.note() + ")";
        return of.title() + note + (of.tags().isEmpty() ? "" : " · " + String.join(", ", of.tags()));
    }

    static boolean heldOut(RankingTest test, int user, int item) {
        return Arrays.binarySearch(test.heldOut()[user], item) >= 0;
    }
}
