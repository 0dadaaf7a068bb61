package dev.sevenstep.studio.run;

import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.studio.control.ChartPane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.chart.ChartPicture;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.Bootstrap;
import dev.sevenstep.stats.ThresholdIntervals;
import dev.sevenstep.studio.Accessible;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From parameters to the dragged threshold, as a user goes. */
@Tag("fx")
@SuppressWarnings("NullAway.Init")
class RunViewTest extends WindowTest {
    @AutoClose
    private RunFixture window;
    private final SampleExperiment experiment = new SampleExperiment();
    private RunView view;

    @Override
    public void start(Stage stage) {
        window = new RunFixture(stage, List.of(experiment), 990, 900);
        view = window.view;
        stage.setX(0);
        stage.setY(0);
    }

    private String status() {
        return lookup("#run-status").<Label>query().getText();
    }

    private String tile(String id) {
        return ((Label) lookup("#" + id + " .tile-count").query()).getText();
    }

    private ThresholdLine line() {
        return (ThresholdLine) lookup("#chart-precision_recall .threshold").query();
    }

    private void run() throws Exception {
        experiment.steps.release(1_000);
        clickOn("#run-start");
        Await.until(() -> !window.results.isEmpty() && lookup("#chart-precision_recall .threshold").tryQuery()
                .filter(Node::isVisible).isPresent());
        // They are painted in the background.
        Await.until(() -> lookup(".chart-pane").queryAllAs(ChartPane.class).stream()
                .allMatch(pane -> pane.pictureProperty().get().isPresent()));
    }

    /** The figures as counted here, row by row. */
    private void assertFollows(double threshold) {
        RunResult result = window.results.getLast();
        Approach trees = result.approaches().stream().filter(a -> a.id().equals("trees")).findFirst().orElseThrow();
        BinaryTest test = result.binary().orElseThrow();
        int caught = 0;
        int missed = 0;
        int falseAlarms = 0;
        for (int row = 0; row < test.rows(); row++) {
            boolean flagged = trees.scores()[row] >= threshold;
            caught += flagged && test.labels()[row] ? 1 : 0;
            missed += !flagged && test.labels()[row] ? 1 : 0;
            falseAlarms += flagged && !test.labels()[row] ? 1 : 0;
        }
        assertEquals(Numbers.brief(caught), tile("tile-caught"));
        assertEquals(Numbers.brief(missed), tile("tile-missed"));
        assertEquals(Numbers.brief(falseAlarms), tile("tile-false-alarms"));
        String cost = "€" + Numbers.fixed((falseAlarms * 9.0 + missed * 122.0) / 7, 0);
        assertTrue(lookup(cost).tryQuery().isPresent(), "cost a day should be " + cost);
    }

