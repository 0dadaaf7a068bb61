package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.diff.DesignDiff;
import dev.sevenstep.design.diff.Detail;
import dev.sevenstep.design.diff.Difference;
import dev.sevenstep.design.io.Versions;
import dev.sevenstep.studio.control.EmptyState;
import dev.sevenstep.studio.control.Row;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The saved states of the open design: a list, and what the selected one differs in from the design as it is. */
final class VersionsView extends BorderPane {

    /** A state with what changed from the one before it. */
    record Entry(Versions.Version version, String change) {
        private static final int FEW = 2;

        /** Newest first; takes as long as comparing them all does. */
        static List<Entry> of(List<Versions.Version> versions, Catalogue catalogue) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < versions.size(); i++) {
                Versions.Version version = versions.get(i);
                entries.add(new Entry(version, i + 1 == versions.size()
                        ? "The oldest one kept"
                        : capitalised(words(DesignDiff
                                .between(versions.get(i + 1).design(), version.design(), catalogue)))));
            }
            return entries;
        }

        /** A few changes in full, so that saves soon after each other are told apart; many as a count. */
        private static String words(DesignDiff diff) {
            return diff.isEmpty() || diff.differences().size() > FEW
                    ? diff.summary()
                    : String.join("; ", diff.differences().stream().map(Entry::brief).toList());
        }

        private static String brief(Difference change) {
            if (change.details().isEmpty()) {
                return change.words();
            }
            return (change.sort() == Difference.Sort.DESIGN ? "" : change.subject() + ": ")
                    + String.join("; ", change.details().stream().map(Detail::words).toList());
        }

        private static String capitalised(String words) {
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    /** What can be done with a state. */
    interface Target {
        /** @param when the words that the list has for the time of the state */
        void restore(Versions.Version version, String when);

        void openCopy(Versions.Version version, String when);

        void close();
    }

    private final Design current;
    private final Catalogue catalogue;
    private final Moments moments;
    private final List<Instant> listed;
    private final ListView<Entry> list = new ListView<>();
    private final StackPane preview = new StackPane();
    private final Button close = new Button("Close");
    private final Button copy = new Button("Open as copy");
    private final Button restore = new Button("Restore");

    /**
     * @param file the document's file, whose name goes without saying in the list
     */
    VersionsView(List<Entry> entries, Design current, Optional<Path> file, Catalogue catalogue, Moments moments,
            Target target) {
        this.current = current;
        this.catalogue = catalogue;
        this.moments = moments;
        listed = entries.stream().map(entry -> entry.version().saved()).toList();
        getStyleClass().addAll("dialog-box", "floating");
        setAccessibleText("Versions of " + current.title());
        Label heading = new Label("Versions of “" + current.title() + "”");
        heading.getStyleClass().add("heading");
        Label text = new Label("Each save keeps one; the last ten stay.");
        text.getStyleClass().add("muted");
        setTop(new VBox(2, heading, text));
        close.setId("versions-close");
        close.setOnAction(_ -> target.close());
        close.setCancelButton(true);
        copy.setId("versions-copy");
        restore.setId("versions-restore");
        restore.getStyleClass().add("accent");
        onSelected(copy, target::openCopy);
        onSelected(restore, target::restore);
        list.setId("versions-list");
        list.getStyleClass().add("versions-list");
        list.setAccessibleText("Versions, the newest first");
        list.setCellFactory(_ -> new Line(file));
        list.getItems().setAll(entries);
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        HBox.setHgrow(preview, Priority.ALWAYS);
        HBox middle = new HBox(list, preview);
        middle.getStyleClass().add("versions-middle");
        if (entries.isEmpty()) {
            setBottom(new Row(Row.spring(), close));
            setCenter(new EmptyState("ci-recently-viewed", "No versions yet",
                    "From the first save on, what a save replaces is kept here."));
        } else {
            getStyleClass().add("versions");
            setBottom(new Row(Row.spring(), close, copy, restore));
            setCenter(middle);
            list.getSelectionModel().selectFirst();
        }
    }

    /** What gets the focus. */
    Node first() {
        return list.getItems().isEmpty() ? close : list;
    }

    private String when(Entry entry) {
        return moments.of(entry.version().saved(), listed);
    }

    private void onSelected(Button button, BiConsumer<Versions.Version, String> action) {
        button.setOnAction(_ -> {
            Entry entry = list.getSelectionModel().getSelectedItem();
            if (entry != null) {
                action.accept(entry.version(), when(entry));
            }
        });
        button.disableProperty().bind(list.getSelectionModel().selectedItemProperty()
                .map(entry -> button == restore && entry.version().design().equals(current)).orElse(true));
    }

    private void show(Entry entry) {
        preview.getChildren().clear();
        if (entry != null) {
            preview.getChildren().add(new ComparisonView(new ComparisonView.Side("As it is now", current),
                    new ComparisonView.Side("Saved " + when(entry),
                            entry.version().design()),
                    catalogue));
        }
    }

    private final class Line extends ListCell<Entry> {
        private final Optional<Path> file;

        Line(Optional<Path> file) {
            this.file = file;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Optional<Path> other = entry.version().document().filter(path -> !file.equals(Optional.of(path)));
            Label when = new Label(when(entry) + other.map(path -> " · " + path.getFileName()).orElse(""));
            when.getStyleClass().add("medium");
            Label what = new Label(entry.change());
            what.getStyleClass().addAll("muted", "small-text");
            setGraphic(new VBox(1, when, what));
            setTooltip(new Tooltip(entry.change() + other.map(path -> "\nsaved to " + path).orElse("")));
            setAccessibleText(when.getText() + ", " + entry.change());
        }
    }
}
