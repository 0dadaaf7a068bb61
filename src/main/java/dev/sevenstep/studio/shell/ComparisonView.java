package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.diff.DesignDiff;
import dev.sevenstep.design.diff.Difference;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two designs side by side as small pictures, with what differs marked, and the differences in words below. */
final class ComparisonView extends VBox {
    private static final double PICTURE_WIDTH = 296;
    private static final double LINE_HEIGHT = 26;
    private static final int MOST_LINES = 7;

    /** A design and what it is to the user: "The file", "Recovered". */
    record Side(String caption, Design design) {}

    ComparisonView(Side before, Side after, Catalogue catalogue) {
        getStyleClass().add("comparison");
        DesignDiff diff = DesignDiff.between(before.design(), after.design(), catalogue);
        Set<String> marked = diff.differences().stream().map(Difference::id).collect(Collectors.toSet());
        HBox pictures = new HBox(picture(before, marked), picture(after, marked));
        pictures.getStyleClass().add("comparison-pictures");
        String summary = diff.summary();
        Label heading = new Label(Character.toUpperCase(summary.charAt(0)) + summary.substring(1));
        heading.getStyleClass().add("medium");
        heading.setWrapText(true);
        getChildren().addAll(pictures, heading);
        if (!diff.isEmpty()) {
            getChildren().add(list(diff));
        }
    }

    /** One design alone, where there is nothing to compare it with. */
    static Node single(Side side) {
        HBox pictures = new HBox(picture(side, Set.of()));
        pictures.getStyleClass().add("comparison-pictures");
        return pictures;
    }

    private static Node picture(Side side, Set<String> marked) {
        DesignThumbnail thumbnail = new DesignThumbnail(side.design(), marked);
        thumbnail.getStyleClass().add("framed");
        thumbnail.setPrefWidth(PICTURE_WIDTH);
        Label caption = new Label(side.caption());
        caption.getStyleClass().addAll("muted", "small-text");
        VBox picture = new VBox(4, caption, thumbnail);
        picture.setAccessibleText(side.caption());
        HBox.setHgrow(picture, Priority.ALWAYS);
        return picture;
    }

    private static Node list(DesignDiff diff) {
        ListView<Difference> list = new ListView<>();
        list.setId("differences");
        list.getStyleClass().add("differences");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText("What differs");
        list.setCellFactory(_ -> new Line());
        list.getItems().setAll(diff.differences());
        list.setFixedCellSize(LINE_HEIGHT);
        list.setPrefHeight(LINE_HEIGHT * Math.min(MOST_LINES, diff.differences().size()) + 4);
        list.setMinHeight(LINE_HEIGHT + 4);
        return list;
    }

    /** A difference with its sign; cut where the window ends, whole in its tooltip. */
    private static final class Line extends ListCell<Difference> {
        @Override
        protected void updateItem(Difference difference, boolean empty) {
            super.updateItem(difference, empty);
            if (empty || difference == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            setText(difference.words());
            setGraphic(new FontIcon(switch (difference.change()) {
                case ADDED -> "ci-add";
                case REMOVED -> "ci-subtract";
                case CHANGED -> "ci-edit";
            }));
            setTooltip(new javafx.scene.control.Tooltip(difference.words()));
            setPrefWidth(0);
        }
    }
}
