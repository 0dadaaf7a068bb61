package dev.sevenstep.studio.shell;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.run.RunView;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.RunStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/**
 * The pictures of the README, of whole runs with seed 7: {@code target/screens/readme-*.png}, to be looked at and copied to
 * {@code assets}. Run with {@code -Dtest=ReadmeScreensTest -Dtest.excludedGroups=none}.
 */
@Tag("screens")
class ReadmeScreensTest extends ShellWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 840;
    /** Where what is worth seeing needs more room. */
    private static final double TALL = 1060;
    /** So that a word on the picture is about as large as one beside it. */
    private static final double SCALE = 4.0 / 3;
    private static final long SEED = 7;

    private void open(FxRobot robot, double height, Theme.Mode mode, String sample) {
        robot.interact(() -> {
            window = new ShellFixture(stage, folder, WIDTH, height, true);
            window.theme.modeProperty().set(mode);
        });
        window.settle();
        robot.interact(() -> window.shell.session().openUntitled(Samples.open(sample), false));
    }

    private void shoot(FxRobot robot, String name) {
        window.settle();
        Await.charts(window.shell);
        robot.interact(() -> Screen.save(window.shell, "readme-" + name, SCALE));
    }

    private static RunResult run(String experiment, Map<String, String> changed) throws Exception {
        Experiment found = CaseStudies.all(Clock.systemUTC()).stream().filter(each -> each.id().equals(experiment))
                .findFirst().orElseThrow();
        ParameterValues values = ParameterValues.of(found.parameters());
        for (Map.Entry<String, String> parameter : changed.entrySet()) {
            values = values.with(parameter.getKey(), parameter.getValue());
        }
        return found.run(values, SEED, 2, new StageLog(System::nanoTime, _ -> {}));
    }

    private void show(FxRobot robot, RunResult result) {
        robot.interact(() -> window.shell.commands().get("view.run").run());
        RunView view = (RunView) window.shell.lookup(".run-view");
        robot.interact(() -> view.show(result));
        Await.until(() -> view.result().filter(result::equals).isPresent());
    }

    @Test
    void design(FxRobot robot) {
        open(robot, HEIGHT, Theme.Mode.LIGHT, "card-fraud");
        robot.interact(() -> {
            window.shell.show(View.DESIGN);
            window.shell.session().select(Selection.of("scorer"));
        });
        shoot(robot, "design-light");
    }

    @Test
    void fraud(FxRobot robot) throws Exception {
        RunResult result = run("fraud", Map.of());
        open(robot, HEIGHT, Theme.Mode.DARK, "card-fraud");
        show(robot, result);
        shoot(robot, "run-dark");
    }

    @Test
    void recommendation(FxRobot robot) throws Exception {
        RunResult result = run("recommendation", Map.of());
        open(robot, TALL, Theme.Mode.LIGHT, "movie-recommendation");
        show(robot, result);
        Await.until(() -> window.shell.lookup("#ranking-map") != null);
        Node map = window.shell.lookup("#ranking-map");
        // A rectangle in the middle, in shares of the map's sides.
        drag(robot, map, MouseEvent.MOUSE_PRESSED, 0.46, 0.42);
        drag(robot, map, MouseEvent.MOUSE_DRAGGED, 0.58, 0.6);
        drag(robot, map, MouseEvent.MOUSE_RELEASED, 0.58, 0.6);
        shoot(robot, "recommendation-light");
    }

    private static void drag(FxRobot robot, Node map, EventType<MouseEvent> type, double x, double y) {
        Bounds box = map.getLayoutBounds();
        Point2D at = map.localToScene(x * box.getWidth(), y * box.getHeight());
        robot.interact(() -> map.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, false, null)));
    }

    @Test
    void images(FxRobot robot) throws Exception {
        RunResult result = run("image-search", Map.of());
        open(robot, TALL, Theme.Mode.DARK, "image-search");
        show(robot, result);
        Await.until(() -> window.shell.lookup(".picture-tile") != null);
        shoot(robot, "image-search-dark");
    }

    @Test
    void compared(FxRobot robot) throws Exception {
        RunStore store = new RunStore(folder.resolve("runs"), Clock.systemUTC(), UUID::randomUUID, "");
        for (String days : List.of("3", "7", "14", "28")) {
            store.keep(run("fraud", Map.of("customers", "600", "terminals", "1200", "trainDays", days, "replicates",
                    "100")), List.of());
        }
        open(robot, HEIGHT, Theme.Mode.LIGHT, "card-fraud");
        robot.interact(() -> window.shell.commands().get("view.runs").run());
        Await.until(() -> window.shell.lookup("#runs-table") instanceof TableView<?> table
                && table.getItems().size() == 4);
        robot.interact(() -> ((TableView<?>) window.shell.lookup("#runs-table")).getSelectionModel().selectAll());
        robot.interact(() -> window.shell.commands().get("runs.compare").run());
        shoot(robot, "compare-light");
    }
}
