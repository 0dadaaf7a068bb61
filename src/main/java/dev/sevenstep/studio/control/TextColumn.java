package dev.sevenstep.studio.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A column of values shown as texts, as wide as its head and its texts until the user drags it. A text that is cut off all the same is
 * told in full by its tooltip.
 */
public final class TextColumn<S, T> extends TableColumn<S, T> {
    private static final String FAMILY = "Inter";
    private static final double SIZE = 12;
    /** Left and right of a text, with the line between columns. */
    private static final double AROUND = 19;
    /** A head is in a heavier font, and leaves room for the mark of sorting. */
    private static final double HEAD = 1.06;
    private static final double MARK = 5;
    private static final double MOST = 300;
    private static final int LOOKED_AT = 300;

    private final Function<S, String> text;

    /**
     * @param value what the column is sorted by
     * @param text what is shown of it
     */
    public TextColumn(String title, Function<S, T> value, Function<S, String> text) {
        super(title);
        this.text = text;
        setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        setCellFactory(_ -> new Cell<>(text));
    }

    /** Makes every column of a table as wide as its texts; those that the user dragged stay as they are, as all do without rows. */
    public static <S> void fit(TableView<S> table) {
        if (table.getItems().isEmpty()) {
            return;
        }
        for (TableColumn<S, ?> column : table.getColumns()) {
            if (column instanceof TextColumn<S, ?> texts && texts.getWidth() == texts.getPrefWidth()) {
                texts.fit(table.getItems());
            }
        }
    }

    /**
     * Shows the columns that there is room for.
     *
     * @param importance all that may be hidden, what is needed most first
     * @param beside what else the width is taken by
     */
    public static <S> void shed(TableView<S> table, List<? extends TableColumn<S, ?>> importance, double beside) {
        double room = table.getWidth() - beside;
        for (TableColumn<S, ?> column : importance) {
            boolean fits = column.getWidth() <= room;
            column.setVisible(fits || column == importance.getFirst());
            room -= fits ? column.getWidth() : 0;
        }
    }

    private void fit(Iterable<S> rows) {
        Text measured = new Text(getText());
        measured.setFont(Font.font(FAMILY, SIZE));
        double widest = measured.getLayoutBounds().getWidth() * HEAD + (isSortable() ? MARK : 0);
        int looked = 0;
        for (S row : rows) {
            if (looked++ == LOOKED_AT) {
                break;
            }
            measured.setText(text.apply(row));
            widest = Math.max(widest, measured.getLayoutBounds().getWidth());
        }
        setPrefWidth(Math.ceil(Math.min(MOST, widest) + AROUND));
    }

    private static final class Cell<S, T> extends TableCell<S, T> {
        private final Function<S, String> text;
        private final Tooltip full = new Tooltip();

        Cell(Function<S, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            S row = getTableRow() == null ? null : getTableRow().getItem();
            String shown = empty || row == null ? "" : text.apply(row);
            setText(shown);
            full.setText(shown);
            setTooltip(shown.isEmpty() ? null : full);
        }
    }
}
