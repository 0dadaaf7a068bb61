package dev.sevenstep.studio.exchange;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.control.Segmented;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All formats with what each is good for, and the options of the one chosen. */
public final class ExportPane extends VBox {
    private static final List<Double> SCALES = List.of(1.0, 2.0, 3.0, 4.0);

    private final ListView<ExportFormat> formats = new ListView<>();
    private final Segmented<Palette> colours = new Segmented<>(List.of(Palette.PRINT, Palette.LIGHT, Palette.DARK),
            palette -> switch (palette) {
                case PRINT -> "Print";
                case LIGHT -> "Light";
                case DARK -> "Dark";
            }, Palette.PRINT);
    private final Segmented<Double> scale = new Segmented<>(SCALES, value -> Math.round(value) + " ×", 2.0);
    private final CheckBox transparent = new CheckBox("Transparent ground");
    private final PageChoice pages;
    private final VBox options = new VBox();
    private final Button export = new Button("Export…");

    /**
     * @param standard the options to begin with
     * @param chosen gets the format and its options
     */
    public ExportPane(ExportFormat first, ExportOptions standard, BiConsumer<ExportFormat, ExportOptions> chosen,
            Runnable cancelled) {
        pages = new PageChoice(standard);
        getStyleClass().addAll("exchange-pane", "floating");
        getStylesheets().add(sheet());
        Label heading = new Label("Export");
        heading.getStyleClass().add("heading");
        formats.getItems().setAll(ExportFormat.values());
        formats.setId("export-formats");
        formats.setAccessibleText("Format");
        formats.setCellFactory(_ -> new FormatCell());
        formats.getStyleClass().add("format-list");
        formats.getSelectionModel().selectedItemProperty().subscribe(this::showOptions);
        formats.getSelectionModel().select(first);
        transparent.setId("export-transparent");
        scale.setId("export-scale");
        options.getStyleClass().add("export-options");
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> cancelled.run());
        export.setId("export-go");
        export.getStyleClass().add("accent");
        export.setDefaultButton(true);
        export.setOnAction(_ -> chosen.accept(formats.getSelectionModel().getSelectedItem(), options(standard)));
        // The list keeps Enter and Esc to itself otherwise.
        formats.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                export.fire();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                cancelled.run();
                event.consume();
            }
        });
        getChildren().addAll(heading, formats, options, new Row(Row.spring(), cancel, export));
    }

    static String sheet() {
        return Objects.requireNonNull(ExportPane.class.getResource("exchange.css"), "exchange.css").toExternalForm();
    }

    /** What gets the focus first. */
    public Node first() {
        return formats;
    }

    private ExportOptions options(ExportOptions standard) {
        return pages.of(standard).withPicture(colours.getValue(), scale.getValue(), transparent.isSelected());
    }

    private void showOptions(@Nullable ExportFormat format) {
        options.getChildren().clear();
        if (format == ExportFormat.PDF) {
            options.getChildren().add(pages);
        }
        if (format == ExportFormat.SVG || format == ExportFormat.PNG) {
            options.getChildren().addAll(PageChoice.line("Colours", colours), PageChoice.line("", transparent));
        }
        if (format == ExportFormat.PNG) {
            options.getChildren().add(1, PageChoice.line("Size", scale));
        }
        if (options.getChildren().isEmpty()) {
            Label none = new Label("This format has no options.");
            none.getStyleClass().add("muted");
            options.getChildren().add(none);
        }
    }

    /** Name, ending and use of a format. */
    private static final class FormatCell extends ListCell<ExportFormat> {
        private final Label name = new Label();
        private final Label ending = new Label();
        private final Label use = new Label();
        private final VBox box = new VBox(new Row(name, Row.spring(), ending), use);

        private FormatCell() {
            name.getStyleClass().add("medium");
            ending.getStyleClass().addAll("muted", "small-text");
            use.getStyleClass().addAll("muted", "small-text");
        }

        @Override
        protected void updateItem(@Nullable ExportFormat format, boolean empty) {
            super.updateItem(format, empty);
            if (empty || format == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                name.setText(format.label());
                ending.setText("." + format.extension());
                use.setText(format.use());
                setGraphic(box);
                setAccessibleText(format.label() + ": " + format.use());
            }
        }
    }
}
