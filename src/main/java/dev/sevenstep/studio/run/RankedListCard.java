package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.Background;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What one approach shows to one user, and what in the history speaks for the item that is chosen. */
final class RankedListCard extends Card {
    private static final int REASONS = 3;

    private final RunContext context;
    private final ComboBox<Approach> approach = new ComboBox<>();
    private final ListView<String> list = new ListView<>();
    private final Label because = new Label();
    private @Nullable RankingTest test;
    private int user;
    private int[] items = {};
    private long newest;

    /** @param name tells the cards of a board apart */
    RankedListCard(String name, RunContext context) {
        super("Recommended by");
        this.context = context;
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
        approach.setOnAction(_ -> refresh());
        list.setId("ranking-list-" + name);
        list.setAccessibleText("What the approach recommends, best first");
        list.getStyleClass().add("dense");
        list.setCellFactory(_ -> RankingBoard.line());
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> explain(index.intValue()));
        because.setWrapText(true);
        because.setMinHeight(USE_PREF_SIZE);
        because.getStyleClass().addAll("muted", "small-text");
        VBox.setVgrow(list, Priority.ALWAYS);
        setBody(new VBox(6, approach, list, because));
    }

    /** @param chosen number of the one to begin with */
    void approaches(List<Approach> ran, int chosen) {
        test = null;
        approach.getItems().setAll(ran);
        approach.getSelectionModel().select(chosen);
    }

    void show(RankingTest now, int of) {
        test = now;
        user = of;
        refresh();
    }

    private void refresh() {
        RankingTest now = test;
        Approach chosen = approach.getValue();
        if (now == null || chosen == null) {
            return;
        }
        Ranking ranking = now.rankings().get(chosen.id());
        int[] all = ranking == null ? new int[0] : ranking.lists()[user];
        items = java.util.Arrays.copyOf(all, Math.min(all.length, now.cutoff()));
        List<String> words = new ArrayList<>();
        int hits = 0;
        for (int i = 0; i < items.length; i++) {
            boolean hit = RankingBoard.heldOut(now, user, items[i]);
            hits += hit ? 1 : 0;
            words.add((i + 1) + (hit ? "  ✓ " : "  ") + RankingBoard.words(now, items[i]));
        }
        list.getItems().setAll(words);
        setSubtitle(hits + " of " + now.heldOut()[user].length + " found in " + items.length);
        because.setText("Choose a line: what in the history speaks for it stands here.");
    }

    /** Asks the approach off the JavaFX thread; only the newest answer is shown. */
    private void explain(int index) {
        RankingTest now = test;
        Approach chosen = approach.getValue();
        if (now == null || chosen == null || index < 0 || index >= items.length) {
            return;
        }
        Ranking ranking = now.rankings().get(chosen.id());
        if (ranking == null) {
            return;
        }
        long number = ++newest;
        int item = items[index];
        int of = user;
        Background.run(context.executor(),
                () -> ranking.recommender().because(of, now.histories()[of], new int[]{item}, REASONS).getFirst(),
                reasons -> {
                    if (number == newest) {
                        because.setText(reasons.isEmpty()
                                ? "Nothing in this history speaks for it in particular."
                                : "Because of " + reasons.stream().map(r -> now.items().get(r.item()).title())
                                        .collect(Collectors.joining(", ")) + ".");
                    }
                });
    }
}
