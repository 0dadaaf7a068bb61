package dev.sevenstep.studio.shell;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.run.RunView;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.ModelGate;
import dev.sevenstep.tracking.ModelRegistry;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

/**
 * Pictures of the kept runs in every state, with small real ones: listed, filtered to nothing, opened, compared, swept, as models, and
 * none at all; in windows of two sizes and several interface sizes, light and dark. It checks nothing.
 */
@Tag("screens")
class RunsScreensTest extends ShellWindow {
    private static final int RUNS = 19;

    private static Path config;

    private String size = "";
    private double scale;
    /** Both of a usual window, one at a larger interface size. */
    private List<Theme.Mode> modes = List.of();

    private void shoot(FxRobot robot, String name) {
        shoot(robot, "runs-" + name, size, scale, modes);
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> window.shell.commands().get(command).run());
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) window.shell.lookup(id)).fire());
    }

    /** @param percent interface size */
    private void open(FxRobot robot, Path kept, int width, int height, int percent) {
        scale = percent / 100.0;
        size = width + "x" + height + (percent == 100 ? "" : "-" + percent);
        modes = percent == 100
                ? List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)
                : List.of(percent == 200 ? Theme.Mode.DARK : Theme.Mode.LIGHT);
        robot.interact(() -> window = new ShellFixture(stage, kept, width / scale, height / scale, true));
        run(robot, "view.runs");
    }

    @Test
    void none(FxRobot robot) {
        for (int[] wide : new int[][]{{1280, 800, 100}, {1920, 1080, 100}, {1280, 800, 200}}) {
            open(robot, folder.resolve("empty"), wide[0], wide[1], wide[2]);
            Await.until(() -> window.shell.lookup("#runs-make") != null);
            shoot(robot, "none-list");
            for (String page : List.of("Compare", "Sweeps", "Models")) {
                robot.interact(() -> window.shell.lookupAll("#runs-pages .toggle-button").stream()
                        .map(ToggleButton.class::cast).filter(button -> button.getText().equals(page)).findFirst()
                        .orElseThrow().fire());
                shoot(robot, "none-" + page.toLowerCase(Locale.ROOT));
            }
            robot.interact(window::close);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, 100", "1920, 1080, 100", "1280, 800, 125", "1920, 1080, 200", "1920, 1080, 350"})
    void full(int width, int height, int percent, FxRobot robot) {
        open(robot, config, width, height, percent);
        Await.until(() -> window.shell.lookup("#runs-table") instanceof TableView<?> table
                && table.getItems().size() >= RUNS);
        pages(robot);
    }

    private void pages(FxRobot robot) {
        TableView<?> table = (TableView<?>) window.shell.lookup("#runs-table");
        robot.interact(() -> table.getSelectionModel().selectLast());
        shoot(robot, "list");
        filter(robot, "experiment = fraud");
        shoot(robot, "list-fraud");
        filter(robot, "seed = 3");
        shoot(robot, "list-filtered-to-nothing");
        filter(robot, "experiment = = 3");
        shoot(robot, "list-wrong-filter");
        filter(robot, "");
        for (String experiment : List.of("fraud", "recommendation", "image-search")) {
            opened(robot, table, experiment);
        }
        int rows = table.getItems().size();
        robot.interact(() -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectRange(rows - 3, rows);
        });
        run(robot, "runs.compare");
        shoot(robot, "compare");
        run(robot, "runs.sweeps");
        Await.until(() -> sweeps().getItems().size() == 2);
        press(robot, "#sweep-new");
        shoot(robot, "sweep-form");
        robot.interact(() -> sweep("windows"));
        shoot(robot, "sweep");
        robot.interact(() -> sweep("under way"));
        press(robot, "#sweep-resume");
        Await.until(() -> window.shell.lookup("#sweep-stop").isVisible());
        shoot(robot, "sweep-running");
        press(robot, "#sweep-stop");
        Await.until(() -> window.shell.lookup("#sweep-forget").isVisible());
        shoot(robot, "sweep-stopped");
        run(robot, "runs.models");
        robot.interact(() -> ((TableView<?>) window.shell.lookup("#models-table")).getSelectionModel().select(1));
        press(robot, "#model-promote");
        Await.until(() -> !((Label) window.shell.lookup("#model-verdict")).getText().isEmpty());
        shoot(robot, "models");
    }

    private void filter(FxRobot robot, String text) {
        robot.interact(() -> ((TextField) window.shell.lookup("#runs-filter")).setText(text));
        Await.settled();
    }

    /** Shows the newest kept run of a case in the run view, and goes back to the list. */
    private void opened(FxRobot robot, TableView<?> table, String experiment) {
        robot.interact(() -> {
            table.getSelectionModel().clearSelection();
            for (int row = 0; row < table.getItems().size(); row++) {
                if (table.getItems().get(row) instanceof RunRecord run && run.experiment().equals(experiment)) {
                    table.getSelectionModel().select(row);
                    break;
                }
            }
        });
        run(robot, "runs.open");
        Await.until(() -> window.shell.lookup(".run-view") instanceof RunView view
                && view.result().filter(result -> result.experiment().equals(experiment)).isPresent());
        shoot(robot, "opened-" + experiment);
        run(robot, "view.runs");
    }

    @SuppressWarnings("unchecked") // the list of sweeps holds their plans
    private ListView<SweepPlan> sweeps() {
        return (ListView<SweepPlan>) window.shell.lookup("#sweeps-list");
    }

    private void sweep(String name) {
        sweeps().getSelectionModel().select(sweeps().getItems().stream().filter(plan -> plan.name().equals(name))
                .findFirst().orElseThrow());
    }

    /** Runs of all three cases, two sweeps, two versions of a model. */
    @BeforeAll
    static void fill(@TempDir Path made) throws Exception {
        config = made;
        Clock clock = Clock.systemUTC();
        RunStore store = new RunStore(config.resolve("runs"), clock, UUID::randomUUID, "");
        Experiment fraud = CaseStudies.all(clock).getFirst();
        Map<String, String> small = new LinkedHashMap<>(Map.of("customers", "300", "terminals", "600", "days", "60",
                "replicates", "50"));
        List<RunRecord> runs = new ArrayList<>();
        for (String days : List.of("7", "14", "21")) {
            ParameterValues values = ParameterValues.of(fraud.parameters()).with("trainDays", days);
            for (Map.Entry<String, String> parameter : small.entrySet()) {
                values = values.with(parameter.getKey(), parameter.getValue());
            }
            runs.add(store.keep(fraud.run(values, 7, 2, new StageLog(System::nanoTime, _ -> {})), List.of()));
        }
        SweepPlan plan = new SweepPlan("windows", "fraud", small, List.of("trainDays=3..28", "labelDelayDays=1..10"),
                SweepPlan.Method.BAYES, new Sweep.Objective("logistic", "averagePrecision"),
                new Sweep.Budget(12, 3600, 0), 7, "");
        plan.sweep(fraud, 2).run(store, System::nanoTime, new StageLog(System::nanoTime, _ -> {}));
        new SweepStore(store).save(plan.ended("all 12 trials made"));
        underWay(small, 2).sweep(fraud, 2).run(store, System::nanoTime, new StageLog(System::nanoTime, _ -> {}));
        new SweepStore(store).save(underWay(small, 400));
        List<Experiment> others = CaseStudies.all(clock).subList(1, 3);
        store.keep(others.get(0).run(ParameterValues.of(others.get(0).parameters())
                .with("approaches", "popularity,item-knn,als").with("replicates", "50"), 7, 2,
                new StageLog(System::nanoTime, _ -> {})), List.of());
        store.keep(others.get(1).run(ParameterValues.of(others.get(1).parameters()).with("embeddings", "raw,pca")
                .with("replicates", "50"), 7, 2, new StageLog(System::nanoTime, _ -> {})), List.of());
        ModelRegistry registry = new ModelRegistry(store, clock);
        registry.register("card fraud", runs.getFirst(), "logistic");
        registry.register("card fraud", runs.getFirst(), "rules");
        registry.promote(registry.versions("card fraud").getFirst(),
                new ModelGate("averagePrecision", 0, Optional.empty()));
    }

    private static SweepPlan underWay(Map<String, String> small, int trials) {
        return new SweepPlan("under way", "fraud", small,
                List.of("trainDays=3..28", "labelDelayDays=1..10", "features=handbook,extended", "testDays=7"),
                SweepPlan.Method.RANDOM, new Sweep.Objective("forest", "averagePrecision"),
                new Sweep.Budget(trials, 3600, 0), 7, "");
    }
}
