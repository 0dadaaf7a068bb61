package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.Card;
import dev.sevenstep.pipeline.RankingTest;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.scene.layout.Priority;

/** What is known of one test user, the latest first. */
final class HistoryCard extends Card {
    private final VBox body = new VBox(6);
    private final ListView<String> list = new ListView<>();

    HistoryCard() {
        super("Known of");
        list.setId("ranking-history");
        list.setAccessibleText("What is known of the user, the latest first");
        list.getStyleClass().add("dense");
        list.setCellFactory(_ -> RankingBoard.line());
        VBox.setVgrow(list, Priority.ALWAYS);
        setBody(body);
    }

    /** Puts the choice of the user above the list. */
    void choose(ComboBox<String> users) {
        users.setMaxWidth(Double.MAX_VALUE);
        body.getChildren().setAll(users, list);
    }

    void show(RankingTest test, int user) {
        List<String> words = new ArrayList<>();
        int[] known = test.histories()[user];
        for (int i = known.length - 1; i >= 0; i--) {
            words.add(RankingBoard.words(test, known[i]));
        }
        list.getItems().setAll(words);
        setSubtitle(test.heldOut()[user].length + " held out to be found");
    }
}
