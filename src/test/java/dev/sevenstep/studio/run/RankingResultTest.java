package dev.sevenstep.studio.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.chart.ItemPlane;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.task.StageLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result that ends in a ranking has no threshold to drag; the window shows what it has. */
@Tag("fx")
class RankingResultTest extends RankingWindow {
    private void mouse(Node node, EventType<MouseEvent> type, double x, double y, boolean still) {
        Point2D at = node.localToScene(x, y);
        interact(() -> node.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, still, null)));
    }

    private void key(Node node, KeyCode code, boolean shift) {
        interact(() -> node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, shift, false, false, false)));
    }

    @Test
    void realListsHaveReasonsAndNoThreshold() throws Exception {
        Experiment experiment = experiments.stream().filter(e -> e.id().equals("recommendation")).findFirst()
                .orElseThrow();
        RunResult result = experiment.run(ParameterValues.of(experiment.parameters())
                .with("approaches", "popularity,item-knn,ease").with("replicates", "20"), 7, 2,
                new StageLog(System::nanoTime, _ -> {}));
        show(result);
        assertEquals(20, items("#ranking-list-first").size());
        assertNotEquals(items("#ranking-list-first"), items("#ranking-list-second"), "popularity and EASE");
        Await.until(
                () -> list("#ranking-list-second").getItems().getFirst().below().startsWith("because you watched "));
        ComboBox<String> user = lookup("#ranking-user").queryComboBox();
        List<Integer> before = items("#ranking-list-second");
        interact(() -> user.getSelectionModel().select(5));
        assertNotEquals(before, items("#ranking-list-second"));
        assertTrue(lookup("#chart-precision_recall .threshold").tryQuery().filter(Node::isVisible).isEmpty());
        assertEquals(3, lookup(".approach").queryAll().size(), "with a mark of its colour each");
        interact(() -> Screen.save(window.scene, "run-recommendation"));
    }

    /** Hiding the latest ranks both lists again; what is hidden is not shown in them, and figures follow. */
    @Test
    void hiddenHistoryRanksAgain() throws Exception {
        show(sample());
        Slider hidden = lookup("#ranking-hidden").query();
        ListView<ItemLine> history = list("#ranking-history");
        assertEquals(List.of(3, 2, 1, 0), items("#ranking-history"), "the latest first");
        assertEquals(4, items("#ranking-list-first").getFirst());
        Label quality = lookup("#ranking-quality-first").query();
        assertTrue(quality.getText().startsWith("Recall@20 1.000"), quality.getText());
        interact(hidden::requestFocus);
        for (int i = 0; i < 4; i++) {
            key(hidden, KeyCode.RIGHT, false);
        }
        assertEquals(4, hidden.getValue());
        assertTrue(history.getItems().stream().allMatch(ItemLine::hidden));
        Await.until(() -> list("#ranking-list-second").getItems().getFirst().item() == 11);
        assertTrue(items("#ranking-list-second").stream().noneMatch(item -> item < 4));
        assertTrue(list("#ranking-list-second").getItems().get(0).found(), "11 is held out");
        interact(() -> lookup("#ranking-user").queryComboBox().getSelectionModel().select(1));
        assertEquals(0, hidden.getValue(), "another user begins with everything known");
    }

    /** Whoever makes a run again goes on where they were. */
    @Test
    void theUserAndTheApproachesStayWhenTheRunIsMadeAgain() {
        show(sample());
        ComboBox<Approach> second = lookup("#ranking-approach-second").queryComboBox();
        interact(() -> {
            lookup("#ranking-user").queryComboBox().getSelectionModel().select(1);
            second.getSelectionModel().select(2);
        });
        show(sample());
        assertEquals(1, lookup("#ranking-user").queryComboBox().getSelectionModel().getSelectedIndex());
        assertEquals(5, items("#ranking-list-first").getFirst());
        assertEquals(2, second.getSelectionModel().getSelectedIndex());
    }

    /** An approach has one colour wherever it stands, in either theme. */
    @Test
    void coloursOfTheListsFollowTheTheme() {
        show(sample());
        Paint light = Await.onFx(this::colour);
        interact(() -> window.theme.modeProperty().set(Theme.Mode.DARK));
        Await.until(() -> !colour().equals(light));
    }

    private Paint colour() {
        ComboBox<Approach> approach = lookup("#ranking-approach-first").queryComboBox();
        return ((Line) approach.getButtonCell().getGraphic()).getStroke();
    }

    /**
     * Where the window is narrow intervals stand below their figures, and where it is narrower still the figures are in several tables: none
     * is out of sight.
     */
    @Test
    void figuresFitTheWindow() {
        RunResult result = sample();
        show(result);
        for (double width : new double[]{1_900, 1_280, 1_100, 548, 300}) {
            interact(() -> view.getScene().getWindow().setWidth(width));
            Await.settled();
            lookup(".run-sides .toggle-button.last").<ToggleButton>tryQuery().ifPresent(side -> interact(side::fire));
            Await.settled();
            for (String id : List.of("#ranking-figures", "#ranking-costs")) {
                List<TableView<?>> tables = lookup(id + " .table-view").queryAll().stream()
                        .<TableView<?>>map(TableView.class::cast).toList();
                for (TableView<?> table : tables) {
                    double columns = table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
                    assertTrue(columns <= table.getWidth(), columns + " of " + table.getWidth() + " at " + width);
                    assertTrue(table.lookupAll(".scroll-bar").stream().noneMatch(Node::isVisible), id + " at " + width);
                }
                assertTrue(width < 600 || tables.size() == 1, tables.size() + " tables at " + width);
            }
            assertEquals(result.metrics().size(), lookup("#ranking-figures .table-view").queryAll().stream()
                    .mapToInt(table -> ((TableView<?>) table).getColumns().size() - 1).sum());
        }
        assertTrue(lookup("#ranking-figures .table-view").queryAll().size() > 1);
    }

    /** A rectangle on the map lists its films and lets them stand out; a film chosen in a list is in focus on the map. */
    @Test
    void brushingGoesBothWays() throws Exception {
        show(sample());
        MapPane map = lookup("#ranking-map").query();
        Await.until(() -> map.view().isPresent());
        ItemPlane plane = ItemPlane.of(view.result().orElseThrow().ranking().orElseThrow().items(),
                Objects.requireNonNull(view.result().orElseThrow().ranking().orElseThrow().rankings().get("a1"))
                        .map().orElseThrow());
        ItemPlane.View seen = map.view().orElseThrow();
        mouse(map, MouseEvent.MOUSE_PRESSED, plane.px(0, seen) - 4, plane.py(0, seen) + 4, true);
        mouse(map, MouseEvent.MOUSE_DRAGGED, plane.px(12, seen), plane.py(12, seen), false);
        mouse(map, MouseEvent.MOUSE_DRAGGED, plane.px(12, seen) + 4, plane.py(12, seen) - 4, false);
        assertTrue(lookup(".map-band").query().isVisible());
        key(map, KeyCode.ESCAPE, false);
        assertFalse(lookup(".map-band").query().isVisible());
        mouse(map, MouseEvent.MOUSE_RELEASED, plane.px(12, seen) + 4, plane.py(12, seen) - 4, false);
        assertTrue(items("#ranking-brushed").isEmpty(), "Esc leaves everything as it was");

        mouse(map, MouseEvent.MOUSE_PRESSED, plane.px(0, seen) - 4, plane.py(0, seen) + 4, true);
        mouse(map, MouseEvent.MOUSE_DRAGGED, plane.px(12, seen) + 4, plane.py(12, seen) - 4, false);
        mouse(map, MouseEvent.MOUSE_RELEASED, plane.px(12, seen) + 4, plane.py(12, seen) - 4, false);
        assertEquals(List.of(0, 1, 2, 10, 11, 12), items("#ranking-brushed"), "the best known first");
        assertTrue(map.getAccessibleText().contains("6 in the rectangle"));
        assertEquals("known of the user", list("#ranking-brushed").getItems().getFirst().below());
        assertTrue(list("#ranking-brushed").getItems().get(3).below().startsWith("no. 7 by Approach 1"),
                list("#ranking-brushed").getItems().get(3).below());
        Await.until(() -> lookup("#ranking-list-first .list-cell").queryAll().stream()
                .anyMatch(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("brushed"))));

        interact(() -> list("#ranking-brushed").getSelectionModel().select(3));
        assertTrue(map.getAccessibleText().contains("Film 10 (1920)"));
        assertEquals(10, list("#ranking-list-first").getSelectionModel().getSelectedItem().item());
        interact(() -> list("#ranking-list-first").getSelectionModel().select(1));
        assertTrue(map.getAccessibleText().contains("Film 5 "), map.getAccessibleText());
        key(map, KeyCode.ESCAPE, false);
        assertTrue(items("#ranking-brushed").isEmpty());
        mouse(map, MouseEvent.MOUSE_PRESSED, plane.px(4, seen), plane.py(4, seen), true);
        mouse(map, MouseEvent.MOUSE_RELEASED, plane.px(4, seen), plane.py(4, seen), true);
        assertEquals(4, list("#ranking-list-first").getSelectionModel().getSelectedItem().item(), "a click");
    }

    @Test
    void theMapGoesByKeyboard() throws Exception {
        show(sample());
        MapPane map = lookup("#ranking-map").query();
        Await.until(() -> map.view().isPresent());
        ItemPlane.View whole = map.view().orElseThrow();
        key(map, KeyCode.PLUS, false);
        assertEquals(1.25 * whole.scale(), map.view().orElseThrow().scale(), 1e-9);
        key(map, KeyCode.RIGHT, true);
        assertTrue(map.view().orElseThrow().x() > whole.x());
        key(map, KeyCode.DIGIT0, false);
        assertEquals(whole, map.view().orElseThrow());
        interact(() -> list("#ranking-list-first").getSelectionModel().select(0));
        assertTrue(map.getAccessibleText().contains("Film 4 "));
        key(map, KeyCode.SPACE, false);
        key(map, KeyCode.RIGHT, false);
        key(map, KeyCode.UP, false);
        assertTrue(map.getAccessibleText().contains("Film 15 "), map.getAccessibleText());
        key(map, KeyCode.SPACE, false);
        assertEquals(List.of(4, 5, 14, 15), items("#ranking-brushed"));
    }

    /** What the run measured is shown at once; another number of candidates is measured, and may be pinned. */
    @Test
    void candidatesAreMeasuredWhereTheSliderRests() throws Exception {
        show(sample());
        Slider slider = lookup("#candidates").query();
        Label state = lookup("#candidates-state").query();
        Button pin = lookup("#candidates-pin").query();
        ChartPane pane = lookup("#candidates-card .chart-pane").query();
        assertTrue(state.getText().startsWith("recall 0.4000"), state.getText());
        interact(pin::fire);
        assertEquals("Unpin", pin.getText());
        interact(() -> slider.setValue(0));
        assertTrue(state.getText().startsWith("recall 0.3200"), state.getText());
        interact(() -> slider.setValue(1));
        Await.until(() -> state.getText().startsWith("recall 0.3300"));
        Await.until(() -> pane.chart().filter(chart -> chart.table().rows().stream()
                .filter(row -> row.getFirst().equals("N = 30")).count() == 1
                && chart.table().rows().stream().filter(row -> row.getFirst().equals("N = 100")).count() == 2)
                .isPresent());
    }

    @Test
    void recallOverHiddenHistoryIsDrawn() throws Exception {
        show(sample());
        Await.until(() -> lookup("#cold-start-card .chart-pane").tryQuery()
                .filter(pane -> ((ChartPane) pane).chart().isPresent()).isPresent());
        ChartPane pane = lookup("#cold-start-card .chart-pane").query();
        assertEquals(8 * 6, pane.chart().orElseThrow().table().rows().size());
        ComboBox<MetricSpec> metric = lookup("#intervals-metric-0").queryComboBox();
        interact(() -> metric.getSelectionModel().select(1));
        ChartPane intervals = lookup("#intervals-0 .chart-pane").query();
        Await.until(() -> intervals.chart().filter(chart -> chart.title().equals("Coverage@20")).isPresent());
    }

    /** Photographs are in a folder, which a dialog for files does not take. */
    @Test
    void aFolderOfPicturesIsChosen(@TempDir Path folder) {
        interact(() -> view.open("image-search"));
        TextField data = lookup("#parameter-data").query();
        assertTrue(data.getWidth() > 200, "room for a path: " + data.getWidth());
        window.files.next = Optional.of(folder);
        interact(() -> lookup("#choose-folder-data").queryButton().fire());
        assertEquals(folder.toString(), data.getText());
        assertTrue(lookup("#choose-file-data").tryQuery().isPresent());
        assertTrue(lookup("#choose-folder-model").tryQuery().isEmpty(), "a network is a file");
    }

    @Test
    void approachesAreTickedAndThousandsStandApart() {
        interact(() -> view.open("recommendation"));
        TextField users = lookup("#parameter-testUsers").query();
        assertEquals("5,000", users.getText());
        // It may lie below what the window shows of the form.
        interact(() -> {
            users.requestFocus();
            users.selectAll();
        });
        write("2500");
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
