package dev.sevenstep.studio.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Accessible;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FocusRing;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.studio.control.ChartPane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a network loses when it is made smaller, in a chart and a table that are walked together. */
@Tag("fx")
@SuppressWarnings("NullAway.Init")
class CostCardTest extends WindowTest {
    @AutoClose
    private RunFixture window;
    private RunView view;

    @Override
    public void start(Stage stage) {
        window = new RunFixture(stage, List.of(new SampleExperiment()), 1280, 900);
        view = window.view;
    }

    private static Approach approach(String id, double accuracy, long bytes, double micros) {
        return new Approach(id, "Network " + id, id,
                Map.of("accuracy", new Estimate(accuracy, accuracy - 0.01, accuracy + 0.01), "bytes",
                        Estimate.exact(bytes)),
                Optional.empty(), List.of(),
                Optional.of(new LatencyProfile(new double[]{50, 99}, new double[]{micros, 3 * micros}, 100)), bytes,
                new double[0], Double.NaN, Optional.empty(), Optional.empty());
    }

    private static RunResult result() {
        return new RunResult(new SampleExperiment().id(), "Made smaller", ParameterValues.of(List.of()),
                new DatasetInfo("Made up", "0", 10, true, "Made up for tests"),
                List.of(new MetricSpec("accuracy", "Accuracy", "", "Share that is right", true, 4),
                        new MetricSpec("bytes", "Size", "B", "As stored", false, 0)),
                List.of(approach("full", 0.87, 872_232, 20), approach("int8", 0.865, 220_368, 12),
                        approach("small", 0.82, 19_328, 5)),
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                new Provenance(7, 1, Instant.EPOCH, Map.of(), "test"));
    }

    private ChartPane pane() {
        return lookup("#cost-card .chart-pane").query();
    }

    private String told() {
        return pane().tipText();
    }

    private void axis(String title) {
        interact(() -> lookup("#cost-axis .toggle-button").<ToggleButton>queryAll().stream()
                .filter(button -> button.getText().equals(title)).findFirst().orElseThrow().fire());
    }

    /** By keyboard from the smallest to the largest; the line of the table goes along, and leads the other way. */
    @Test
    void sizeAndLatencyAreWalkedPointByPoint() {
        interact(() -> view.show(result()));
        Await.until(() -> lookup("#cost-card .chart-pane").tryQuery()
                .filter(pane -> ((ChartPane) pane).pictureProperty().get().isPresent()).isPresent());
        TableView<Approach> table = lookup("#cost-table").queryTableView();
        assertEquals(List.of("full", "int8", "small"), table.getItems().stream().map(Approach::id).toList());
        assertEquals(List.of("Network int8", "0.8650", "220.4", "25.3 %", "12", "36"),
                table.getColumns().stream().map(column -> column.getCellObservableValue(1).getValue()).toList());
        interact(() -> pane().requestFocus());
        push(KeyCode.RIGHT);
        assertEquals("Network small: Accuracy 0.8200 (95 % 0.8100 to 0.8300), size 19,328 B", told());
        assertEquals("small", table.getSelectionModel().getSelectedItem().id());
        push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertTrue(told().startsWith("Network full: Accuracy 0.8700"), told());
        assertTrue(pane().getAccessibleText().endsWith(told()), pane().getAccessibleText());
        push(KeyCode.LEFT);
        assertEquals("int8", table.getSelectionModel().getSelectedItem().id());
        interact(() -> table.getSelectionModel().select(2));
        assertTrue(told().startsWith("Network small"), told());
        push(KeyCode.ESCAPE);
        assertEquals("", told());
        axis("p99");
        Await.until(() -> pane().chart().filter(chart -> chart.id().equals("front")).isPresent()
                && pane().pictureProperty().get().isPresent());
        Await.until(() -> {
            pane().tell("int8");
            return told().contains("p99 latency 36 µs");
        });
        Node mark = lookup("#cost-card .chart-mark").query();
        assertTrue(mark.isVisible());
        interact(() -> {
            Parent card = lookup("#cost-card").query();
            assertEquals(List.of(), Accessible.findings(card));
            assertEquals(List.of(), FocusRing.missing(card));
        });
        axis("Size");
        Await.until(() -> pane().chart().filter(chart -> chart.id().equals("size")).isPresent());
        assertFalse(mark.isVisible(), "another chart has other points");
    }
}
