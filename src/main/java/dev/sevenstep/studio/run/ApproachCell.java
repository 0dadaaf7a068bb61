package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Look;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.studio.control.LookSwatch;
import java.util.Map;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The name of a line's approach, behind its look in charts. */
final class ApproachCell extends TableCell<Approach, String> {
    private final Map<String, Look> looks;

    ApproachCell(Map<String, Look> looks) {
        this.looks = looks;
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? "" : text);
        Approach of = empty || getTableRow() == null ? null : getTableRow().getItem();
        Look look = of == null ? null : looks.get(of.id());
        setGraphic(look == null ? null : new LookSwatch(look));
        // In a narrow place it is cut.
        setTooltip(of == null ? null : new Tooltip(of.name()));
    }
}
