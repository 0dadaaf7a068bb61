package dev.sevenstep.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.studio.Accessible;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FocusRing;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps asked for by a form, watched, gone on with after the program was ended, and looked at. */
@Tag("fx")
@SuppressWarnings("NullAway.Init")
class SweepsTest extends WindowTest {
    @TempDir
    private Path folder;
    @AutoClose
    private RunsFixture window;

    @Override
    public void start(Stage stage) {
        window = new RunsFixture(stage, folder);
    }

    private void type(String field, String text) {
        interact(() -> ((TextField) window.view.lookup(field)).setText(text));
    }

    private void press(String button) {
        interact(() -> {
            if (window.view.lookup(button) instanceof CheckBox box) {
                box.fire();
            } else {
                ((Button) window.view.lookup(button)).fire();
            }
        });
    }

    private String text(String label) {
        return lookup(label).<Label>query().getText();
    }

    private int trials() {
        return window.view.lookup("#sweep-trials-table") instanceof TableView<?> table ? table.getItems().size() : 0;
    }

    private void page() {
        interact(() -> window.run("runs.sweeps"));
    }

    private static SweepPlan plan(int trials) {
        return new SweepPlan("cut off", "payments",
                Map.of("rows", "300", "rate", "0.1", "kind", "a", "history", "true"),
                List.of("rows=200..600"), SweepPlan.Method.RANDOM, new Sweep.Objective("trees", "averagePrecision"),
                new Sweep.Budget(trials, 1e6, 0), 3, "");
    }

