package dev.sevenstep.studio.exchange;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.exchange.Confidence;
import dev.sevenstep.exchange.Guess;
import dev.sevenstep.exchange.ImportedDrawing;
import dev.sevenstep.studio.control.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The boxes of a drawing, the kind each is taken for, how sure that is and why. Every kind can be changed. */
public final class ImportPane extends VBox {
    private static final String NOTE_TEXT = "Note";

    private final Catalogue catalogue;
    private final Map<String, String> changed = new HashMap<>();
    private final TableView<ImportedDrawing.Item> table = new TableView<>();
    private final List<String> kinds = new ArrayList<>(List.of(Guess.NOTE));

    /**
     * @param name of the file
     * @param opened gets the kinds that were changed, by id of the box
     */
    public ImportPane(String name, ImportedDrawing drawing, Catalogue catalogue, Consumer<Map<String, String>> opened,
            Runnable cancelled) {
        this.catalogue = catalogue;
        catalogue.kinds().forEach(kind -> kinds.add(kind.id()));
        getStyleClass().addAll("exchange-pane", "import-pane", "floating");
        getStylesheets().add(ExportPane.sheet());
        Label heading = new Label("Import " + name);
        heading.getStyleClass().add("heading");
        Label summary = new Label(summary(drawing));
        summary.getStyleClass().add("muted");
        summary.setWrapText(true);
        columns();
        table.setId("import-table");
        table.setAccessibleText("Boxes of the drawing and their kinds");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getItems().setAll(drawing.items());
        // The table keeps Esc to itself otherwise.
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelled.run();
                event.consume();
            }
        });
        table.setPlaceholder(new Label("The drawing has no boxes, only notes."));
        getChildren().addAll(heading, summary, table);
        if (!drawing.leftOut().isEmpty()) {
            Label left = new Label("Left out: " + String.join("; ", drawing.leftOut()) + ".");
            left.setWrapText(true);
            left.getStyleClass().add("small-text");
            left.setId("import-left-out");
            getChildren().add(left);
        }
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> cancelled.run());
        Button open = new Button("Open as a design");
        open.setId("import-go");
        open.getStyleClass().add("accent");
        open.setDefaultButton(true);
        open.setOnAction(_ -> opened.accept(Map.copyOf(changed)));
        getChildren().add(new Row(Row.spring(), cancel, open));
    }

    /** What gets the focus first. */
    public Node first() {
        return table;
    }

    private static String summary(ImportedDrawing drawing) {
        Map<Confidence, Long> counts = drawing.items().stream()
                .collect(Collectors.groupingBy(item -> item.guess().confidence(), Collectors.counting()));
        StringBuilder text = new StringBuilder();
        text.append(count(drawing.items().size(), "box", "boxes")).append(", ")
                .append(count(drawing.arrows(), "arrow", "arrows")).append(", ")
                .append(count(drawing.notes(), "note", "notes")).append(". ");
        if (drawing.isOurs()) {
            return text.append("Sevenstep made this drawing: its fields and decisions come back with it.").toString();
        }
        text.append(Arrays.stream(Confidence.values()).filter(counts::containsKey)
                .map(confidence -> counts.get(confidence) + " " + confidence.word()).collect(Collectors.joining(", ")));
        return text.append(counts.isEmpty() ? "" : ". ")
                .append("Change what is wrong; each box goes to the step of its kind.").toString();
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private void columns() {
        TableColumn<ImportedDrawing.Item, String> box = new TableColumn<>("Box");
        box.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                row.getValue().title().isEmpty() ? "(no title)" : row.getValue().title()));
        TableColumn<ImportedDrawing.Item, ImportedDrawing.Item> kind = new TableColumn<>("Kind");
        kind.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        kind.setCellFactory(_ -> new KindCell());
        TableColumn<ImportedDrawing.Item, ImportedDrawing.Item> sure = new TableColumn<>("Sure");
        sure.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        sure.setCellFactory(_ -> new SureCell());
        TableColumn<ImportedDrawing.Item, String> why = new TableColumn<>("Because");
        why.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                changed.containsKey(row.getValue().id()) ? "you said so" : row.getValue().guess().why()));
        box.setPrefWidth(190);
        kind.setPrefWidth(220);
        sure.setPrefWidth(84);
        sure.setMaxWidth(90);
        why.setPrefWidth(300);
        table.getColumns().setAll(List.of(box, kind, sure, why));
        table.getColumns().forEach(column -> column.setSortable(false));
    }

    private String kindName(String id) {
        return id.equals(Guess.NOTE)
                ? NOTE_TEXT
                : catalogue.kind(id).map(known -> known.step().number() + "  " + known.name()).orElse(id);
    }

    /** The kind as a choice of all. */
    private final class KindCell extends TableCell<ImportedDrawing.Item, ImportedDrawing.Item> {
        private final ComboBox<String> choice = new ComboBox<>();
        private boolean showing;

        private KindCell() {
            choice.getItems().setAll(kinds);
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.setVisibleRowCount(14);
            choice.setConverter(new StringConverter<>() {
                @Override
                public String toString(@Nullable String id) {
                    return id == null ? "" : kindName(id);
                }

                @Override
                public String fromString(String text) {
                    return text;
                }
            });
            choice.setOnAction(_ -> {
                ImportedDrawing.Item item = getItem();
                if (!showing && item != null && choice.getValue() != null) {
                    if (choice.getValue().equals(item.guess().kind())) {
                        changed.remove(item.id());
                    } else {
                        changed.put(item.id(), choice.getValue());
                    }
                    table.refresh();
                }
            });
        }

        @Override
        protected void updateItem(ImportedDrawing.@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            showing = true;
            choice.setId("kind-of-" + item.id());
            choice.setAccessibleText("Kind of " + item.title());
            choice.setValue(changed.getOrDefault(item.id(), item.guess().kind()));
            showing = false;
            setGraphic(choice);
        }
    }

    /** How sure, as a badge. */
    private final class SureCell extends TableCell<ImportedDrawing.Item, ImportedDrawing.Item> {
        private final Label badge = new Label();

        private SureCell() {
            badge.getStyleClass().add("badge");
        }

        @Override
        protected void updateItem(ImportedDrawing.@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Confidence confidence = changed.containsKey(item.id())
                    ? Confidence.CERTAIN
                    : item.guess().confidence();
            badge.setText(confidence.word());
            badge.getStyleClass().setAll("label", "badge", "sure-" + confidence.word());
            setGraphic(badge);
        }
    }
}
