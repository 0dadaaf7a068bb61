package dev.sevenstep.studio.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Accessible;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FocusRing;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching among pictures in the window, by mouse and by keyboard. */
@Tag("fx")
class ImageBoardTest extends ImageBoardWindow {
    @Test
    void aClickSearchesOnAndBackLeadsBack() throws Exception {
        shown();
        assertEquals("Query no. 601", title());
        clickOn(lookup("#gallery-grid .picture-tile").nth(2).<Node>query());
        Await.until(() -> title().equals("Catalogue no. 3"));
        Await.until(() -> lookup("#neighbours-exact-first .picture-tile").queryAll().size() == 10);
        Node nearest = lookup("#neighbours-exact-first .picture-tile").nth(0).query();
        String words = nearest.getAccessibleText();
        clickOn(nearest);
        Await.until(() -> words.contains(title().substring("Catalogue ".length()) + ","));
        clickOn("#search-back");
        assertEquals("Catalogue no. 3", title());
        clickOn("#search-back");
        assertEquals("Query no. 601", title());
        assertTrue(lookup("#search-back").query().isDisabled());
        clickOn("#search-forward");
        assertEquals("Catalogue no. 3", title());
        assertEquals(3, lookup("#search-trail .trail-step").queryAll().size());
    }

    /** Of a run from the store the queries are searched for as they were; what needs the vectors says so. */
    @Test
    void aKeptRunAnswersItsQueries(@TempDir Path folder) throws Exception {
        shown();
        RunStore store = new RunStore(folder, Clock.systemUTC(), UUID::randomUUID, "");
        SampleExperiment experiment = new SampleExperiment();
        RunResult kept = store.open(store.keep(pictures.result(experiment.id()), List.of()), experiment);
        interact(() -> view.show(kept));
        Await.until(() -> lookup("#kept-notice").tryQuery().isPresent());
        Await.until(() -> lookup("#neighbours-exact-first .picture-tile").queryAll().size() == 10);
        assertEquals("Query no. 601", title());
        assertEquals("Compared with all 600", lookup("#neighbours-exact-first").query().getParent()
                .getChildrenUnmodifiable().stream().filter(Label.class::isInstance)
                .map(each -> ((Label) each).getText())
                .findFirst().orElse(""));
        clickOn(lookup("#gallery-grid .picture-tile").nth(2).<Node>query());
        Await.until(() -> title().equals("Query no. 603"));
        interact(() -> assertEquals(List.of(), Accessible.findings(view)));
        assertTrue(lookup("#index-kind").query().isDisabled());
        assertTrue(lookup("#front-pin").query().isDisabled());
        assertTrue(lookup("#front-now").<Label>query().getText().startsWith("As the run measured it"));
        Await.until(() -> lookup("#neighbours-exact-first .picture-tile").queryAll().size() == 10);
        clickOn(lookup("#neighbours-exact-first .picture-tile").nth(0).<Node>query());
        Await.until(() -> lookup("#neighbours-figures-first").<Label>query().getText().contains("run it again"));
        String asked = title();
        interact(() -> view.show(result));
        Await.until(() -> lookup("#kept-notice").tryQuery().isEmpty()
                && lookup("#neighbours-exact-first .picture-tile").queryAll().size() == 10);
        assertEquals(asked, title(), "made again, the run answers what was asked of it");
    }

