package dev.sevenstep.studio.exchange;

import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.studio.control.Row;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How the pages of a report of runs shall lie. */
public final class ReportPane extends VBox {
    private final Button export = new Button("Export…");

    /**
     * @param title of the report
     * @param first the options to begin with
     * @param chosen gets them with what was chosen
     */
    public ReportPane(String title, ExportOptions first, Consumer<ExportOptions> chosen, Runnable cancelled) {
        getStyleClass().addAll("exchange-pane", "floating");
        getStylesheets().add(ExportPane.sheet());
        Label heading = new Label("Export as PDF");
        heading.getStyleClass().add("heading");
        Label of = new Label(title);
        of.setWrapText(true);
        of.getStyleClass().add("muted");
        PageChoice pages = new PageChoice(first);
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> cancelled.run());
        export.setId("report-go");
        export.getStyleClass().add("accent");
        export.setDefaultButton(true);
        export.setOnAction(_ -> chosen.accept(pages.of(first)));
        getChildren().addAll(heading, of, pages, new Row(Row.spring(), cancel, export));
    }

    /** What gets the focus first. */
    public Node first() {
        return export;
    }
}
