package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.Background;
import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.control.Banner;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.control.Segmented;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.theme.Theme;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Runs case studies and shows their results. One run at a time; each case keeps its parameters and its last result. */
public final class RunView extends BorderPane {
    /** Logical pixels below which parameters and results do not fit beside each other. */
    private static final double NARROW = 700;
    private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");
    static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    /** What a narrow window shows one at a time. */
    private enum Side {
        PARAMETERS("Parameters"), RESULTS("Results");

        private final String title;

        Side(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final List<Experiment> experiments;
    private final RunModel model = new RunModel();
    private final RunSession session;
    private final RunContext context;
    private final Consumer<RunResult> onResult;
    private final RunBoard board;
    private final RankingBoard rankings;
    private final ImageBoard images;
    private final StackPane main = new StackPane();
    private final VBox messages = new VBox();
    private final StackPane layered = new StackPane();
    private final Segmented<Side> sides = new Segmented<>(List.of(Side.values()), Side::title, Side.PARAMETERS);
    private VBox left = new VBox();
    private final ToastHost toasts = new ToastHost();
    private final Map<String, RunSidebar> sidebars = new HashMap<>();
    private final Map<String, Node> previews = new HashMap<>();
    private final Map<String, RunCharts> results = new HashMap<>();
    /** What stands above the results that came from elsewhere. */
    private final Map<String, KeptNotice> notices = new HashMap<>();
    private final ComboBox<Experiment> chooser = new ComboBox<>();
    private Experiment current;

    /**
     * @param experiments the cases to offer, at least one
     * @param executor runs cases and paints charts: needs two threads or more, or charts wait for the run
     * @param onResult told of each result on the JavaFX thread
     * @param onReport asked for a report of the result on screen
     */
    public RunView(List<Experiment> experiments, Executor executor, Theme theme, FileDialogs files,
            Consumer<RunResult> onResult, Consumer<RunResult> onReport) {
        this.experiments = List.copyOf(experiments);
        this.onResult = onResult;
        ChartFonts fonts = new ChartFonts();
        ObservableValue<ChartTheme> charts = theme.darkProperty()
                .map(dark -> new ChartTheme(dark ? Palette.DARK : Palette.LIGHT, fonts))
                // The theme outlives a closed tab.
                .when(sceneProperty().map(_ -> true).orElse(false));
        context = new RunContext(model, executor, theme, charts, new ChartTheme(Palette.PRINT, fonts), files,
                toasts::show, words -> problem("That did not work", words),
                Command.of("run.report", "Export run as PDF…", "ci-document-pdf", Menu.FILE,
                        () -> shown().ifPresent(onReport))
                        .when(Bindings.createBooleanBinding(() -> shown().isPresent(), model.chartsProperty(),
                                chooser.valueProperty())));
        session = new RunSession(executor, System::nanoTime, Math.max(1, Runtime.getRuntime().availableProcessors()),
                (done, _) -> result(done), failure -> problem("The run stopped", RunSidebar.words(failure)),
                () -> toasts.show("Run cancelled"));
        board = new RunBoard(context);
        rankings = new RankingBoard(context);
        images = new ImageBoard(context);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.leaveRegion()) {
                event.consume();
            }
        });
        getStyleClass().add("run-view");
        getStylesheets().add(sheet());
        VBox.setVgrow(main, Priority.ALWAYS);
        VBox column = new VBox(messages, main);
        layered.getChildren().setAll(column, toasts);
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        sides.getStyleClass().add("run-sides");
        sides.valueProperty().subscribe(_ -> place());
        widthProperty().subscribe(_ -> place());
        // What went wrong before says nothing about the run that begins.
        session.runningProperty().subscribe(running -> {
            if (running) {
                // Beside it the run would be timed too slow.
                rankings.stopLearning();
                messages.getChildren().clear();
            }
        });
        current = this.experiments.getFirst();
        fillChooser();
        open(current.id());
    }

    static String sheet() {
        URL found = RunView.class.getResource("run.css");
        if (found == null) {
            throw new IllegalStateException("run.css is missing from the program");
        }
        return found.toExternalForm();
    }

    private void fillChooser() {
        chooser.setId("run-case");
        chooser.setAccessibleText("Case study");
        chooser.setMaxWidth(Double.MAX_VALUE);
        VBox.setMargin(chooser, new Insets(10, 12, 0, 12));
        chooser.getItems().setAll(experiments);
        chooser.setConverter(new StringConverter<>() {
            @Override
            public String toString(Experiment experiment) {
                return experiment == null ? "" : experiment.title();
            }

            @Override
            public Experiment fromString(String text) {
                return experiments.stream().filter(e -> e.title().equals(text)).findFirst().orElseThrow();
            }
        });
        chooser.disableProperty().bind(session.runningProperty());
        chooser.setOnAction(_ -> open(chooser.getValue().id()));
    }

    /**
     * Shows a case, with its last result if it has one.
     *
     * @throws IllegalArgumentException when there is no such case
     */
    public void open(String id) {
        current = experiment(id);
        chooser.setValue(current);
        RunSidebar sidebar = sidebar();
        left = experiments.size() > 1 ? new VBox(chooser, sidebar) : new VBox(sidebar);
        left.getStyleClass().add("run-left");
        VBox.setVgrow(sidebar, javafx.scene.layout.Priority.ALWAYS);
        place();
        Optional<RunCharts> kept = Optional.ofNullable(results.get(id));
        kept.ifPresent(model::show);
        main.getChildren().setAll(kept.map(this::noticed).orElseGet(this::preview));
    }

    private Experiment experiment(String id) {
        return experiments.stream().filter(experiment -> experiment.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case study " + id));
    }

    /** Beside each other, or in a narrow window one or the other. */
    private void place() {
        boolean narrow = getWidth() > 0 && getWidth() < NARROW;
        pseudoClassStateChanged(NARROW_STATE, narrow);
        setTop(narrow ? sides : null);
        // One place at a time: a node cannot stand in two.
        setLeft(null);
        setCenter(narrow && sides.getValue() == Side.PARAMETERS ? left : layered);
        setLeft(narrow ? null : left);
    }

    private RunSidebar sidebar() {
        Experiment experiment = current;
        return sidebars.computeIfAbsent(experiment.id(), _ -> new RunSidebar(experiment, context, session));
    }

    private static Node scrolling(RunPreview preview) {
        ScrollPane scroll = new ScrollPane(preview);
        scroll.getStyleClass().addAll("edge-to-edge", "run-board");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private Node preview() {
        Experiment experiment = current;
        RunSidebar sidebar = sidebar();
        return previews.computeIfAbsent(experiment.id(),
                _ -> scrolling(new RunPreview(experiment, session, sidebar::start)));
    }

    /** Shows a result that came from elsewhere, such as a run opened from disk; its case must be among those offered. */
    public void show(RunResult shown) {
        RunCharts charts = new RunCharts(shown);
        Background.run(context.executor(), () -> {
            shown.approaches().stream().filter(a -> Selection.ran(a) && shown.binary().isPresent())
                    .forEach(charts::sweep);
            return charts;
        }, ready -> {
            results.put(shown.experiment(), ready);
            notices.remove(shown.experiment());
            if (shown.modelsGone()) {
                notices.put(shown.experiment(), new KeptNotice(shown, () -> again(shown),
                        experiment(shown.experiment()).relearning(shown)
                                .map(of -> rankings.learning(shown, of, session.threads()))));
            }
            sides.setValue(Side.RESULTS);
            open(shown.experiment());
            sidebar().adopt(shown);
        });
    }

    /** Says quietly that a result was kept, for as long as it is the one on screen. */
    public void kept(RunResult result, String words) {
        sidebars.computeIfAbsent(result.experiment(), _ -> new RunSidebar(experiment(result.experiment()), context,
                session)).note(result, words);
    }

    /**
     * Says that a result was not kept. It stays on screen whatever happens to the disk.
     *
     * @param again tries once more
     */
    public void notKept(RunResult result, String reason, Runnable again) {
        kept(result, "Not kept");
        Button retry = new Button("Try again");
        retry.setId("run-keep-again");
        Banner[] made = new Banner[1];
        retry.setOnAction(_ -> {
            messages.getChildren().remove(made[0]);
            again.run();
        });
        made[0] = new Banner(Banner.Tone.WARNING, "The run was not kept", reason
                + " Its charts stay here until the next run of this case.",
                () -> messages.getChildren().remove(made[0]),
                retry);
        made[0].setId("run-not-kept");
        messages.getChildren().add(made[0]);
    }

    /** The case on screen. */
    public Experiment experiment() {
        return current;
    }

    /** The result on screen. */
    public Optional<RunResult> result() {
        return model.chartsProperty().get().map(RunCharts::result);
    }

    /** The same, unless it is of another case than is shown. */
    private Optional<RunResult> shown() {
        return result().filter(of -> of.experiment().equals(current.id()));
    }

    /** Whether a run is under way. */
    public ReadOnlyBooleanProperty runningProperty() {
        return session.runningProperty();
    }

    /** Starts the case on screen with the parameters in its form; does nothing while a run is under way. */
    public void start() {
        sidebar().start();
    }

    /** Asks the run under way to stop. */
    public void cancel() {
        session.cancel();
    }

    /** What can be done here, for menus and keys. */
    public List<Command> commands() {
        return List.of(context.report(),
                Command.of("run.start", "Run case study", "ci-play-filled", Menu.RUN, this::start).on("F5")
                        .when(session.runningProperty().not()),
                Command.of("run.cancel", "Cancel run", "ci-stop", Menu.RUN, this::cancel).on("Shift+F5")
                        .when(session.runningProperty()));
    }

    private void result(RunCharts charts) {
        RunResult result = charts.result();
        results.put(result.experiment(), charts);
        notices.remove(result.experiment());
        sides.setValue(Side.RESULTS);
        model.show(charts);
        main.getChildren().setAll(noticed(charts));
        onResult.accept(result);
    }

    private void again(RunResult kept) {
        session.start(experiment(kept.experiment()), kept.parameters(), kept.provenance().seed());
    }

    private Node noticed(RunCharts charts) {
        Node shown = board(charts);
        KeptNotice notice = notices.get(charts.result().experiment());
        if (notice == null) {
            return shown;
        }
        notice.disableProperty().bind(session.runningProperty());
        VBox.setVgrow(shown, Priority.ALWAYS);
        return new VBox(notice, shown);
    }

    /** The cards that fit what a run ends in. */
    private Node board(RunCharts charts) {
        RunResult result = charts.result();
        if (result.binary().isPresent()) {
            return board;
        }
        if (result.images().isPresent()) {
            images.show(result, result.images().get());
            return images;
        }
        rankings.show(charts);
        return rankings;
    }

    private void problem(String title, String words) {
        sides.setValue(Side.RESULTS);
        Banner[] made = new Banner[1];
        made[0] = new Banner(Banner.Tone.ERROR, title, words,
                () -> messages.getChildren().remove(made[0]));
        made[0].setId("run-problem");
        messages.getChildren().setAll(made[0]);
    }
}
