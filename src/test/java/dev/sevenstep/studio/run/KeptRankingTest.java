package dev.sevenstep.studio.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Accessible;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FocusRing;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept run that ends in a ranking: what it still shows, and what is learnt again. */
@Tag("fx")
class KeptRankingTest extends RankingWindow {
    /** What needs a model says so; the rest is as it was. */
    @Test
    void aKeptRunShowsItsListsAndCanBeMadeAgain(@TempDir Path folder) throws Exception {
        RunStore store = new RunStore(folder, Clock.systemUTC(), UUID::randomUUID, "");
        Experiment experiment = experiments.stream().filter(e -> e.id().equals("recommendation")).findFirst()
                .orElseThrow();
        RunResult before = sample();
        RunRecord run = store.keep(new RunResult(before.experiment(), before.title(),
                ParameterValues.of(experiment.parameters()).with("protocol", "ratings").with("replicates", "0"),
                before.dataset(), before.metrics(), before.approaches(), before.stages(), before.binary(),
                before.ranking(), before.images(), before.provenance()), List.of());
        interact(() -> view.getScene().getWindow().setWidth(600));
        show(store.open(run, experiment));
        Await.until(() -> lookup("#kept-notice").tryQuery().isPresent());
        interact(() -> view.getScene().getWindow().setWidth(1_280));
        assertEquals(4, items("#ranking-list-first").getFirst());
        assertTrue(lookup("#ranking-hidden").query().isDisabled());
        Await.until(() -> lookup("#cold-start-card .chart-pane").<ChartPane>query().chart().isPresent());
        Slider slider = lookup("#candidates").query();
        assertEquals(2, slider.getMax(), "the three numbers that the run measured");
        interact(() -> slider.setValue(0));
        assertTrue(lookup("#candidates-state").<Label>query().getText().startsWith("recall 0.3200"));
        interact(() -> lookup("#ranking-user").queryComboBox().getSelectionModel().select(1));
        assertEquals(5, items("#ranking-list-first").getFirst(), "every test user's lists are kept");
        Button again = lookup("#kept-again").query();
        assertEquals("Run again with seed 7", again.getText());
        interact(() -> {
            assertEquals(List.of(), Accessible.findings(view));
            assertEquals(List.of(), FocusRing.missing((Parent) again.getParent()));
        });
        interact(again::fire);
        Await.until(() -> !view.runningProperty().get());
        assertTrue(lookup("#kept-notice").tryQuery().isEmpty(), "a run of now has its models");
    }

    /** The models of a kept run come back without the run being made again, and whoever is looked at stays. */
    @Test
    void modelsOfAKeptRunAreLearntAgain(@TempDir Path folder) throws Exception {
        RunStore store = new RunStore(folder, Clock.systemUTC(), UUID::randomUUID, "");
        Experiment experiment = experiments.stream().filter(e -> e.id().equals("recommendation")).findFirst()
                .orElseThrow();
        RunRecord run = store.keep(experiment.run(ParameterValues.of(experiment.parameters())
                .with("approaches", "popularity,item-knn,ease").with("replicates", "0"), 7, 2,
                new StageLog(System::nanoTime, _ -> {})), List.of());
        show(store.open(run, experiment));
        Await.until(() -> lookup("#kept-learn").tryQuery().isPresent());
        interact(() -> lookup("#ranking-user").queryComboBox().getSelectionModel().select(5));
        List<Integer> before = items("#ranking-list-second");
        Button learn = lookup("#kept-learn").query();
        assertEquals("Learn again", learn.getText());
        assertTrue(lookup("#ranking-hidden").query().isDisabled());
        interact(learn::fire);
        Await.until(
                () -> list("#ranking-list-second").getItems().getFirst().below().startsWith("because you watched "));
        assertEquals(before, items("#ranking-list-second"));
        assertEquals(5, lookup("#ranking-user").queryComboBox().getSelectionModel().getSelectedIndex());
        assertFalse(learn.isVisible(), "both are learnt");
        Label words = lookup("#kept-notice .label").query();
        assertEquals("A kept run, as it ended. Learnt again, with the same lists: Popularity, EASE.", words.getText());

        ComboBox<Approach> first = lookup("#ranking-approach-first").queryComboBox();
        interact(() -> first.getSelectionModel().select(1));
        Await.until(
                () -> list("#ranking-list-first").getItems().getFirst().below().startsWith("because you watched "));
        interact(() -> view.open("fraud"));
        interact(() -> view.open("recommendation"));
        assertEquals(5, lookup("#ranking-user").queryComboBox().getSelectionModel().getSelectedIndex());
        Slider hidden = lookup("#ranking-hidden").query();
        assertFalse(hidden.isDisabled(), "what was learnt stays");
        interact(() -> hidden.setValue(4));
        Await.until(() -> !before.equals(items("#ranking-list-second")));
        assertTrue(window.results.isEmpty(), "no run was made");
    }
}