    @Test
    void aSweepIsAskedForMadeAndShown() throws IOException {
        window.keep(1);
        window.load(1);
        page();
        Button export = lookup((Node node) -> "runs.report".equals(node.getId())).query();
        assertTrue(export.isDisabled(), "no sweep is on screen");
        Await.until(() -> window.view.lookup("#vary-rows") != null);
        assertTrue(text("#sweep-summary").contains("Tick at least one"), text("#sweep-summary"));
        press("#vary-rows");
        type("#value-rows", "200, 50");
        assertTrue(text("#sweep-summary").contains("50 is outside"), text("#sweep-summary"));
        type("#value-rows", "200..800");
        press("#vary-kind");
        type("#sweep-trials", "4");
        type("#sweep-name", "first of several evenings");
        assertTrue(text("#sweep-summary").startsWith("4 trials"), text("#sweep-summary"));
        press("#sweep-start");
        Await.until(() -> trials() == 4 && text("#sweep-state").contains("all 4 trials made"));
        assertTrue(text("#sweep-best").startsWith("Best average precision: "), text("#sweep-best"));
        Await.until(() -> window.view.lookup("#trade-off-card .chart-pane") instanceof ChartPane pane
                && pane.pictureProperty().get().isPresent());
        assertEquals(4, window.store.list(false).runs().stream().filter(run -> run.sweep().isPresent()).count());
        assertFalse(new SweepStore(window.store).list().getFirst().unfinished());
        Path report = folder.resolve("first.pdf");
        window.files.next = Optional.of(report);
        interact(export::fire);
        Await.until(() -> Files.exists(report));
        assertEquals("payments-sweep-first-of-several-evenings.pdf", window.files.suggested);
        try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("all 4 trials made"));
        }
        Button pin = lookup("#sweep-pin").query();
        assertTrue(pin.isDisabled(), "no trial is chosen");
        interact(() -> ((TableView<?>) window.view.lookup("#sweep-trials-table")).getSelectionModel().select(2));
        press("#sweep-pin");
        assertEquals("Unpin", pin.getText());
        TableView<?> table = lookup("#sweep-trials-table").query();
        interact(() -> window.view.getScene().getWindow().setWidth(1_280));
        Await.settled();
        double columns = table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
        assertTrue(columns <= table.getWidth(), columns + " of " + table.getWidth());
        interact(() -> window.view.getScene().getWindow().setWidth(560));
        Await.settled();
        Label title = lookup("#sweep-title").query();
        Text shown = (Text) title.lookup(".text");
        assertEquals("first of several evenings", shown.getText().replace("\n", ""), "in lines, not cut");
        interact(() -> window.view.getScene().getWindow().setWidth(1_280));
        ComboBox<?> across = lookup("#trade-off-horizontal").queryComboBox();
        assertTrue(across.getButtonCell().getText().startsWith("p99 latency"), "its figure first");
        interact(() -> across.getSelectionModel().selectLast());
        ChartPane chart = lookup("#trade-off-card .chart-pane").query();
        Await.until(() -> chart.chart().filter(of -> of.table().columns().toString().contains("Took")).isPresent());
    }

    /** Trials of two sweeps of one name could not be told apart. */
    @Test
    void theNextSweepHasANameOfItsOwn() {
        window.keep(1);
        window.load(1);
        page();
        Await.until(() -> window.view.lookup("#vary-rows") != null);
        press("#vary-rows");
        type("#value-rows", "200, 300");
        String first = lookup("#sweep-name").queryTextInputControl().getText();
        press("#sweep-start");
        Await.until(() -> text("#sweep-state").contains("the whole space was tried"));
        press("#sweep-new");
        assertEquals(first + "-2", lookup("#sweep-name").queryTextInputControl().getText());
        assertFalse(lookup("#sweep-start").query().isDisabled());
        type("#sweep-name", first);
        assertTrue(text("#sweep-summary").contains("already"), text("#sweep-summary"));
        assertTrue(lookup("#sweep-start").query().isDisabled());
    }

    /** A sweep that was left unfinished. */
    private void goOn(SweepPlan plan) {
        new SweepStore(window.store).save(plan);
        window.keep(1);
        window.load(1);
        page();
        Await.until(() -> window.view.lookup("#sweep-resume") != null);
        press("#sweep-resume");
    }

    /** The trial under way is made to its end; then the sweep rests and can go on. */
    @Test
    void aSweepIsPausedAndGoesOn() {
        goOn(plan(500));
        Await.until(() -> trials() > 1);
        press("#sweep-pause");
        Await.until(() -> window.view.lookup("#sweep-resume").isVisible()
                && text("#sweep-state").contains("not finished"));
        int made = trials();
        press("#sweep-resume");
        Await.until(() -> trials() > made);
        press("#sweep-stop");
        Await.until(() -> window.view.lookup("#sweep-forget").isVisible());
    }

    /** What is the same in every trial needs no column. */
    @Test
    void aParameterWithOneValueHasNoColumn() {
        SweepPlan plan = new SweepPlan("one", "payments", plan(2).base(), List.of("rows=200..600", "rate=0.1"),
                SweepPlan.Method.RANDOM, new Sweep.Objective("trees", "averagePrecision"), new Sweep.Budget(2, 1e6, 0),
                3, "");
        plan.sweep(window.payments, 1).run(window.store, () -> 0, new StageLog(() -> 0, _ -> {}));
        new SweepStore(window.store).save(plan.ended("all 2 trials made"));
        window.load(2);
        page();
        interact(() -> ((ListView<?>) window.view.lookup("#sweeps-list")).getSelectionModel().selectFirst());
        Await.until(() -> trials() == 2);
        List<String> heads = lookup("#sweep-trials-table").queryTableView().getColumns().stream()
                .map(TableColumn::getText).toList();
        assertTrue(heads.contains("rows") && !heads.contains("rate"), heads::toString);
    }

    /** As after a kill: the plan is there, its trials so far are, and nothing says that it ended. */
    @Test
    void aSweepThatWasCutOffIsOfferedAndGoesOn() {
        plan(3).sweep(window.payments, 1).run(window.store, () -> 0, new StageLog(() -> 0, _ -> {}));
        new SweepStore(window.store).save(plan(6));
        window.load(3);
        page();
        Await.until(() -> trials() == 3);
        assertTrue(text("#sweep-state").contains("3 of 6 trials · not finished"), text("#sweep-state"));
        List<String> before = window.store.list(false).runs().stream().map(run -> run.id()).toList();
        press("#sweep-resume");
        Await.until(() -> trials() == 6 && text("#sweep-state").contains("all 6 trials made"));
        assertTrue(window.store.list(false).runs().stream().map(run -> run.id()).toList().containsAll(before));
    }

    @Test
    void aForgottenSweepLeavesItsTrials() {
        plan(2).sweep(window.payments, 1).run(window.store, () -> 0, new StageLog(() -> 0, _ -> {}));
        new SweepStore(window.store).save(plan(2).ended("all 2 trials made"));
        window.load(2);
        page();
        interact(() -> ((ListView<?>) window.view.lookup("#sweeps-list")).getSelectionModel().selectFirst());
        Await.until(() -> trials() == 2);
        press("#sweep-forget");
        Await.until(() -> ((ListView<?>) window.view.lookup("#sweeps-list")).getItems().isEmpty());
        assertEquals(2, window.store.list(false).runs().size());
    }

    /** A sweep that has not begun shows nothing of the one shown before, and then axes of its own. */
    @Test
    void theAxesAreThoseOfTheSweepShown() {
        plan(3).sweep(window.payments, 1).run(window.store, () -> 0, new StageLog(() -> 0, _ -> {}));
        new SweepStore(window.store).save(plan(3).ended("done"));
        SweepPlan other = new SweepPlan("other", "payments", plan(3).base(), List.of("rate=0.05..0.2"),
                SweepPlan.Method.RANDOM, new Sweep.Objective("rules", "averagePrecision"),
                new Sweep.Budget(500, 1e6, 0), 3, "");
        new SweepStore(window.store).save(other);
        window.load(3);
        page();
        interact(() -> ((ListView<?>) window.view.lookup("#sweeps-list")).getSelectionModel().selectLast());
        Await.until(() -> trials() == 3);
        interact(() -> ((ListView<?>) window.view.lookup("#sweeps-list")).getSelectionModel().selectFirst());
        Await.until(() -> trials() == 0 && !window.view.lookup("#parallel-card").isVisible());
        press("#sweep-resume");
        Await.until(() -> trials() > 1 && window.view.lookup("#parallel-card").isVisible()
                && window.view.lookupAll(".axis-handle").stream()
                        .anyMatch(handle -> handle.getAccessibleText().startsWith("Axis rate")));
        assertTrue(window.view.lookupAll(".axis-handle").stream()
                .noneMatch(handle -> handle.getAccessibleText().startsWith("Axis rows")));
        press("#sweep-stop");
        Await.until(() -> window.view.lookup("#sweep-forget").isVisible());
    }

    /** While a sweep is under way, too. */
    @Test
    void aSweepUnderWayHasWordsAndARing() {
        goOn(plan(500));
        Await.until(() -> trials() > 1 && text("#sweep-state").contains("left"));
        interact(() -> {
            assertEquals(List.of(), Accessible.findings(window.view));
            assertEquals(List.of(), FocusRing.missing((Parent) window.view.lookup("#sweeps-page")));
        });
        press("#sweep-stop");
        Await.until(() -> window.view.lookup("#sweep-forget").isVisible());
    }

    @Test
    void everythingHasWordsAndARing() {
        plan(3).sweep(window.payments, 1).run(window.store, () -> 0, new StageLog(() -> 0, _ -> {}));
        new SweepStore(window.store).save(plan(3).ended("done"));
        window.load(3);
        page();
        Await.until(() -> window.view.lookup("#vary-rows") != null);
        interact(() -> {
            assertEquals(List.of(), Accessible.findings(window.view));
            assertEquals(List.of(), FocusRing.missing((Parent) window.view.lookup("#sweeps-page")));
            ((ListView<?>) window.view.lookup("#sweeps-list")).getSelectionModel().selectFirst();
        });
        Await.until(() -> window.view.lookup("#parallel-card .chart-pane") instanceof ChartPane pane
                && pane.pictureProperty().get().isPresent());
        interact(() -> {
            assertEquals(List.of(), Accessible.findings(window.view));
            assertEquals(List.of(), FocusRing.missing((Parent) window.view.lookup("#sweeps-page")));
        });
    }
}
