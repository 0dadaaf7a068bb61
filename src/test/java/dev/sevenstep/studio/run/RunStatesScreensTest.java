package dev.sevenstep.studio.run;

import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.task.StageLog;
import java.time.Clock;
import javafx.scene.Parent;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures of every state of the run view: before, during and after a run, with mistakes, small and large, light and dark. */
@Tag("screens")
@SuppressWarnings("NullAway.Init")
class RunStatesScreensTest extends WindowTest {
    @AutoClose
    private RunFixture window;
    private final SampleExperiment experiment = new SampleExperiment();
    private final Experiment fraud = CaseStudies.all(Clock.systemUTC()).getFirst();
    private RunView view;

    @Override
    public void start(Stage stage) {
        window = new RunFixture(stage, List.of(experiment, fraud));
        view = window.view;
    }

    private void shoot(String name) {
        for (int[] size : new int[][]{{1280, 800}, {1920, 1080}}) {
            for (Theme.Mode mode : new Theme.Mode[]{Theme.Mode.LIGHT, Theme.Mode.DARK}) {
                interact(() -> {
                    window.theme.modeProperty().set(mode);
                    view.resizeRelocate(0, 0, size[0], size[1]);
                });
                Await.settled();
                Await.charts(view);
                String file = "run-state-" + name + "-" + size[0] + "-" + mode.name().toLowerCase(Locale.ROOT);
                interact(() -> Screen.save(view, file));
            }
        }
    }

    /** The fraud case itself, at every interface size; rows of missed fraud with the reasons for one of them. */
    @Test
    void real() throws Exception {
        RunResult result = fraud.run(ParameterValues.of(fraud.parameters()).with("customers", "1000")
                .with("terminals", "2000").with("replicates", "100"), 7, 2, new StageLog(System::nanoTime, _ -> {}));
        interact(() -> view.open(fraud.id()));
        interact(() -> view.show(result));
        Await.until(() -> view.result().isPresent());
        for (ImageScreensTest.Window size : ImageScreensTest.Window.ALL) {
            interact(() -> size.resize(view));
            lookup(".run-sides .toggle-button.last").<ToggleButton>tryQuery()
                    .ifPresent(results -> interact(results::fire));
            Await.until(() -> lookup("#records").tryQuery().isPresent());
            interact(() -> lookup("#records").queryTableView().getSelectionModel().select(0));
            for (Theme.Mode mode : size.modes()) {
                interact(() -> window.theme.modeProperty().set(mode));
                Await.settled();
                Await.charts(view);
                String file = "fraud-" + size.name() + "-" + mode.name().toLowerCase(Locale.ROOT);
                interact(() -> Screen.save(view, file, size.size() / 100.0));
                interact(() -> Screen.save((Parent) view.lookup(".card-grid"), file + "-whole", size.size() / 100.0));
            }
        }
    }

    private void type(String field, String text) {
        interact(() -> ((TextField) view.lookup(field)).setText(text));
    }

    private void run(int steps) {
        experiment.steps.drainPermits();
        experiment.steps.release(steps);
        interact(view::start);
    }

    private void click(String chart, double value) {
        Await.charts(view);
        ChartPane pane = (ChartPane) view.lookup(chart);
        pane.pictureProperty().get().ifPresent(picture -> {
            Point2D place = pane.localToScene(picture.x(value), picture.area().getMinY() + 9);
            interact(() -> pane.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, place.getX(), place.getY(), 0, 0,
                    MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true, null)));
        });
    }

    @Test
    void states() {
        shoot("empty");
        type("#parameter-rows", "12x");
        shoot("wrong");
        type("#parameter-rows", "4000");
        type("#parameter-data", "cards.csv");
        run(10);
        Await.until(() -> view.lookup("#run-problem") != null);
        shoot("error");
        type("#parameter-data", "");
        run(3);
        shoot("running");
        cancel();
        shoot("cancelled");
        run(10);
        Await.until(() -> view.result().isPresent());
        shoot("result");
        click("#chart-precision_recall .chart-pane", 0.4);
        shoot("region");
        click("#chart-calibration .chart-pane", 0.45);
        shoot("bin");
        interact(() -> ((ToggleButton) view.lookup("#chart-precision_recall .toggle-button.last")).fire());
        shoot("roc");
        type("#parameter-missed", "200");
        shoot("stale");
        run(3);
        shoot("running-again");
        cancel();
        shoot("cancelled-again");
    }

    private void cancel() {
        interact(view::cancel);
        Await.until(() -> !view.runningProperty().get());
    }
}
