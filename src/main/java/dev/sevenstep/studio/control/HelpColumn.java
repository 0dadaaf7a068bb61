package dev.sevenstep.studio.control;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/** A column of texts in lines that have an order of their own; its head says on hover what it stands for. */
public final class HelpColumn<S> extends TableColumn<S, String> {

    /** @param help empty: the head itself is said, as it may be cut */
    public HelpColumn(String head, String help, double width, Function<S, String> cell) {
        Label title = new Label(head);
        title.setTooltip(new Tooltip(help.isEmpty() ? head : help));
        setGraphic(title);
        setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        setPrefWidth(width);
        setSortable(false);
    }

    /** Sets its text to the right, as figures are compared. */
    public HelpColumn<S> ofNumbers() {
        getStyleClass().add("number-column");
        return this;
    }
}
