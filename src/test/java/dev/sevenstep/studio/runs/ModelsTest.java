package dev.sevenstep.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.studio.Accessible;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FocusRing;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.tracking.ModelRegistry;
import dev.sevenstep.tracking.ModelVersion;
import dev.sevenstep.tracking.RunRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableColumn;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of models: made from a run, promoted through the gate, refused by it with the figure. */
@Tag("fx")
@SuppressWarnings("NullAway.Init")
class ModelsTest extends WindowTest {
    @TempDir
    private Path folder;
    @AutoClose
    private RunsFixture window;

    @Override
    public void start(Stage stage) {
        window = new RunsFixture(stage, folder);
    }

    private ModelRegistry registry() {
        return new ModelRegistry(window.store, Clock.systemUTC());
    }

    private TableView<?> versions() {
        return Await.onFx(() -> (TableView<?>) window.view.lookup("#models-table"));
    }

    private ModelVersion.Stage stage(int version) {
        return registry().versions("scorer").get(version - 1).stage();
    }

    private void promote(int version) {
        interact(() -> {
            versions().getSelectionModel().clearAndSelect(version - 1);
            ((Button) window.view.lookup("#model-promote")).fire();
        });
    }

    private String verdict() {
        return lookup("#model-verdict").<Label>query().getText();
    }

    @Test
    void aVersionIsMadeOfARun() {
        window.keep(1);
        window.load(1);
        interact(() -> {
            window.table().getSelectionModel().select(0);
            window.run("runs.model");
        });
        Await.until(() -> window.view.lookup("#model-name") != null);
        interact(() -> {
            ((TextField) window.view.lookup("#model-name")).setText("scorer");
            ((Button) window.view.lookup("#model-add")).fire();
        });
        Await.until(() -> versions() != null && versions().getItems().size() == 1);
        assertEquals("trees", registry().versions("scorer").getFirst().approach());
    }

    @Test
    void theGateRefusesTheWorseAndSaysByHowMuch() {
        RunRecord run = window.keep(1, "rows=2000");
        registry().register("scorer", run, "trees");
        registry().register("scorer", run, "rules");
        window.load(1);
        interact(() -> window.run("runs.models"));
        Await.until(() -> versions() != null && versions().getItems().size() == 2);
        promote(1);
        Await.until(() -> stage(1) == ModelVersion.Stage.PRODUCTION
                && window.view.lookup("#model-retire") != null && verdict().contains("in production"));
        promote(2);
        Await.until(() -> verdict().contains("worse than"));
        double by = value(run, "trees") - value(run, "rules");
        assertTrue(verdict().contains("by " + String.format(Locale.ROOT, "%.3f", by)), verdict());
        assertEquals(ModelVersion.Stage.CANDIDATE, stage(2));
        interact(() -> ((TextField) window.view.lookup("#gate-tolerance")).setText("1"));
        promote(2);
        Await.until(() -> stage(2) == ModelVersion.Stage.PRODUCTION);
        Await.until(() -> stage(1) == ModelVersion.Stage.RETIRED);
        interact(() -> {
            versions().getSelectionModel().select(1);
            ((Button) window.view.lookup("#model-retire")).fire();
        });
        Await.until(() -> stage(2) == ModelVersion.Stage.RETIRED);
        interact(() -> window.view.getScene().getWindow().setWidth(1_280));
        Await.settled();
        assertTrue(Await.onFx(() -> versions().getColumns().stream().mapToDouble(TableColumn::getWidth)
                .sum()) <= versions().getWidth(), "nothing of it needs scrolling");
    }

    private static double value(RunRecord run, String approach) {
        return run.metric(approach, "averagePrecision").map(Estimate::value).orElseThrow();
    }

    @Test
    void everythingHasWordsAndARing() {
        RunRecord run = window.keep(1);
        registry().register("scorer", run, "trees");
        window.load(1);
        interact(() -> {
            window.table().getSelectionModel().select(0);
            window.run("runs.model");
        });
        Await.until(() -> versions() != null && versions().getItems().size() == 1);
        interact(() -> {
            versions().getSelectionModel().select(0);
            versions().requestFocus();
            assertEquals(List.of(), Accessible.findings(window.view));
            assertEquals(List.of(), FocusRing.missing((Parent) window.view.lookup("#models-page")));
        });
    }
}
