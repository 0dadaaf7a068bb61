package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.studio.control.Card;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The items that are brushed, the best known first, each with its place in the history and in both lists. */
final class BrushedCard extends Card {
    private static final int MOST = 500;

    private final RankingModel model;
    private final UnaryOperator<String> name;
    private final ItemList list;
    private final Label empty = new Label(
            "Drag a rectangle over the map, or take two corners with the keyboard: the films in it are listed here.");

    /** @param name of an approach, by its id */
    BrushedCard(RankingModel model, UnaryOperator<String> name) {
        this(model, name, new Button("Clear"));
    }

    private BrushedCard(RankingModel model, UnaryOperator<String> name, Button clear) {
        super("In the rectangle", clear);
        this.model = model;
        this.name = name;
        clear.setId("brush-clear");
        clear.getStyleClass().addAll("flat", "small");
        clear.setMinWidth(USE_PREF_SIZE);
        clear.setTooltip(new Tooltip("Esc"));
        clear.setOnAction(_ -> model.clear());
        list = new ItemList(model);
        list.setId("ranking-brushed");
        list.setAccessibleText("Films in the rectangle of the map, the best known first");
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        empty.getStyleClass().add("list-placeholder");
        list.setPlaceholder(empty);
        setBody(list);
        model.brushedProperty().subscribe(brushed -> {
            clear.setVisible(!brushed.isEmpty());
            show();
        });
        model.askedProperty().subscribe(_ -> show());
        model.first().answerProperty().subscribe(_ -> show());
        model.second().answerProperty().subscribe(_ -> show());
    }

    private void show() {
        Optional<RankingModel.Asked> asked = model.askedProperty().get();
        Set<Integer> brushed = model.brushedProperty().get();
        if (asked.isEmpty() || brushed.isEmpty()) {
            list.show(List.of());
            setSubtitle("");
            return;
        }
        RankingTest test = asked.get().test();
        int[] history = test.histories()[asked.get().user()];
        List<ItemLine> lines = brushed.stream()
                .sorted(Comparator.comparingInt((Integer i) -> -test.items().get(i).known()).thenComparing(i -> i))
                .limit(MOST)
                .map(i -> ItemLine.of(test, i, "", asked.get().heldOut(i), false, "").withBelow(places(i, history)))
                .toList();
        list.show(lines);
        setSubtitle(Numbers.whole(brushed.size()) + (brushed.size() == 1 ? " film" : " films")
                + (brushed.size() > MOST ? ", the " + MOST + " best known" : ""));
    }

    /** Where else the item stands. */
    private String places(int item, int[] history) {
        List<String> places = new ArrayList<>();
        if (IntStream.of(history).anyMatch(known -> known == item)) {
            places.add("known of the user");
        }
        for (RankingModel.Slot slot : Arrays.asList(model.first(), model.second())) {
            slot.answerProperty().get().filter(answer -> answer.rank(item) > 0)
                    .ifPresent(
                            answer -> places.add("no. " + answer.rank(item) + " by " + name.apply(answer.approach())));
        }
        return places.stream().collect(Collectors.joining(" · "));
    }
}
