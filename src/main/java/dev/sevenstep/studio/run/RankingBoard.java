package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Look;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.Relearning;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.run.CardGrid.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The result of a ranking: one user's history and what two approaches make of it, the map of items, quality against latency, and the
 * figures of all approaches. A result without lists, such as of predicted ratings or a trial of a sweep, has the figures only.
 */
final class RankingBoard extends ScrollPane {
    private static final double WIDE = 1_300;
    private static final double MEDIUM = 900;
    private static final double NARROW = 600;
    private static final double LEAST = 260;
    /** Below this width the table of the costs stands below their chart. */
    private static final double NARROW_COST = 1_210;
    /** What a card has around its table, from top to bottom. */
    private static final double TABLE = 62;
    private static final double TABLE_LEAST = 180;
    /** Left and right of the cards, with the scroll bar. */
    private static final double BESIDE = 36;
    /** Left and right within a card, with its share of the gap between two. */
    private static final double AROUND = 34;

    private final RunContext context;
    private final RankingModel model;
    private final CardGrid grid = new CardGrid(LEAST);
    private final HistoryCard history;
    private final RankedListCard first;
    private final RankedListCard second;
    private final BrushedCard brushed;
    private final MapCard map;
    private final CandidatesCard candidates;
    private final ColdStartCard coldStart;
    private final List<IntervalsCard> intervals;
    private final Card figures = new Card("Figures");
    private final ApproachTable figureTable = new ApproachTable("ranking-figures", "Figures of each approach");
    private final Card costs = new Card("What they take");
    private final ApproachTable costTable = new ApproachTable("ranking-costs",
            "Latency, memory and seconds of each approach");
    private final ChartCard latency;
    private final CostCard cost;
    private Optional<RunResult> shown = Optional.empty();
    private Optional<LearnAgain> learning = Optional.empty();

