package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.CommandButtons;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.control.Banner;
import dev.sevenstep.studio.control.ChartMenu;
import dev.sevenstep.studio.control.ReportSaving;
import dev.sevenstep.studio.control.Segmented;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.tracking.ModelRegistry;
import dev.sevenstep.tracking.RunRecord;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The kept runs and what is made of them. Reads the store when {@link #refresh} is called. */
public final class RunsView extends BorderPane {

    /** What is shown. */
    private enum Page {
        RUNS("All runs"), COMPARE("Compare"), SWEEPS("Sweeps"), MODELS("Models");

        private final String title;

        Page(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Logical pixels below which the pages need the room of words. */
    private static final double NARROW = 640;

    private final RunsContext context;
    private final RunLibrary library;
    private final RunsPage runs;
    private final ComparePage comparison;
    private final SweepsPage sweeps;
    private final ModelsPage models;
    private final Command report;
    private final VBox messages = new VBox();
    private final StackPane place = new StackPane();
    private final Segmented<Page> pages = new Segmented<>(List.of(Page.values()), Page::title, Page.RUNS);

    public RunsView(RunsContext context) {
        this.context = context;
        ToastHost toasts = new ToastHost();
        library = new RunLibrary(context.store(), new ModelRegistry(context.store(), context.clock()),
                context.executor(), this::problem);
        Rerun rerun = new Rerun(context.executor(), System::nanoTime,
                Math.max(1, Runtime.getRuntime().availableProcessors()));
        ChartFonts fonts = new ChartFonts();
        ObservableValue<ChartTheme> charts = context.theme().darkProperty()
                .map(dark -> new ChartTheme(dark ? Palette.DARK : Palette.LIGHT, fonts))
                // The theme outlives a closed tab.
                .when(sceneProperty().map(_ -> true).orElse(false));
        Parts parts = new Parts(context, library, charts,
                new ChartMenu.Services(context.executor(), context.theme(), context.paper(), context.files(),
                        toasts::show, this::problem),
                toasts::show, this::problem);
        runs = new RunsPage(context, library, toasts, rerun, this::compare, this::makeModel,
                this::problem);
        comparison = new ComparePage(parts, () -> pages.setValue(Page.RUNS));
        sweeps = new SweepsPage(parts, this::open);
        models = new ModelsPage(parts);
        getStyleClass().add("runs-view");
        getStylesheets().add(sheet());
        ObservableValue<Optional<ReportOffer>> offer = pages.valueProperty().flatMap(this::offer);
        ReportSaving reports = new ReportSaving(context.exporter(), context.executor(), context.files(),
                context.pages(), context.openOutside(), toasts, this::problem);
        report = Command.of("runs.report", "Export runs as PDF…", "ci-document-pdf", Menu.FILE,
                () -> offer.getValue().ifPresent(it -> reports.save(it.title(), it.report())))
                .when(Bindings.createBooleanBinding(() -> offer.getValue().isPresent(), offer));
        Button export = CommandButtons.labelled(report);
        export.setMinWidth(USE_PREF_SIZE);
        export.contentDisplayProperty().bind(widthProperty().map(width -> width.doubleValue() < NARROW
                ? ContentDisplay.GRAPHIC_ONLY
                : ContentDisplay.LEFT));
        pages.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        BorderPane bar = new BorderPane(pages);
        bar.setRight(export);
        bar.getStyleClass().add("runs-pages");
        pages.setId("runs-pages");
        pages.valueProperty().subscribe(this::display);
        VBox.setVgrow(place, Priority.ALWAYS);
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        setTop(bar);
        setCenter(new StackPane(new VBox(messages, place), toasts));
        library.damagedProperty().subscribe(this::damaged);
    }

    private static String sheet() {
        URL found = RunsView.class.getResource("runs.css");
        return Objects.requireNonNull(found, "runs.css").toExternalForm();
    }

    /** What a report of a page would tell about. */
    private ObservableValue<Optional<ReportOffer>> offer(Page page) {
        return switch (page) {
            case RUNS -> runs.reportProperty();
            case COMPARE -> comparison.reportProperty();
            case SWEEPS -> sweeps.report();
            case MODELS -> new SimpleObjectProperty<>(Optional.empty());
        };
    }

    private void display(Page page) {
        place.getChildren().setAll(switch (page) {
            case RUNS -> runs;
            case COMPARE -> comparison;
            case SWEEPS -> sweeps;
            case MODELS -> models;
        });
    }

    /** Reads the store again, in the background. */
    public void refresh() {
        library.load();
        sweeps.load();
    }

    /** A run that was just kept. */
    public void added(RunRecord run) {
        library.added(run);
    }

    /** What can be done here, for menus and keys. */
    public List<Command> commands() {
        List<Command> all = new ArrayList<>(runs.commands());
        all.add(report);
        all.add(page("runs.list", "All kept runs", "ci-data-table", Page.RUNS));
        all.add(page("runs.sweeps", "Sweeps of parameters", "ci-chart-scatter", Page.SWEEPS));
        all.add(page("runs.models", "Model versions", "ci-change-catalog", Page.MODELS));
        return List.copyOf(all);
    }

    private Command page(String id, String label, String icon, Page page) {
        return Command.of(id, label, icon, Menu.RUN, () -> {
            context.target().front();
            pages.setValue(page);
        });
    }

    private void makeModel(RunRecord run) {
        pages.setValue(Page.MODELS);
        models.offer(run);
    }

    /** Shows one run among all of them. */
    private void open(RunRecord run) {
        pages.setValue(Page.RUNS);
        runs.reveal(run);
    }

    private void compare(List<RunRecord> chosen) {
        comparison.show(chosen);
        pages.setValue(Page.COMPARE);
    }

    private void problem(String words) {
        message(Banner.Tone.ERROR, "That did not work", words, "runs-problem");
    }

    private void damaged(List<String> problems) {
        messages.getChildren().removeIf(message -> "runs-damaged".equals(message.getId()));
        if (!problems.isEmpty()) {
            message(Banner.Tone.WARNING, problems.size() == 1
                    ? "One run could not be read"
                    : problems.size() + " runs could not be read",
                    problems.getFirst() + ". The others are listed.", "runs-damaged");
        }
    }

    private void message(Banner.Tone tone, String title, String words, String id) {
        messages.getChildren().removeIf(message -> id.equals(message.getId()));
        Banner[] made = new Banner[1];
        made[0] = new Banner(tone, title, words, () -> messages.getChildren().remove(made[0]));
        made[0].setId(id);
        messages.getChildren().add(made[0]);
    }
}
