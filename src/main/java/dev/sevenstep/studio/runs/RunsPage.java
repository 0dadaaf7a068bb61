package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.CommandButtons;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.control.EmptyState;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.tracking.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of kept runs, and what can be done with those selected. */
final class RunsPage extends BorderPane {
    private static final double DETAILS = 330;
    private static final double NARROW = 760;
    /** Of the bar of buttons, to have words on them. */
    private static final double WORDS = 730;

    private final RunsContext context;
    private final RunLibrary library;
    private final ToastHost toasts;
    private final Rerun rerun;
    private final RunTable table;
    private final FilterBar filter;
    private final RunDetails details;
    private final IntegerBinding count;
    private final Consumer<String> problem;
    private final StackPane place = new StackPane();
    private final ReadOnlyObjectWrapper<Optional<ReportOffer>> report = new ReadOnlyObjectWrapper<>(this, "report",
            Optional.empty());
    private final VBox list;
    private final List<Command> commands;
    /** Ids of the rows the user selected. */
    private List<String> chosen = List.of();
    private boolean restoring;

    /**
     * @param compare shows runs side by side
     * @param model makes a model version of a run
     * @param problem told in words what went wrong
     */
    RunsPage(RunsContext context, RunLibrary library, ToastHost toasts, Rerun rerun,
            Consumer<List<RunRecord>> compare, Consumer<RunRecord> model, Consumer<String> problem) {
        this.context = context;
        this.library = library;
        this.toasts = toasts;
        this.rerun = rerun;
        this.problem = problem;
        table = new RunTable(library, context.clock());
        filter = new FilterBar(library.runs());
        details = new RunDetails(library, rerun, context.clock(), context.target()::show);
        count = Bindings.size(table.getSelectionModel().getSelectedItems());
        commands = declare(compare, model);
        filter.filterProperty().subscribe(wanted -> {
            table.shown().setPredicate(wanted);
            count();
        });
        library.runs().addListener((ListChangeListener<RunRecord>) _ -> count());
        table.getSelectionModel().getSelectedItems()
                .addListener((ListChangeListener<RunRecord>) _ -> chosen());
        library.changingProperty().subscribe(changing -> {
            if (!changing) {
                restoring = true;
                table.select(chosen);
                restoring = false;
                chosen();
            }
        });
        details.show(List.of());
        keys();
        Row bar = new Row();
        bar.getStyleClass().add("runs-actions");
        commands.stream().limit(4).forEach(command -> bar.getChildren().add(CommandButtons.labelled(command)));
        commands.stream().skip(4).forEach(command -> bar.getChildren().add(CommandButtons.icon(command)));
        bar.widthProperty().map(width -> width.doubleValue() > 0 && width.doubleValue() < WORDS
                ? ContentDisplay.GRAPHIC_ONLY
                : ContentDisplay.LEFT).subscribe(display -> bar.getChildren().stream().limit(4)
                        .forEach(button -> ((Button) button).setContentDisplay(display)));
        VBox.setVgrow(table, Priority.ALWAYS);
        list = new VBox(filter, bar, table);
        list.getStyleClass().add("runs-list");
        table.setPlaceholder(noHit());
        library.loadedProperty().subscribe(_ -> display());
        library.runs().addListener((ListChangeListener<RunRecord>) _ -> display());
        widthProperty().subscribe(_ -> display());
        setCenter(place);
        details.setPrefWidth(DETAILS);
        display();
    }

    private List<Command> declare(Consumer<List<RunRecord>> compare, Consumer<RunRecord> model) {
        var one = count.isEqualTo(1);
        var some = count.greaterThan(0);
        return List.of(
                Command.of("runs.open", "Open run", "ci-chart-multi-line", Menu.RUN, this::open).when(one),
                Command.of("runs.compare", "Compare runs", "ci-compare", Menu.RUN, () -> compare.accept(selected()))
                        .when(count.greaterThan(1)),
                Command.of("runs.again", "Run again, same seed", "ci-renew", Menu.RUN, this::again).when(one),
                Command.of("runs.delete", "Delete runs", "ci-trash-can", Menu.RUN, this::delete).when(some),
                Command.of("runs.rename", "Rename run", "ci-edit", Menu.RUN, this::rename).when(one),
                Command.of("runs.model", "Make a model version", "ci-change-catalog", Menu.RUN,
                        () -> single().ifPresent(model)).when(one),
                Command.of("runs.folder", "Open the run's folder", "ci-folder", Menu.RUN, this::folder).when(one),
                Command.of("runs.export", "Export runs as JSON…", "ci-document-export", Menu.RUN, this::export)
                        .when(some),
                Command.of("runs.reload", "Read runs again", "ci-reset", Menu.RUN, library::load));
    }

    List<Command> commands() {
        return commands;
    }

    /** A report of the runs selected; empty when there are none. */
    ReadOnlyObjectProperty<Optional<ReportOffer>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    List<RunRecord> selected() {
        return table.getSelectionModel().getSelectedItems().stream().filter(java.util.Objects::nonNull).toList();
    }

