package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.AnsweredDialogs;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The run view in a light window, and what it handed on. */
final class RunFixture implements AutoCloseable {
    final AnsweredDialogs files = new AnsweredDialogs();
    final List<RunResult> results = new ArrayList<>();
    final List<RunResult> reported = new ArrayList<>();
    final Theme theme = new Theme();
    final RunView view;
    final Scene scene;
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(3, 3, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>());

    /** A view that fills its window. */
    RunFixture(Stage stage, List<Experiment> experiments, double width, double height) {
        view = view(experiments);
        scene = show(stage, view, width, height);
    }

    /** A view that may be larger than its window, for pictures larger than the headless screen: its size is set by the test. */
    RunFixture(Stage stage, List<Experiment> experiments) {
        view = view(experiments);
        view.setManaged(false);
        scene = show(stage, new StackPane(view), 900, 700);
    }

    private RunView view(List<Experiment> experiments) {
        return new RunView(experiments, executor, theme, files, results::add, reported::add);
    }

    private Scene show(Stage stage, Parent root, double width, double height) {
        Scene shown = new Scene(root, width, height);
        theme.modeProperty().set(Theme.Mode.LIGHT);
        theme.install(shown);
        stage.setScene(shown);
        stage.sizeToScene();
        stage.show();
        return shown;
    }

    /** Waits until nothing is worked out any more, and what was is on screen. */
    void settle() {
        Await.settled();
        Await.until(() -> executor.getActiveCount() == 0 && executor.getQueue().isEmpty());
        Await.charts(view);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
