package dev.sevenstep.studio.exchange;

import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.PageSize;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.control.Segmented;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The paper of a PDF and which way its pages lie. */
final class PageChoice extends VBox {
    private final Segmented<PageSize> page;
    private final CheckBox landscape = new CheckBox("Text pages lie on their side");

    /** @param first what is chosen at the start */
    PageChoice(ExportOptions first) {
        page = new Segmented<>(List.of(PageSize.values()), PageSize::label, first.pageSize());
        page.setId("export-page");
        landscape.setId("export-landscape");
        landscape.setSelected(first.landscape());
        getStyleClass().add("option-lines");
        getChildren().addAll(line("Paper", page), line("", landscape));
    }

    /** The options with what is chosen here. */
    ExportOptions of(ExportOptions options) {
        return options.withPage(page.getValue(), landscape.isSelected());
    }

    /** An option with its name before it, which may be empty. */
    static Row line(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "option-name");
        label.setLabelFor(control);
        if (!name.isEmpty()) {
            control.setAccessibleText(name);
        }
        return new Row(label, control);
    }
}