    @Test
    void progressIsSeenAndTheResultShown() throws Exception {
        assertTrue(lookup("#preview-run").query().isVisible());
        clickOn("#run-start");
        Await.until(() -> lookup("Train").tryQuery().isPresent());
        assertTrue(lookup("#run-start").query().isDisabled());
        experiment.steps.release(4);
        Await.until(() -> lookup(".stage .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("40 %")));
        experiment.steps.release(6);
        Await.until(() -> window.results.size() == 1);
        assertEquals("Run again", lookup("#run-start").<Button>query().getText());
        assertTrue(lookup("simulated").query().isVisible());
        assertTrue(lookup("Not available: no native library for this machine").tryQuery().isPresent());
    }

    @Test
    void draggingTheThresholdMovesEverything() throws Exception {
        run();
        assertFollows(0.3);
        double before = line().lineX();
        double costBefore = ((ThresholdLine) lookup("#chart-cost .threshold").query()).lineX();
        Point2D grip = point(line()).query();
        drag(grip, MouseButton.PRIMARY).moveBy(60, 0).moveBy(30, 5).drop();
        assertTrue(line().lineX() > before + 60, line().lineX() + " after " + before);
        double threshold = threshold();
        assertTrue(threshold < 0.3, "more recall needs a lower threshold, not " + threshold);
        assertFollows(threshold);
        assertTrue(((ThresholdLine) lookup("#chart-cost .threshold").query()).lineX() < costBefore);
    }

    private double threshold() {
        return (Double) java.util.Objects.requireNonNull(line().queryAccessibleAttribute(
                javafx.scene.AccessibleAttribute.VALUE));
    }

    @Test
    void arrowKeysMoveTheThreshold() throws Exception {
        run();
        clickOn(line());
        double before = threshold();
        type(KeyCode.RIGHT);
        double right = threshold();
        assertTrue(right < before);
        assertFollows(right);
        type(KeyCode.LEFT, 2);
        assertTrue(threshold() > right);
        assertFollows(threshold());
    }

    @Test
    void aTileListsItsRowsAndARowSaysWhy() throws Exception {
        run();
        clickOn("#tile-false-alarms");
        Await.until(() -> lookup("False alarms, dearest first").tryQuery().isPresent());
        TableView<Integer> table = lookup("#records").query();
        assertEquals(tile("tile-false-alarms"), Integer.toString(table.getItems().size()));
        boolean[] labels = window.results.getLast().binary().orElseThrow().labels();
        assertTrue(table.getItems().stream().noneMatch(row -> labels[row]));
        int first = table.getItems().getFirst();
        Await.until(() -> lookup("amount " + first).tryQuery().isPresent());
    }

    /** Texts of rows give way, and are told by tooltips. */
    @Test
    void scoresStayInSightInANarrowWindow() throws Exception {
        run();
        TableView<Integer> table = lookup("#records").query();
        double wide = table.getColumns().get(3).getMinWidth();
        interact(() -> view.getScene().getWindow().setWidth(390));
        Await.settled();
        double columns = table.getColumns().stream().filter(TableColumn::isVisible).mapToDouble(TableColumn::getWidth)
                .sum();
        assertTrue(columns <= table.getWidth(), columns + " of " + table.getWidth());
        assertTrue(table.getColumns().get(3).getMinWidth() < wide, "the text");
        interact(() -> view.getScene().getWindow().setWidth(990));
        Await.settled();
        assertEquals(wide, table.getColumns().get(3).getMinWidth());
    }

    /** A place in the plot of a chart, by its value on the horizontal axis. */
    private Point2D place(String chart, double value) {
        ChartPane pane = lookup("#" + chart + " .chart-pane").query();
        ChartPicture picture = pane.pictureProperty().get().orElseThrow();
        return pane.localToScreen(picture.x(value), picture.area().getMinY() + 12);
    }

    /** A click that does not depend on where the board has been scrolled to meanwhile. */
    private void click(String chart, double value, int count) {
        ChartPane pane = lookup("#" + chart + " .chart-pane").query();
        ChartPicture picture = pane.pictureProperty().get().orElseThrow();
        interact(() -> {
            Point2D at = pane.localToScene(picture.x(value), picture.area().getMinY() + 12);
            for (int i = 1; i <= count; i++) {
                pane.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, at.getX(), at.getY(), at.getX(), at.getY(),
                        MouseButton.PRIMARY, i, false, false, false, false, false, false, false, true, false, true,
                        null));
            }
        });
    }

    private List<Integer> listed() {
        return lookup("#records").<TableView<Integer>>query().getItems();
    }

    private String heading() {
        return lookup("#records-card .card-head .strong").<Label>query().getText();
    }

    private double score(int row) {
        return window.results.getLast().approaches().stream().filter(a -> a.id().equals("trees")).findFirst()
                .orElseThrow()
                .scores()[row];
    }

    @Test
    void aClickOnACurveListsTheRowsOfThatStretch() throws Exception {
        run();
        double threshold = threshold();
        clickOn(place("chart-precision_recall", 0.3));
        Await.until(() -> heading().contains("payments with score"));
        assertEquals(threshold, threshold(), "the threshold stays");
        boolean[] labels = window.results.getLast().binary().orElseThrow().labels();
        double lowest = listed().stream().mapToDouble(this::score).min().orElseThrow();
        double highest = listed().stream().mapToDouble(this::score).max().orElseThrow();
        long inside = 0;
        long above = 0;
        for (int row = 0; row < labels.length; row++) {
            inside += score(row) >= lowest && score(row) <= highest ? 1 : 0;
            above += labels[row] && score(row) > highest ? 1 : 0;
        }
        assertEquals(inside, listed().size(), "all rows of the range and no others");
        assertTrue(heading().startsWith(inside + " payments"), heading());
        long positives = java.util.stream.IntStream.range(0, labels.length).filter(row -> labels[row]).count();
        assertEquals(0.3, (double) above / positives, 0.05);
        assertTrue(lookup("#chart-precision_recall .region-mark").query().isVisible());
        assertTrue(lookup("#chart-cost .region-mark").query().isVisible(), "seen in every chart");
        Await.until(() -> lookup(".table-cell").queryAllAs(javafx.scene.control.Labeled.class).stream()
                .anyMatch(cell -> String.valueOf(cell.getText()).contains("amount " + listed().getFirst())));

        interact(() -> lookup("#leave-region").<Button>query().fire());
        Await.until(() -> heading().equals("Missed fraud, dearest first"));
        assertFalse(lookup("#chart-cost .region-mark").query().isVisible());
        assertFalse(lookup("#leave-region").query().isVisible());
    }

