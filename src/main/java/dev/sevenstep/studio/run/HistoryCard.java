package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.studio.control.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One test user: what is known, the latest first, and a slider that hides the latest from the approaches. */
final class HistoryCard extends Card {
    private final RankingModel model;
    private final ComboBox<String> users = new ComboBox<>();
    private final ItemList list;
    private final Slider hidden = new Slider(0, 1, 0);
    private final Label hiddenWords = new Label();
    private boolean filling;

    HistoryCard(RankingModel model) {
        super("Known of");
        this.model = model;
        list = new ItemList(model);
        list.setId("ranking-history");
        list.setAccessibleText("What is known of the user, the latest first");
        users.setId("ranking-user");
        users.setAccessibleText("Test user");
        users.setMaxWidth(Double.MAX_VALUE);
        users.setOnAction(_ -> {
            if (!filling && users.getSelectionModel().getSelectedIndex() >= 0) {
                model.user(users.getSelectionModel().getSelectedIndex());
            }
        });
        hidden.setId("ranking-hidden");
        hidden.setAccessibleText("Hide the latest of the history");
        hidden.setAccessibleHelp("What is hidden is neither known to the approaches nor recommended by them");
        hidden.setTooltip(
                new Tooltip("Cold start: hide the latest films and see what both approaches do without them"));
        hidden.setBlockIncrement(1);
        hidden.setMajorTickUnit(1);
        hidden.setMinorTickCount(0);
        hidden.setSnapToTicks(true);
        hidden.valueProperty().subscribe(value -> {
            if (!filling) {
                model.hide((int) Math.round(value.doubleValue()));
            }
        });
        hiddenWords.getStyleClass().addAll("muted", "small-text");
        hiddenWords.setMinWidth(USE_PREF_SIZE);
        Label name = new Label("Hide latest");
        name.setLabelFor(hidden);
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(hidden, Priority.ALWAYS);
        HBox cold = new HBox(8, name, hidden, hiddenWords);
        cold.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(list, Priority.ALWAYS);
        setBody(new VBox(6, users, cold, list));
        model.askedProperty().subscribe(now -> now.ifPresent(this::show));
    }

    /** Offers the users of a test. */
    void offer(RankingTest test) {
        filling = true;
        users.getItems().setAll(IntStream.range(0, test.users().size())
                .mapToObj(i -> "User " + test.users().get(i) + " · " + test.histories()[i].length + " known").toList());
        filling = false;
    }

    private void show(RankingModel.Asked now) {
        int[] history = now.test().histories()[now.user()];
        filling = true;
        users.getSelectionModel().select(now.user());
        hidden.setMax(Math.max(1, history.length));
        hidden.setMajorTickUnit(Math.max(1, history.length));
        hidden.setMinorTickCount(Math.max(0, history.length - 1));
        if (Math.round(hidden.getValue()) != now.hidden()) {
            hidden.setValue(now.hidden());
        }
        filling = false;
        hidden.setDisable(!now.hides());
        hiddenWords.setText(now.hides() ? now.hidden() + " of " + history.length : "needs the models");
        setSubtitle(now.test().heldOut()[now.user()].length + " held out to be found");
        List<ItemLine> lines = new ArrayList<>();
        for (int i = history.length - 1; i >= 0; i--) {
            lines.add(ItemLine.of(now.test(), history[i], "", false, i >= history.length - now.hidden(), ""));
        }
        list.show(lines);
    }
}