    private void chosen() {
        if (!library.changingProperty().get() && !restoring) {
            chosen = selected().stream().map(RunRecord::id).toList();
            details.show(selected());
            report.set(single().map(run -> ReportOffer.of(context, run)).or(() -> chosen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ReportOffer.of(context, selected()))));
        }
    }

    private Optional<RunRecord> single() {
        return selected().size() == 1 ? Optional.of(selected().getFirst()) : Optional.empty();
    }

    /** Keys that mean something only among the runs. */
    private void keys() {
        Commands.keep(table, event -> switch (event.getCode()) {
            case ENTER, DELETE, F2 -> true;
            default -> false;
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && count.get() > 0) {
                commands.get(count.get() == 1 ? 0 : 1).run();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                delete();
                event.consume();
            } else if (event.getCode() == KeyCode.F2) {
                rename();
                event.consume();
            }
        });
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && onRow(event)) {
                open();
            }
        });
        ContextMenu menu = new ContextMenu();
        commands.forEach(command -> menu.getItems().add(CommandButtons.menuItem(command)));
        table.setContextMenu(menu);
    }

    private static boolean onRow(MouseEvent event) {
        for (Node at = event.getPickResult().getIntersectedNode(); at != null; at = at.getParent()) {
            if (at instanceof javafx.scene.control.TableRow<?> row) {
                return !row.isEmpty();
            }
        }
        return false;
    }

    private void count() {
        filter.setCount(table.count());
    }

    private static Node noHit() {
        Label label = new Label("No run passes the filter. Take a condition away.");
        label.getStyleClass().add("muted");
        return label;
    }

    /** What fits how many runs there are and how much room. */
    private void display() {
        if (!library.loadedProperty().get()) {
            ProgressIndicator wheel = new ProgressIndicator();
            wheel.setMaxSize(32, 32);
            wheel.setAccessibleText("Reading the kept runs");
            show(wheel, false);
        } else if (library.runs().isEmpty()) {
            Button make = new Button("Run a case study", new FontIcon("ci-play-filled"));
            make.setId("runs-make");
            make.setOnAction(_ -> context.target().makeRuns());
            show(new EmptyState("ci-chart-multi-line", "No runs yet",
                    "Every run made here or on the command line is kept with its parameters, data, seed, machine and "
                            + "figures, so that runs can be compared and made again. They are kept in "
                            + library.store().folder() + ".",
                    make), false);
        } else {
            show(list, getWidth() == 0 || getWidth() >= NARROW);
        }
    }

    private void show(Node content, boolean beside) {
        if (!place.getChildren().equals(List.of(content))) {
            place.getChildren().setAll(content);
        }
        setRight(beside ? details : null);
    }

    /** Selects one run, with no filter in its way. */
    void reveal(RunRecord run) {
        filter.set("");
        table.select(List.of(run.id()));
        table.scrollTo(table.getSelectionModel().getSelectedIndex());
        table.requestFocus();
    }

    private void open() {
        single().ifPresent(run -> experiment(run).ifPresent(experiment -> library.work(
                () -> library.store().open(run, experiment), result -> context.target().show(run, result), () -> {})));
    }

    private Optional<Experiment> experiment(RunRecord run) {
        Optional<Experiment> found = context.experiment(run.experiment());
        if (found.isEmpty()) {
            problem.accept("This program has no case '" + run.experiment() + "', so run " + run.shortId()
                    + " can be compared but neither opened nor made again.");
        }
        return found;
    }

    private void again() {
        single().ifPresent(run -> experiment(run).ifPresent(experiment -> rerun.start(run, experiment)));
    }

    private void rename() {
        if (single().isPresent() && details.getScene() != null) {
            details.rename();
        }
    }

    private void delete() {
        List<RunRecord> gone = selected();
        if (gone.isEmpty()) {
            return;
        }
        int row = table.getSelectionModel().getSelectedIndices().stream().mapToInt(Integer::intValue).min().orElse(0);
        library.delete(gone, () -> {
            table.getSelectionModel().clearAndSelect(Math.min(row, table.getItems().size() - 1));
            Button undo = new Button("Undo");
            undo.setId("runs-undo");
            undo.setOnAction(_ -> library.restore(gone));
            toasts.show(gone.size() == 1
                    ? "Deleted " + gone.getFirst().name()
                    : "Deleted " + Numbers.whole(gone.size()) + " runs", undo);
        });
    }

    private void folder() {
        single().map(run -> library.store().artifacts(run).getParent()).ifPresent(context.openOutside());
    }

    private void export() {
        List<RunRecord> chosen = selected();
        String suggested = chosen.size() == 1 ? chosen.getFirst().name() + ".json" : "runs.json";
        Optional<Path> file = context.files().save("Export runs", suggested, List.of("json"));
        file.ifPresent(to -> library.work(() -> {
            library.store().export(chosen, to);
            return to;
        }, done -> toasts.show("Saved " + done.getFileName()), () -> {}));
    }
}