    @Test
    void theKeyboardWalksThePicturesAndEnterSearches() throws Exception {
        shown();
        interact(() -> lookup("#gallery-grid").query().requestFocus());
        push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.ENTER);
        Await.until(() -> title().equals("Catalogue no. 3"));
        push(KeyCode.END).push(KeyCode.ENTER);
        Await.until(() -> title().equals("Catalogue no. 600"));
    }

    @Test
    void onlyPicturesInSightHaveNodesAndClassesAreFiltered() throws Exception {
        shown();
        assertTrue(lookup("#gallery-grid .picture-tile").queryAll().size() < 120);
        ComboBox<String> classes = lookup("#gallery-class").queryComboBox();
        interact(() -> classes.getSelectionModel().select("Bag"));
        Await.settled();
        assertTrue(lookup("#gallery-grid .picture-tile").queryAll().stream().filter(Node::isVisible)
                .allMatch(tile -> tile.getAccessibleText().startsWith("Bag")));
        String before = lookup("#gallery-grid .picture-tile").nth(0).query().getAccessibleText();
        clickOn("#gallery-shuffle");
        String shuffled = lookup("#gallery-grid .picture-tile").nth(0).query().getAccessibleText();
        assertFalse(shuffled.equals(before));
        clickOn("#gallery-order");
        assertEquals(before, lookup("#gallery-grid .picture-tile").nth(0).query().getAccessibleText());
    }

    @Test
    void aDrawingIsSearchedForAndTakenBack() throws Exception {
        shown();
        interact(() -> lookup("#gallery-side .toggle-button").<ToggleButton>queryAll().stream()
                .filter(button -> button.getText().equals("Draw")).findFirst().orElseThrow().fire());
        Node sheet = lookup("#draw-sheet").query();
        moveTo(sheet).press(javafx.scene.input.MouseButton.PRIMARY).moveBy(20, 30)
                .release(javafx.scene.input.MouseButton.PRIMARY);
        Await.until(() -> title().equals("Drawing"));
        assertTrue(lookup("#draw-undo").tryQuery().isPresent());
        push(KeyCode.SPACE);
        clickOn("#draw-undo");
        clickOn("#draw-undo");
        assertTrue(lookup("#draw-undo").query().isDisabled());
        // One place on the trail, however many lines.
        clickOn("#search-back");
        assertEquals("Query no. 601", title());
    }

    @Test
    void aCellListsItsQueriesAndOneOfThemIsSearchedFor() throws Exception {
        shown();
        interact(() -> lookup("#image-board").<ScrollPane>query().setVvalue(1));
        TableView<?> table = lookup("#classes-table").queryTableView();
        interact(() -> choose(table));
        String head = lookup("#classes-mistakes-head").<Label>query().getText();
        assertTrue(head.endsWith("of class T-shirt with neighbours of class T-shirt"), head);
        Await.settled();
        Node worst = lookup("#classes-mistakes .picture-tile").nth(0).query();
        assertTrue(worst.getAccessibleText().startsWith("T-shirt, no. "));
        interact(() -> lookup("#classes-mistakes").query().requestFocus());
        push(KeyCode.ENTER);
        Await.until(
                () -> worst.getAccessibleText().startsWith("T-shirt, " + title().substring("Query ".length()) + ":"));
        assertEquals(0, lookup("#image-board").<ScrollPane>query().getVvalue());
    }

    private static <S> void choose(TableView<S> table) {
        table.getSelectionModel().clearAndSelect(0, table.getColumns().get(4));
    }

    @Test
    void aPictureOnTheClipboardIsSearchedFor() throws Exception {
        shown();
        paste();
        Await.until(() -> title().equals("Pasted picture"));
        Await.until(() -> lookup("#neighbours-figures-first").<Label>query().getText().contains("embedding"));
    }

    private void paste() {
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new WritableImage(40, 40));
            Clipboard.getSystemClipboard().setContent(content);
            lookup("#search-paste").<Button>query().fire();
        });
    }

    /** A network that takes its time: what is there meanwhile is seen to be old, and who does not want to wait need not. */
    @Test
    void aSlowSearchSaysSoAndCanBeCancelled() throws Exception {
        shown();
        slow = new CountDownLatch(1);
        paste();
        Node waiting = lookup("#neighbours-waiting-first").query();
        Await.until(waiting::isVisible);
        assertEquals("Pasted picture", title());
        assertTrue(lookup("#neighbours-waiting-first .label").<Label>queryAll().stream()
                .anyMatch(label -> label.getText().equals("Making its vector …")));
        Node grid = lookup("#neighbours-exact-first").query();
        assertTrue(grid.getOpacity() < 0.5, "the neighbours of the query before");
        interact(() -> Screen.save(window.scene, "images-waiting"));
        interact(() -> lookup("#neighbours-waiting-first-cancel").queryButton().fire());
        assertFalse(waiting.isVisible());
        assertFalse(grid.isVisible());
        assertEquals("Search cancelled.", lookup("#neighbours-figures-first").<Label>query().getText());
        slow.countDown();
        Await.until(() -> lookup("#neighbours-figures-second").<Label>query().getText().contains("embedding"));
        assertEquals("Search cancelled.", lookup("#neighbours-figures-first").<Label>query().getText());
        interact(() -> lookup("#neighbours-again-first").queryButton().fire());
        Await.until(() -> lookup("#neighbours-figures-first").<Label>query().getText().contains("embedding"));
        assertTrue(grid.isVisible() && grid.getOpacity() == 1);
        assertFalse(lookup("#neighbours-again-first").query().isVisible());
    }

    /** In a narrow window every card takes the whole width, and no head of a class is cut. */
    @Test
    void aNarrowWindowStacksTheCards() throws Exception {
        shown();
        for (int width : new int[]{1280, 1024, 853, 640, 365}) {
            interact(() -> window.scene.getWindow().setWidth(width));
            interact(() -> lookup(".run-sides .toggle-button.last").<ToggleButton>tryQuery()
                    .ifPresent(ToggleButton::fire));
            Await.settled();
            Await.settled();
            interact(() -> {
                ScrollPane board = lookup("#image-board").query();
                for (String id : List.of("#gallery-card", "#search-card", "#index-card", "#front-card")) {
                    Node card = lookup(id).query();
                    double right = board.sceneToLocal(card.localToScene(card.getBoundsInLocal())).getMaxX();
                    assertTrue(right <= board.getWidth(), id + " ends at " + right + " of " + board.getWidth());
                }
                Node found = lookup("#neighbours-exact-second").query();
                Node card = lookup("#search-card").query();
                assertTrue(found.localToScene(found.getBoundsInLocal()).getMaxY() <= card
                        .localToScene(card.getBoundsInLocal()).getMaxY(),
                        "all neighbours are on their card at " + width);
                lookup("#classes-table .column-header > .label").<Label>queryAll().stream()
                        .filter(label -> !label.getText().isEmpty()).forEach(label -> assertEquals(label.getText(),
                                ((Text) label.lookup(".text")).getText(), "at " + width));
            });
        }
        interact(() -> lookup(".run-sides .toggle-button.first").<ToggleButton>query().fire());
        interact(() -> window.scene.getWindow().setWidth(1280));
        Await.settled();
        assertTrue(lookup(".run-left").query().isVisible() && lookup("#image-board").query().isVisible(),
                "parameters and results stand beside each other again");
    }

    @Test
    void filesThatCouldNotBeUsedAreListed() throws Exception {
        shown();
        Button skipped = lookup("#gallery-skipped").query();
        assertEquals("1 file could not be used", skipped.getText());
        interact(skipped::fire);
        assertEquals(List.of("cats/17.jpg cannot be decoded: no EOI marker"),
                lookup("#gallery-skipped-list").queryListView().getItems());
        interact(skipped::fire);
        assertTrue(lookup("#gallery-skipped-list").tryQuery().isEmpty());
    }

    @Test
    void aPhotographThatCannotBeReadIsNamedWithTheReason(@TempDir Path folder) throws Exception {
        shown();
        window.files.next = Optional.of(Files.writeString(folder.resolve("cat.png"), "no picture"));
        interact(() -> lookup("#search-open").<Button>query().fire());
        Await.until(() -> lookup("#run-problem").tryQuery().isPresent());
        assertTrue(lookup("#run-problem .label").<Label>queryAll().stream()
                .anyMatch(label -> label.getText().equals("cat.png is neither JPEG nor PNG")));
    }

    @Test
    void everythingHasWordsAndShowsItsFocusInBothThemes() throws Exception {
        shown();
        Parent board = lookup("#image-board").query();
        interact(() -> assertEquals(List.of(), Accessible.findings(board)));
        for (Theme.Mode mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
            interact(() -> window.theme.modeProperty().set(mode));
            Await.settled();
            interact(() -> Screen.save(window.scene, "images-" + mode));
            interact(() -> assertEquals(List.of(), FocusRing.missing(board)));
        }
    }
}