    RankingBoard(RunContext context) {
        this.context = context;
        model = new RankingModel(context.executor());
        getStyleClass().addAll("edge-to-edge", "run-board");
        setId("ranking-board");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        history = new HistoryCard(model);
        first = new RankedListCard("first", context, model, model.first());
        second = new RankedListCard("second", context, model, model.second());
        brushed = new BrushedCard(model, this::name);
        map = new MapCard(context, model);
        candidates = new CandidatesCard(context);
        coldStart = new ColdStartCard(context);
        intervals = List.of(new IntervalsCard(0, context), new IntervalsCard(1, context),
                new IntervalsCard(2, context));
        latency = ChartCard.of(context, false, ChartKind.LATENCY);
        cost = new CostCard(context);
        figures.setBody(figureTable);
        costs.setBody(costTable);
        costs.setSubtitle("seconds of the run, one approach after the other");
        grid.getStyleClass().add("card-grid");
        setContent(grid);
        widthProperty().subscribe(_ -> arrange());
        context.charts().subscribe(_ -> tables());
        model.askedProperty().subscribe(asked -> asked.map(RankingModel.Asked::test).ifPresent(candidates::follow));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.clear()) {
                event.consume();
            }
        });
    }

    /** A way to learn again what is shown of a kept run; one run has it at a time. */
    LearnAgain learning(RunResult kept, Relearning relearning, int threads) {
        learning.ifPresent(LearnAgain::close);
        LearnAgain begun = new LearnAgain(context, model, kept, relearning, threads);
        learning = Optional.of(begun);
        return begun;
    }

    void stopLearning() {
        learning.ifPresent(LearnAgain::stop);
    }

    /** Shows the run that is in the model of the view. */
    void show(RunCharts run) {
        RunResult result = run.result();
        if (shown.filter(before -> before == result).isPresent() && learning.filter(of -> of.of(result)).isPresent()) {
            // It was hidden by another case: what was learnt of it stays.
            return;
        }
        learning.filter(of -> !of.of(result)).ifPresent(LearnAgain::close);
        shown = Optional.of(result);
        tables();
        arrange();
        cost.show(run);
        figures.setSubtitle(result.ranking().map(RankingTest::note).orElse(result.dataset().note()));
        List<String> keys = result.metrics().stream().map(metric -> metric.key()).toList();
        List<String> cold = keys.stream().filter(key -> key.startsWith("cold")).toList();
        for (int i = 0; i < intervals.size(); i++) {
            String key = i > 0 && cold.size() >= i ? cold.get(i - 1) : keys.get(Math.min(i, keys.size() - 1));
            intervals.get(i).show(result, key);
        }
        lists().ifPresent(test -> {
            List<Approach> ran = result.approaches().stream().filter(a -> test.rankings().containsKey(a.id())).toList();
            if (!ran.isEmpty()) {
                history.offer(test);
                map.show(result, test);
                model.show(test, ran.stream().map(Approach::id).toList());
                first.offer(ran, looks(result));
                second.offer(ran, looks(result));
                candidates.show(test);
            }
        });
    }

    /** The test with its users; a trial of a sweep is kept without. */
    private Optional<RankingTest> lists() {
        return shown.flatMap(RunResult::ranking).filter(test -> !test.users().isEmpty());
    }

    private String name(String approach) {
        return shown.stream().flatMap(result -> result.approaches().stream()).filter(of -> of.id().equals(approach))
                .map(Approach::name).findFirst().orElse(approach);
    }

    private Map<String, Look> looks(RunResult result) {
        ChartTheme theme = context.charts().getValue();
        return Look.of(result.approaches(), theme.palette());
    }

    private void tables() {
        shown.ifPresent(result -> {
            figureTable.figures(result, looks(result));
            costTable.costs(result, looks(result));
            cost.figures(result, looks(result));
            first.colour(looks(result));
            second.colour(looks(result));
        });
    }

    private void arrange() {
        if (shown.isEmpty() || getWidth() <= 0) {
            return;
        }
        if (lists().isEmpty()) {
            withoutLists();
        } else if (getWidth() < NARROW) {
            stack();
        } else if (getWidth() < MEDIUM) {
            grid.arrange(
                    new double[]{280, 440, 470, 280, 380, 330, table(figureTable), 300, 300, table(costTable)},
                    List.of(new Place(history, 0, 0, 12), new Place(first, 1, 0, 6), new Place(second, 1, 6, 6),
                            new Place(map, 2, 0, 12), new Place(brushed, 3, 0, 12), new Place(candidates, 4, 0, 12),
                            new Place(coldStart, 5, 0, 12), new Place(figures, 6, 0, 12),
                            new Place(intervals.get(0), 7, 0, 6), new Place(intervals.get(1), 7, 6, 6),
                            new Place(intervals.get(2), 8, 0, 6), new Place(latency, 8, 6, 6),
                            new Place(costs, 9, 0, 12)));
        } else if (getWidth() < WIDE) {
            grid.arrange(new double[]{440, 450, 380, table(figureTable), 280, table(costTable), 330},
                    List.of(new Place(history, 0, 0, 4), new Place(first, 0, 4, 4), new Place(second, 0, 8, 4),
                            new Place(map, 1, 0, 8), new Place(brushed, 1, 8, 4), new Place(candidates, 2, 0, 12),
                            new Place(figures, 3, 0, 12), new Place(intervals.get(0), 4, 0, 4),
                            new Place(intervals.get(1), 4, 4, 4), new Place(intervals.get(2), 4, 8, 4),
                            new Place(costs, 5, 0, 12), new Place(coldStart, 6, 0, 6), new Place(latency, 6, 6, 6)));
        } else {
            grid.arrange(new double[]{440, 480, table(figureTable), 370, table(costTable)},
                    List.of(new Place(history, 0, 0, 4), new Place(first, 0, 4, 4), new Place(second, 0, 8, 4),
                            new Place(map, 1, 0, 5), new Place(brushed, 1, 5, 3), new Place(candidates, 1, 8, 4),
                            new Place(figures, 2, 0, 12), new Place(coldStart, 3, 0, 3),
                            new Place(intervals.get(0), 3, 3, 3), new Place(intervals.get(1), 3, 6, 3),
                            new Place(intervals.get(2), 3, 9, 3), new Place(costs, 4, 0, 8),
                            new Place(latency, 4, 8, 4)));
        }
    }

    /** Of the card of a table that is as wide as the board. */
    private double table(ApproachTable table) {
        double columns = table == costTable && getWidth() >= WIDE && lists().isPresent() ? 8.0 / 12 : 1;
        return Math.max(TABLE_LEAST, TABLE + table.height((getWidth() - BESIDE) * columns - AROUND));
    }

    private void withoutLists() {
        double table = table(figureTable);
        if (getWidth() < NARROW) {
            grid.arrange(new double[]{620, table, 300, 300, table(costTable)}, List.of(new Place(cost, 0, 0, 12),
                    new Place(figures, 1, 0, 12), new Place(intervals.get(0), 2, 0, 12),
                    new Place(intervals.get(1), 3, 0, 12), new Place(costs, 4, 0, 12)));
        } else {
            grid.arrange(new double[]{getWidth() < NARROW_COST ? 640 : 400, table, 300, table(costTable)},
                    List.of(new Place(cost, 0, 0, 12), new Place(figures, 1, 0, 12),
                            new Place(intervals.get(0), 2, 0, 6), new Place(intervals.get(1), 2, 6, 6),
                            new Place(costs, 3, 0, 12)));
        }
    }

    private void stack() {
        List<Node> stacked = List.of(history, first, second, map, brushed, candidates, coldStart, figures,
                intervals.get(0), intervals.get(1), intervals.get(2), costs, latency);
        List<Place> places = new ArrayList<>();
        double[] heights = new double[stacked.size()];
        for (int row = 0; row < heights.length; row++) {
            Node card = stacked.get(row);
            heights[row] = card == figures
                    ? table(figureTable)
                    : card == costs ? table(costTable) : row < 5 ? 380 : 320;
            places.add(new Place(stacked.get(row), row, 0, 12));
        }
        grid.arrange(heights, places);
    }
}
