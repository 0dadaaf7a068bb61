package dev.sevenstep.studio.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.chart.SampleRanking;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowTest;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;

/** The run view with all case studies and a made-up ranking to show in it. */
@SuppressWarnings("NullAway.Init")
abstract class RankingWindow extends WindowTest {
    @AutoClose
    RunFixture window;
    final List<Experiment> experiments = CaseStudies.all(Clock.systemUTC());
    RunView view;

    @Override
    public final void start(Stage stage) {
        window = new RunFixture(stage, experiments, 1280, 900);
        view = window.view;
    }

    final void show(RunResult result) {
        interact(() -> view.open("recommendation"));
        interact(() -> view.show(result));
        Await.until(() -> view.result().isPresent());
        assertEquals(result, view.result().orElseThrow());
    }

    /** A made-up ranking under the name of the case. */
    static RunResult sample() {
        RunResult of = SampleRanking.result(8);
        return new RunResult("recommendation", of.title(), of.parameters(), of.dataset(), of.metrics(),
                of.approaches(), of.stages(), of.binary(), of.ranking(), of.images(), of.provenance());
    }

    final ListView<ItemLine> list(String id) {
        return lookup(id).queryListView();
    }

    final List<Integer> items(String id) {
        return list(id).getItems().stream().map(ItemLine::item).toList();
    }
}