    @Test
    void everyRegionOfAChartHasItsRows() throws Exception {
        run();
        click("chart-cost", 0.7, 1);
        Await.until(() -> heading().contains("with score 0.68 to 0.72"));
        click("chart-scores", 0.51, 1);
        Await.until(() -> heading().contains("with score 0.5 to 0.525"));
        type(KeyCode.ESCAPE);
        Await.until(() -> heading().startsWith("Missed fraud"));
        Node bins = lookup("#chart-calibration .chart-pane").query();
        interact(bins::requestFocus);
        type(KeyCode.RIGHT);
        Await.until(() -> heading().contains("with score 0 to 0.1"));
        type(KeyCode.RIGHT);
        Await.until(() -> heading().contains("with score 0.1 to 0.2"));
        interact(() -> line().requestFocus());
        type(KeyCode.ENTER);
        Await.until(() -> lookup("#records-card .card-head .small-text").<Label>query().getText().startsWith("recall"));
    }

    @Test
    void everythingHasWordsForScreenReaders() throws Exception {
        interact(() -> assertEquals(List.of(), Accessible.findings(view)));
        run();
        interact(() -> assertEquals(List.of(), Accessible.findings(view)));
        click("chart-cost", 0.7, 1);
        Await.until(() -> heading().contains("with score"));
        interact(() -> assertEquals(List.of(), Accessible.findings(view)));
    }

    @Test
    void aDoubleClickMovesTheThreshold() throws Exception {
        run();
        double before = threshold();
        click("chart-cost", 0.8, 2);
        Await.until(() -> threshold() != before);
        assertEquals(0.8, threshold(), 0.01);
        assertTrue(heading().startsWith("Missed fraud"), heading());
    }

    @Test
    void theIntervalsFollowTheThreshold() throws Exception {
        run();
        Await.until(() -> lookup("#threshold-card .figures .muted").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().contains("–")).count() >= 6);
        click("chart-cost", 0.6, 2);
        RunResult result = window.results.getLast();
        BinaryTest test = result.binary().orElseThrow();
        double[] scores = result.approaches().stream().filter(a -> a.id().equals("trees")).findFirst().orElseThrow()
                .scores();
        ThresholdIntervals.At at = new ThresholdIntervals(test.labels(), scores, test.days(),
                Bootstrap.units(test.entities()), test.resampling()).at(threshold(), 9, 122);
        String interval = Numbers.fixed(at.costPerDay().low(), 0) + "–" + Numbers.fixed(at.costPerDay().high(), 0);
        Await.until(() -> lookup(interval).tryQuery().isPresent());
    }

    @Test
    void cancelStopsAndSaysSo() throws Exception {
        clickOn("#run-start");
        Await.until(() -> lookup("Train").tryQuery().isPresent());
        clickOn("#run-cancel");
        Await.until(() -> !view.runningProperty().get());
        assertTrue(status().startsWith("Cancelled"), status());
        assertTrue(window.results.isEmpty());
        assertFalse(lookup("#run-start").query().isDisabled());
    }

    @Test
    void theResultOnScreenIsExported() throws Exception {
        Node export = lookup((Node node) -> "run.report".equals(node.getId())).query();
        assertFalse(export.isVisible(), "nothing was run yet");
        run();
        clickOn(export);
        assertEquals(window.results, window.reported);
    }

    @Test
    void changedParametersMakeTheResultStale() throws Exception {
        run();
        assertEquals("", status());
        TextField missed = lookup("#parameter-missed").query();
        interact(() -> missed.setText("200"));
        assertTrue(status().startsWith("Parameters changed"), status());
        interact(() -> missed.setText("122"));
        assertEquals("", status());
    }

    @Test
    void whatCannotBeUsedIsSaidUnderItsField() {
        TextField rows = lookup("#parameter-rows").query();
        interact(() -> rows.setText("12x"));
        assertTrue(lookup("#error-rows").<Label>query().getText().contains("not a number"));
        assertTrue(lookup("#run-start").query().isDisabled());
        interact(() -> rows.setText("50"));
        assertTrue(lookup("#error-rows").<Label>query().getText().contains("outside 100 to 100000"));
        interact(() -> rows.setText("500"));
        assertEquals("", lookup("#error-rows").<Label>query().getText());
        assertFalse(lookup("#run-start").query().isDisabled());
    }

    @Test
    void aFailureIsToldInWords() throws Exception {
        TextField data = lookup("#parameter-data").query();
        interact(() -> data.setText("cards.csv"));
        clickOn("#run-start");
        Await.until(() -> lookup("#run-problem").tryQuery().isPresent());
        assertTrue(lookup("The file cards.csv has no column 'amount'. Add it.").tryQuery().isPresent());
        assertFalse(view.runningProperty().get());
    }

    @Test
    void anotherApproachInFocusBringsItsOwnThreshold() throws Exception {
        run();
        String before = tile("tile-caught");
        clickOn("#focus-logistic");
        Await.settled();
        assertNotEquals(before, tile("tile-caught"));
    }
}
