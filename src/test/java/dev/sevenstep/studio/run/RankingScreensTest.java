package dev.sevenstep.studio.run;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.task.StageLog;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures of the default run of the recommendation case: every part of the board, small and large, light and dark. */
@Tag("screens")
@SuppressWarnings("NullAway.Init")
class RankingScreensTest extends WindowTest {

    @AutoClose
    private RunFixture fixture;
    private final List<Experiment> experiments = CaseStudies.all(Clock.systemUTC());
    private RunView view;

    @Override
    public void start(Stage stage) {
        fixture = new RunFixture(stage, experiments);
        view = fixture.view;
    }

    private void shoot(String name) {
        for (ImageScreensTest.Window window : ImageScreensTest.Window.ALL) {
            interact(() -> window.resize(view));
            lookup(".run-sides .toggle-button.last").<ToggleButton>tryQuery()
                    .ifPresent(results -> interact(results::fire));
            for (Theme.Mode mode : window.modes()) {
                interact(() -> fixture.theme.modeProperty().set(mode));
                fixture.settle();
                String file = "ranking-" + name + "-" + window.name() + "-" + mode.name().toLowerCase(Locale.ROOT);
                interact(() -> Screen.save(view, file, window.size() / 100.0));
                interact(() -> lookup("#ranking-board .card-grid").tryQuery()
                        .ifPresent(grid -> Screen.save((Parent) grid, file + "-whole", window.size() / 100.0)));
            }
        }
    }

    /** From and to in shares of the width and the height. */
    private void drag(MapPane map, double fromX, double fromY, double toX, double toY) {
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_DRAGGED,
                MouseEvent.MOUSE_RELEASED)) {
            boolean first = type.equals(MouseEvent.MOUSE_PRESSED);
            Point2D at = map.localToScene((first ? fromX : toX) * map.getWidth(),
                    (first ? fromY : toY) * map.getHeight());
            interact(() -> map.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                    MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, first,
                    null)));
        }
    }

    @Test
    void board() throws Exception {
        Experiment experiment = experiments.stream().filter(e -> e.id().equals("recommendation")).findFirst()
                .orElseThrow();
        RunResult result = experiment.run(ParameterValues.of(experiment.parameters()), 7, 2,
                new StageLog(System::nanoTime, _ -> {}));
        interact(() -> view.open("recommendation"));
        interact(() -> view.show(result));
        Await.until(() -> view.result().isPresent());
        interact(() -> view.resizeRelocate(0, 0, 1280, 800));
        Await.until(() -> lookup("#cold-start-card .chart-pane").tryQuery()
                .filter(pane -> ((ChartPane) pane).chart().isPresent()).isPresent());
        shoot("whole");
        Slider hidden = lookup("#ranking-hidden").query();
        Slider candidates = lookup("#candidates").query();
        interact(() -> {
            hidden.setValue(20);
            candidates.setValue(7);
            lookup("#candidates-pin").queryButton().fire();
            candidates.setValue(2);
        });
        MapPane map = lookup("#ranking-map").query();
        drag(map, 0.4, 0.3, 0.65, 0.6);
        fixture.settle();
        shoot("hidden");
    }

    @Test
    void compression() throws Exception {
        Experiment experiment = experiments.stream().filter(e -> e.id().equals("image-compression")).findFirst()
                .orElseThrow();
        RunResult result = experiment.run(ParameterValues.of(experiment.parameters()).with("epochs", "4"), 7, 2,
                new StageLog(System::nanoTime, _ -> {}));
        interact(() -> view.open("image-compression"));
        interact(() -> view.show(result));
        Await.until(() -> view.result().isPresent());
        interact(() -> view.resizeRelocate(0, 0, 1280, 800));
        ChartPane pane = lookup("#cost-card .chart-pane").query();
        Await.until(() -> pane.pictureProperty().get().isPresent());
        fixture.settle();
        interact(() -> pane.tell("int8"));
        interact(() -> Screen.save(view, "compression-told"));
        shoot("compression");
    }
}
