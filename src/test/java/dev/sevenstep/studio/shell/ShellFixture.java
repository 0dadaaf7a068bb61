package dev.sevenstep.studio.shell;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignStore;
import dev.sevenstep.design.io.ManualScheduler;
import dev.sevenstep.design.io.TroubledDisk;
import dev.sevenstep.studio.AnsweredDialogs;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** A window with a folder of its own for settings, and file dialogs that a test answers. */
final class ShellFixture implements AutoCloseable {
    final AnsweredDialogs files = new AnsweredDialogs();
    final Settings settings;
    final Theme theme = new Theme();
    final BackgroundWork work = new BackgroundWork();
    final List<Path> openedOutside = new ArrayList<>();
    final ManualScheduler keeping = new ManualScheduler();
    /** Tells the window that something takes long. */
    final ManualScheduler patience = new ManualScheduler();
    final DesignStore store;
    final RunStore runs;
    final Workspaces workspaces;
    /** The first document. */
    final Shell shell;
    final Scene scene;
    boolean quit;

    /** A window on the screen. */
    ShellFixture(Stage stage, Path folder, double width, double height) {
        this(stage, folder, width, height, false);
    }

    /** As {@link #ShellFixture(Stage, Path, double, double)}, on a disk of the test's own. */
    ShellFixture(Stage stage, Path folder, double width, double height, TroubledDisk disk) {
        this(stage, folder, width, height, false, clock -> disk.store(folder, clock));
    }

    /**
     * @param larger whether the shell may be larger than its window, for pictures larger than the headless screen
     */
    ShellFixture(Stage stage, Path folder, double width, double height, boolean larger) {
        this(stage, folder, width, height, larger, clock -> new DesignStore(folder, clock));
    }

    private ShellFixture(Stage stage, Path folder, double width, double height, boolean larger,
            Function<Clock, DesignStore> storing) {
        settings = new Settings(folder);
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
        store = storing.apply(clock);
        runs = new RunStore(folder.resolve("runs"), clock, UUID::randomUUID, "");
        // Tests of windows close them all; the next test needs JavaFX again.
        Platform.setImplicitExit(false);
        theme.modeProperty().bindBidirectional(settings.modeProperty());
        workspaces = new Workspaces(
                new ShellContext(CatalogueReader.bundled(), () -> CaseStudies.all(clock), settings, theme,
                        files, store, keeping, patience, work, clock, openedOutside::add, runs),
                () -> quit = true);
        shell = workspaces.start(stage, width, height);
        theme.modeProperty().set(Theme.Mode.LIGHT);
        scene = stage.getScene();
        if (larger) {
            Region content = (Region) scene.getRoot();
            content.setManaged(false);
            scene.setRoot(new Pane());
            ((Pane) scene.getRoot()).getChildren().add(content);
            content.resize(width, height);
            stage.setWidth(900);
            stage.setHeight(700);
        } else {
            // An earlier test may have given the window a size of its own.
            stage.sizeToScene();
        }
        stage.setX(0);
        stage.setY(0);
        stage.show();
        workspaces.resume();
    }

    /** The content of the first window. */
    Workspace workspace() {
        return workspaces.windows().getFirst();
    }

    /** The document in hand. */
    Shell shown() {
        return workspace().current().orElseThrow();
    }

    /** Opens a file from the document in hand. */
    void open(Path file) {
        shown().open(List.of(file));
    }

    /** As "Quit". */
    void leave() {
        shown().commands().get("file.close").run();
    }

    /** Waits until background work is done and its results are on screen. */
    void settle() {
        Await.until(() -> work.runningProperty().get() == 0);
    }

    @Override
    public void close() {
        workspaces.close();
        work.close();
    }
}
