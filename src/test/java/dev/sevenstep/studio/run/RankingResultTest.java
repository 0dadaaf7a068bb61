package dev.sevenstep.studio.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.task.StageLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A result that ends in a ranking has no threshold to drag; the window shows what it has. */
@Tag("fx")
@SuppressWarnings("NullAway.Init")
class RankingResultTest extends ApplicationTest {
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final List<Experiment> experiments = CaseStudies.all(Clock.systemUTC());
    private RunView view;
    private Scene scene;

    @Override
    public void start(Stage stage) {
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        FileDialogs none = new FileDialogs() {
            @Override
            public Optional<Path> open(String title, List<String> extensions) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> save(String title, String suggestedName, List<String> extensions) {
                return Optional.empty();
            }
        };
        view = new RunView(experiments, executor, theme, none, _ -> {});
        scene = new Scene(view, 1280, 900);
        theme.install(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void isShownWithoutAThreshold() throws Exception {
        Experiment experiment = experiments.stream().filter(e -> e.id().equals("recommendation")).findFirst()
                .orElseThrow();
        RunResult result = experiment.run(ParameterValues.of(experiment.parameters())
                .with("approaches", "popularity,item-knn,ease").with("replicates", "20"), 7, 2,
                new StageLog(System::nanoTime, _ -> {}));
        interact(() -> view.open("recommendation"));
        interact(() -> view.show(result));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> view.result().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(result, view.result().orElseThrow());
        ListView<String> first = lookup("#ranking-list-first").queryListView();
        ListView<String> second = lookup("#ranking-list-second").queryListView();
        assertEquals(20, first.getItems().size());
        assertNotEquals(first.getItems(), second.getItems(), "popularity and EASE");
        Label because = lookup(".label").<Label>queryAll().stream()
                .filter(label -> label.getText().startsWith("Choose a line")).toList().getLast();
        interact(() -> second.getSelectionModel().select(0));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> because.getText().startsWith("Because of "));
        interact(() -> Screen.save(scene, "run-recommendation"));
        ComboBox<String> user = lookup("#ranking-user").queryComboBox();
        List<String> before = List.copyOf(second.getItems());
        interact(() -> user.getSelectionModel().select(5));
        assertNotEquals(before, second.getItems());
        assertTrue(lookup("#chart-precision_recall .threshold").tryQuery().filter(Node::isVisible).isEmpty());
    }

    @Test
    void approachesAreTickedAndThousandsStandApart() {
        interact(() -> view.open("recommendation"));
        TextField users = lookup("#parameter-testUsers").query();
        assertEquals("5,000", users.getText());
        clickOn(users).eraseText(5).write("2500");
        clickOn("#parameter-likedFrom");
        assertEquals("2,500", users.getText());
        CheckBox all = lookup("#parameter-approaches-all").query();
        CheckBox bpr = lookup("#parameter-approaches-bpr").query();
        assertTrue(all.isSelected() && bpr.isSelected());
        interact(bpr::fire);
        assertTrue(all.isIndeterminate());
        interact(all::fire);
        interact(all::fire);
        assertFalse(bpr.isSelected());
        assertEquals("choose at least one", lookup("#error-approaches").<Label>query().getText());
        assertTrue(lookup("#run-start").query().isDisabled());
        interact(bpr::fire);
        assertFalse(lookup("#run-start").query().isDisabled());
    }
}
