package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Look;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.studio.control.LookSwatch;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.stats.RankingMetrics;
import dev.sevenstep.studio.control.Background;
import dev.sevenstep.studio.control.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What one approach recommends to the user, with what in the history speaks for each item, and how good the list is. */
final class RankedListCard extends Card {
    private static final int REASONS = 2;
    /** Reasons cost many rankings: they wait until the lists stay as they are. */
    private static final Duration REST = Duration.millis(150);
    /** An answer that takes longer than this is announced. */
    private static final Duration PATIENCE = Duration.millis(60);

    private final RunContext context;
    private final RankingModel model;
    private final RankingModel.Slot slot;
    private final ComboBox<Approach> approach = new ComboBox<>();
    private final ItemList list;
    private final Label quality = new Label();
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private Map<String, Look> looks = Map.of();
    private volatile long newest;

    /** @param name tells the cards of a board apart */
    RankedListCard(String name, RunContext context, RankingModel model, RankingModel.Slot slot) {
        super("Recommended by");
        this.context = context;
        this.model = model;
        this.slot = slot;
        approach.setId("ranking-approach-" + name);
        approach.setAccessibleText("Approach of the " + name + " list");
        approach.setMaxWidth(Double.MAX_VALUE);
        approach.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Approach of) {
                return of == null ? "" : of.name();
            }

            @Override
            public @Nullable Approach fromString(String text) {
                return approach.getItems().stream().filter(of -> of.name().equals(text)).findFirst().orElse(null);
            }
        });
        approach.setOnAction(_ -> Optional.ofNullable(approach.getValue()).map(Approach::id)
                .filter(id -> !id.equals(slot.approach())).ifPresent(slot::choose));
        list = new ItemList(model);
        list.setId("ranking-list-" + name);
        list.setAccessibleText("What the approach recommends, best first");
        quality.setId("ranking-quality-" + name);
        quality.getStyleClass().addAll("muted", "small-text");
        quality.setWrapText(true);
        quality.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(list, Priority.ALWAYS);
        setBody(new VBox(6, approach, quality, list));
        rest.setOnFinished(_ -> explain());
        patience.setOnFinished(_ -> {
            if (slot.busyProperty().get()) {
                setSubtitle("ranking …");
            }
        });
        slot.busyProperty().subscribe(busy -> {
            if (busy) {
                patience.playFromStart();
            }
        });
        slot.answerProperty().subscribe(this::show);
    }

    /** An approach with its colour, as in the charts. */
    private final class Choice extends ListCell<Approach> {
        @Override
        protected void updateItem(@Nullable Approach of, boolean empty) {
            super.updateItem(of, empty);
            setText(of == null || empty ? "" : of.name());
            Look look = of == null || empty ? null : looks.get(of.id());
            setGraphic(look == null ? null : new LookSwatch(look));
        }
    }

    /** Gives the approaches the colours that they have in the charts of the present theme. */
    void colour(Map<String, Look> colours) {
        looks = colours;
        approach.setCellFactory(_ -> new Choice());
        approach.setButtonCell(new Choice());
    }

    void offer(List<Approach> ran, Map<String, Look> colours) {
        colour(colours);
        approach.getItems().setAll(ran);
        ran.stream().filter(of -> of.id().equals(slot.approach())).findFirst()
                .ifPresent(approach.getSelectionModel()::select);
    }

    private void show(Optional<RankingModel.Answer> answer) {
        newest++;
        if (answer.isEmpty()) {
            list.show(List.of());
            quality.setText(slot.approach().isEmpty() ? "" : "Hidden histories need its model.");
            setSubtitle("");
            return;
        }
        list.show(lines(answer.get()));
        RankingModel.Asked asked = answer.get().asked();
        int[] wanted = asked.test().heldOut()[asked.user()];
        int[] shown = answer.get().numbers();
        int cutoff = asked.test().cutoff();
        long hits = answer.get().items().stream().filter(of -> asked.heldOut(of.item())).count();
        setSubtitle(hits + " of " + wanted.length + " found in " + shown.length);
        quality.setText(answer.get().blank()
                ? "It knows nothing of this user: all films score the same."
                : "Recall@" + cutoff + " " + Numbers.fixed(RankingMetrics.recall(shown, wanted, cutoff), 3) + " · NDCG@"
                        + cutoff + " " + Numbers.fixed(RankingMetrics.ndcg(shown, wanted, cutoff), 3)
                        + (hits == 0
                                ? ""
                                : " · first hit at "
                                        + Math.round(1 / RankingMetrics.reciprocalRank(shown, wanted))));
        rest.playFromStart();
    }

    private static List<ItemLine> lines(RankingModel.Answer answer) {
        List<ItemLine> lines = new ArrayList<>();
        for (int i = 0; i < answer.items().size(); i++) {
            Ranking.Scored of = answer.items().get(i);
            lines.add(ItemLine.of(answer.asked().test(), of.item(), Integer.toString(i + 1),
                    answer.asked().heldOut(of.item()), false, Numbers.significant(of.score(), 3)));
        }
        return lines;
    }

    /** Asks the approach off the JavaFX thread; only the newest answer is shown. */
    private void explain() {
        Optional<RankingModel.Answer> now = slot.answerProperty().get();
        if (now.isEmpty() || now.get().asked().known().length == 0) {
            return;
        }
        long request = ++newest;
        RankingModel.Answer answer = now.get();
        RankingTest test = answer.asked().test();
        Ranking ranking = test.rankings().get(answer.approach());
        if (ranking == null || ranking.recommender().isEmpty()) {
            return;
        }
        Ranking.Recommender model = ranking.recommender().get();
        Background.run(context.executor(),
                () -> request == newest
                        ? model.because(answer.asked().user(), answer.asked().known(),
                                answer.numbers(), REASONS)
                        : List.<List<Ranking.Scored>>of(),
                reasons -> {
                    if (request == newest && reasons.size() == answer.items().size()) {
                        List<ItemLine> lines = lines(answer);
                        for (int i = 0; i < lines.size(); i++) {
                            lines.set(i, lines.get(i).withBelow(words(test, reasons.get(i))));
                        }
                        if (lines.stream().allMatch(line -> line.below().isEmpty())) {
                            quality.setText(quality.getText() + " · not personal");
                        } else {
                            list.show(lines);
                        }
                    }
                });
    }

    private static String words(RankingTest test, List<Ranking.Scored> reasons) {
        String titles = reasons.stream().filter(reason -> reason.score() > 0)
                .map(reason -> test.items().get(reason.item()).title()).collect(Collectors.joining(" · "));
        return titles.isEmpty() ? "" : "because you watched " + titles;
    }
}
