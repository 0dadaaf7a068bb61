package dev.sevenstep.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.studio.Accessible;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FocusRing;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.studio.control.ChartPane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs side by side: what differs, what is best, their curves, and axes moved, turned and looked at in part. */
@Tag("fx")
@SuppressWarnings("NullAway.Init")
class CompareTest extends WindowTest {
    @TempDir
    private Path folder;
    @AutoClose
    private RunsFixture window;

    @Override
    public void start(Stage stage) {
        window = new RunsFixture(stage, folder);
    }

    private void compare() {
        window.keep(1, "rows=400");
        window.keep(2, "rows=900", "kind=b");
        window.keep(3, "rows=2000");
        window.load(3);
        interact(() -> {
            window.table().getSelectionModel().selectAll();
            window.run("runs.compare");
        });
        Await.until(() -> picture("#parallel-card") && picture("#curves-card"));
        Await.settled();
    }

    private boolean picture(String card) {
        return window.view.lookup(card + " .chart-pane") instanceof ChartPane pane && pane.pictureProperty().get()
                .filter(picture -> picture.pixelWidth() == Math.floor(pane.getWidth())).isPresent();
    }

    private List<AxisHandle> handles() {
        return lookup(".axis-handle").queryAllAs(AxisHandle.class).stream()
                .sorted(java.util.Comparator.comparingDouble(Node::getLayoutX)).toList();
    }

    private String axis(int index) {
        return handles().get(index).getAccessibleText();
    }

    private TableView<CompareTable.Line> table() {
        return lookup("#compare-table").query();
    }

    @Test
    void onlyWhatDiffersIsShownUntilAskedForAll() {
        compare();
        List<String> rows = table().getItems().stream().map(CompareTable.Line::name).toList();
        assertTrue(rows.containsAll(List.of("Figures", "rows", "kind", "seed")), rows::toString);
        assertFalse(rows.contains("rate"), rows::toString);
        interact(() -> lookup("#compare-differences").<CheckBox>query().fire());
        assertTrue(table().getItems().stream().anyMatch(row -> row.name().equals("rate")));
        assertTrue(table().getItems().stream().anyMatch(row -> row.best().isPresent()));
        String best = lookup("#compare-best").<Label>query().getText();
        assertTrue(best.startsWith("Best average precision: ") && best.contains("Boosted trees"), best);
    }

    /** At the width that the page has in a window of 1,280 nothing of three runs is cut off. */
    @Test
    void threeRunsStandSideBySideWithoutScrolling() {
        compare();
        interact(() -> window.view.getScene().getWindow().setWidth(1_280));
        Await.settled();
        double columns = table().getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
        assertTrue(columns <= table().getWidth(), columns + " of " + table().getWidth());
    }

    @Test
    void inANarrowWindowTheCardsStandBelowEachOther() {
        compare();
        Node curves = lookup("#curves-card").query();
        interact(() -> window.view.getScene().getWindow().setWidth(1_280));
        Await.until(() -> curves.getLayoutX() > 400);
        interact(() -> window.view.getScene().getWindow().setWidth(800));
        Await.until(() -> curves.getLayoutX() < 50 && curves.getLayoutY() > 300);
    }

    @Test
    void axesAreChosenAndFiguresAreThoseOfTheApproach() {
        compare();
        int before = handles().size();
        MenuButton axes = lookup("#parallel-axes").query();
        CheckMenuItem seed = axes.getItems().stream().filter(Menu.class::isInstance)
                .flatMap(menu -> ((Menu) menu).getItems().stream()).map(CheckMenuItem.class::cast)
                .filter(item -> item.getText().equals("seed")).findFirst().orElseThrow();
        interact(() -> {
            seed.setSelected(!seed.isSelected());
            seed.fire();
        });
        Await.until(() -> handles().size() == before + (seed.isSelected() ? 1 : -1));
        assertEquals(seed.isSelected(),
                handles().stream().anyMatch(handle -> handle.getAccessibleText().startsWith("Axis seed")));
        String best = table().getItems().get(1).name();
        assertEquals("Best approach", best);
        ComboBox<String> approach = lookup("#compare-approach").queryComboBox();
        interact(() -> approach.setValue("rules"));
        assertTrue(table().getItems().stream().noneMatch(row -> row.name().equals("Best approach")));
    }

    @Test
    void axesAreMovedTurnedAndLookedAtInPartByKeyboard() {
        compare();
        assertTrue(axis(0).startsWith("Axis rows, all of it"), axis(0));
        interact(() -> handles().getFirst().requestFocus());
        push(KeyCode.ENTER);
        assertTrue(axis(0).endsWith("upside down"), axis(0));
        push(KeyCode.ENTER);
        push(KeyCode.UP);
        Await.until(() -> axis(0).contains("only"));
        Label subtitle = lookup("#parallel-card .card-head .muted").query();
        assertEquals("1 of 3 runs", subtitle.getText());
        push(KeyCode.DELETE);
        Await.until(() -> axis(0).contains("all of it"));
        push(KeyCode.ALT, KeyCode.RIGHT);
        Await.until(() -> handles().size() > 1 && axis(1).startsWith("Axis rows"));
        Await.until(() -> handles().get(1).isFocused());
        push(KeyCode.LEFT);
        assertTrue(handles().getFirst().isFocused());
    }

    @Test
    void aPartIsDrawnByMouseAndTakenBackByAClick() {
        compare();
        Node track = lookup(".axis-track").queryAll().stream()
                .min(java.util.Comparator.comparingDouble(Node::getLayoutX)).orElseThrow();
        javafx.geometry.Bounds place = Await.onFx(() -> track.localToScreen(track.getBoundsInLocal()));
        double x = place.getCenterX();
        moveTo(x, place.getMaxY() - 2).press(javafx.scene.input.MouseButton.PRIMARY);
        moveTo(x, place.getMaxY() - place.getHeight() * 0.3).moveTo(x, place.getMaxY() - place.getHeight() * 0.2);
        Await.until(() -> axis(0).contains("only"));
        release(javafx.scene.input.MouseButton.PRIMARY);
        assertTrue(axis(0).contains("only 4"), axis(0));
        clickOn(track);
        Await.until(() -> axis(0).contains("all of it"));
    }

    @Test
    void pointingAtARunInTheTableDrawsItsLine() {
        compare();
        Node line = lookup(".pointed-line").query();
        assertFalse(line.isVisible());
        Node cell = lookup("#compare-table .table-cell")
                .match((Node each) -> each.getLayoutX() > 100 && each.isVisible()).query();
        moveTo(cell);
        Await.until(line::isVisible);
    }

    @Test
    void whatIsComparedIsExportedAsAReport() throws IOException {
        Button export = lookup((Node node) -> "runs.report".equals(node.getId())).query();
        assertTrue(export.isDisabled(), "nothing to report yet");
        compare();
        Path file = folder.resolve("compared.pdf");
        window.files.next = Optional.of(file);
        interact(export::fire);
        Await.until(() -> lookup(".toast").tryQuery().isPresent());
        assertEquals("payments-3-runs-compared.pdf", window.files.suggested);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Payments: 3 runs compared") && text.contains("Precision and recall"), text);
        }
        window.files.next = Optional.of(folder.resolve("compared.txt"));
        interact(() -> window.run("runs.report"));
        Await.until(() -> lookup("#runs-problem").tryQuery().isPresent());
    }

    @Test
    void everythingHasWordsAndARing() {
        compare();
        interact(() -> {
            assertEquals(List.of(), Accessible.findings(window.view));
            assertEquals(List.of(), FocusRing.missing((Parent) window.view.lookup("#compare-page")));
        });
    }
}
