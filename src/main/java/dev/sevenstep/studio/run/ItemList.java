package dev.sevenstep.studio.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Items one below the other. What is brushed stands out; what is chosen here is in focus everywhere, and the other way round. */
final class ItemList extends ListView<ItemLine> {
    private static final PseudoClass BRUSHED = PseudoClass.getPseudoClass("brushed");
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden-item");

    private final RankingModel model;
    private boolean following;

    ItemList(RankingModel model) {
        this.model = model;
        getStyleClass().addAll("dense", "items");
        setCellFactory(_ -> new Cell());
        getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null && !following) {
                model.focus(Optional.of(line.item()));
            }
        });
        model.itemProperty().subscribe(this::follow);
    }

    void show(List<ItemLine> lines) {
        following = true;
        getItems().setAll(lines);
        following = false;
        follow(model.itemProperty().get());
    }

    private void follow(Optional<Integer> item) {
        following = true;
        ItemLine selected = getSelectionModel().getSelectedItem();
        if (item.isEmpty()) {
            getSelectionModel().clearSelection();
        } else if (selected == null || selected.item() != item.get()) {
            getSelectionModel().clearSelection();
            for (int i = 0; i < getItems().size(); i++) {
                if (getItems().get(i).item() == item.get()) {
                    getSelectionModel().select(i);
                    scrollTo(Math.max(0, i - 1));
                    break;
                }
            }
        }
        following = false;
    }

    private final class Cell extends ListCell<ItemLine> {
        private final Label lead = new Label();
        private final Label title = new Label();
        private final Label tags = new Label();
        private final Label end = new Label();
        private final Label below = new Label();
        private final FontIcon found = new FontIcon("ci-checkmark-filled");
        private final VBox words;
        private final HBox line;

        Cell() {
            // As wide as its list: what does not fit ends in an ellipsis.
            setPrefWidth(0);
            lead.getStyleClass().addAll("muted", "item-lead");
            title.setMinWidth(60);
            title.getStyleClass().add("item-title");
            tags.getStyleClass().addAll("muted", "small-text");
            // The title takes what it needs, and its tags what is left.
            tags.setMinWidth(0);
            tags.setPrefWidth(0);
            tags.setMaxWidth(Double.MAX_VALUE);
            end.getStyleClass().addAll("muted", "small-text");
            end.setMinWidth(Region.USE_PREF_SIZE);
            below.setMinWidth(0);
            below.getStyleClass().addAll("muted", "small-text");
            found.getStyleClass().add("found-icon");
            found.managedProperty().bind(found.visibleProperty());
            below.managedProperty().bind(below.visibleProperty());
            HBox top = new HBox(6, found, title, tags, end);
            top.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
            HBox.setHgrow(tags, Priority.ALWAYS);
            words = new VBox(top, below);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(6, lead, words);
            model.brushedProperty().subscribe(this::mark);
        }

        @Override
        protected void updateItem(@Nullable ItemLine shown, boolean empty) {
            super.updateItem(shown, empty);
            mark(model.brushedProperty().get());
            if (shown == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                setTooltip(null);
                return;
            }
            lead.setText(shown.lead());
            lead.setVisible(!shown.lead().isEmpty());
            lead.setManaged(lead.isVisible());
            title.setText(shown.title());
            tags.setText(shown.tags());
            end.setText(shown.end());
            below.setText(shown.below());
            below.setVisible(!shown.below().isEmpty());
            found.setVisible(shown.found());
            setTooltip(new Tooltip(shown.title() + "\n" + shown.tags()
                    + (shown.below().isEmpty() ? "" : "\n" + shown.below())));
            setAccessibleText(shown.words());
            setGraphic(line);
        }

        private void mark(Set<Integer> brushed) {
            ItemLine shown = getItem();
            pseudoClassStateChanged(BRUSHED, shown != null && !isEmpty() && brushed.contains(shown.item()));
            pseudoClassStateChanged(HIDDEN, shown != null && !isEmpty() && shown.hidden());
        }
    }
}
