package dev.sevenstep.studio.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Precision;
import dev.sevenstep.studio.Accessible;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FocusRing;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching among pictures in the window, by mouse and by keyboard. */
@Tag("fx")
@SuppressWarnings("NullAway.Init")
class ImageBoardTest extends WindowTest {
    /** What the vector of a picture from elsewhere waits for. */
    private volatile CountDownLatch slow = new CountDownLatch(0);
    private final FashionPictures pictures = new FashionPictures(600, 60, this::hold);

    @AutoClose
    private RunFixture window;
    private RunView view;
    private RunResult result;

    @Override
    public void start(Stage stage) {
        window = new RunFixture(stage, List.of(new SampleExperiment()), 1280, 730);
        view = window.view;
        result = pictures.result(new SampleExperiment().id());
        view.show(result);
    }

    private void hold() {
        try {
            slow.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void shutDown() {
        slow.countDown();
    }

    private void shown() throws Exception {
        Await.until(() -> lookup("#neighbours-exact-first").tryQuery().isPresent()
                && lookup("#neighbours-exact-first .picture-tile").tryQuery().isPresent());
    }

    private String title() {
        return lookup("#search-title").<Label>query().getText();
    }

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
    void anIndexIsBuiltItsMissesAreMarkedAndASettingIsPinned() throws Exception {
        shown();
        assertFalse(lookup("#neighbours-found-first").query().isVisible());
        ComboBox<?> kind = lookup("#index-kind").queryComboBox();
        interact(() -> kind.getSelectionModel().select(1));
        Await.until(() -> lookup("#neighbours-found-first").query().isVisible());
        assertTrue(
                lookup("#index-facts").<Label>query().getText().startsWith("In use: HNSW (M 16, efConstruction 100)"));
        ComboBox<?> same = lookup("#index-kind").queryComboBox();
        interact(() -> same.getSelectionModel().select(4));
        Await.until(() -> lookup("#index-facts").<Label>query().getText().startsWith("In use: IVF"));
        Slider nprobe = lookup("#index-nprobe").query();
        interact(() -> nprobe.setValue(0));
        Await.until(() -> lookup("#front-now").<Label>query().getText().startsWith("nprobe 1:"));
        Await.until(() -> lookup("#neighbours-exact-first .picture-tile").<Node>queryAll().stream()
                .anyMatch(tile -> tile.getAccessibleText().contains("missed by the index")));
        assertTrue(lookup("#neighbours-found-first .picture-tile").<Node>queryAll().stream()
                .anyMatch(tile -> tile.getAccessibleText().contains("not among the exact 10")));
        interact(() -> lookup("#front-pin").<Button>query().fire());
        interact(() -> nprobe.setValue(4));
        Await.until(() -> lookup("#front-now").<Label>query().getText().startsWith("nprobe 6:"));
        interact(() -> lookup("#front-pin").<Button>query().fire());
        assertEquals(2, lookup("#front-pins .pin-remove").queryAll().size());
        Await.until(() -> lookup("#front-card .chart-pane").<ChartPane>query().pictureProperty().get().isPresent());
        interact(() -> Screen.save((Parent) lookup("#image-board .card-grid").query(), "images-index"));
        interact(() -> lookup("#front-pins .pin-remove").<Button>queryAll().iterator().next().fire());
        assertEquals(1, lookup("#front-pins .pin-remove").queryAll().size());
    }

    @Test
    void anIndexIsKeptAndOneOfAnotherEmbeddingIsRefused(@TempDir Path folder) throws Exception {
        shown();
        Path file = folder.resolve("raw.index");
        window.files.next = Optional.of(file);
        ComboBox<?> kind = lookup("#index-kind").queryComboBox();
        interact(() -> kind.getSelectionModel().select(4));
        Await.until(() -> facts().startsWith("In use: IVF (64 lists)"));
        interact(() -> lookup("#index-save").<Button>query().fire());
        Await.until(() -> Files.exists(file));
        interact(() -> kind.getSelectionModel().select(0));
        Await.until(() -> facts().startsWith("In use: Exact"));
        interact(() -> lookup("#index-open").<Button>query().fire());
        Await.until(() -> facts().startsWith("In use: IVF (64 lists)") && facts().contains("Opened from raw.index"));
        ComboBox<Optional<?>> approach = lookup("#neighbours-approach-first").queryComboBox();
        interact(() -> approach.getSelectionModel().select(1));
        Await.until(() -> facts().startsWith("In use: Exact"));
        interact(() -> lookup("#index-open").<Button>query().fire());
        Await.until(() -> lookup("#run-problem").tryQuery().isPresent());
        assertTrue(lookup("#run-problem .label").<Label>queryAll().stream()
                .anyMatch(label -> label.getText().contains("holds vectors of the embedding raw")));
        assertTrue(facts().startsWith("In use: Exact"));
    }

    private String facts() {
        return lookup("#index-facts").<Label>query().getText();
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

    /** The ten nearest of a query by the cosine, counted here in doubles. */
    private static Set<Integer> nearest(ImageTest test, int query) {
        double[] wanted = levels(test.queries().picture(query));
        double[] cosines = new double[test.catalogue().size()];
        for (int item = 0; item < cosines.length; item++) {
            double[] other = levels(test.catalogue().picture(item));
            double product = 0;
            double length = 0;
            for (int i = 0; i < other.length; i++) {
                product += wanted[i] * other[i];
                length += other[i] * other[i];
            }
            cosines[item] = product / Math.sqrt(length);
        }
        return IntStream.range(0, cosines.length).boxed().sorted(Comparator.comparing(item -> -cosines[item])).limit(10)
                .collect(Collectors.toSet());
    }

    private static double[] levels(Picture picture) {
        return IntStream.of(picture.rgb()).mapToDouble(pixel -> pixel & 0xff).toArray();
    }

    private double told(String before, String after) {
        Matcher figure = Pattern.compile(Pattern.quote(before) + "([0-9.,]+)" + Pattern.quote(after))
                .matcher(lookup("#front-now").<Label>query().getText());
        assertTrue(figure.find(), () -> lookup("#front-now").<Label>query().getText());
        return Double.parseDouble(figure.group(1).replace(",", ""));
    }

    private void knob(String id, double value) {
        interact(() -> lookup(id).<Slider>query().setValue(value));
    }

    /** Every knob of an index is turned, and what is read of it is held against what is counted here. */
    @Test
    void theFiguresOnScreenAreThoseOfTheIndex() throws Exception {
        shown();
        interact(() -> lookup("#index-kind").queryComboBox().getSelectionModel().select(1));
        Await.until(() -> facts().startsWith("In use: HNSW (M 16, efConstruction 100). "));
        knob("#index-m", 0);
        knob("#index-ef-construction", 0);
        Await.until(() -> facts().startsWith("In use: HNSW (M 4, efConstruction 20). "));
        double full = bytes();
        assertTrue(full > 4 * 784 && full < 4 * 784 + 100, "vectors of 784 floats and some links: " + full);
        assertTrue(facts().contains("Built in "), facts());
        interact(() -> lookup("#index-bits .toggle-button.last").<ToggleButton>query().fire());
        Await.until(() -> facts().contains("efConstruction 20), "));
        assertTrue(bytes() >= full + 784 / 8 && bytes() < full + 2 * 784 / 8,
                "and a bit a value with its corrections: " + bytes() + " after " + full);
        knob("#index-ef-search", 6);
        knob("#index-rescored", 0);
        Await.until(() -> lookup("#front-now").<Label>query().getText().startsWith("efSearch 40, 0 compared again:"));

        ImageTest test = result.images().orElseThrow();
        ImageSearch.Searcher same = Objects.requireNonNull(test.searches().get("raw")).searcher().with(
                new IndexSpec.Hnsw(IndexSpec.Engine.OWN, 4, 20, Precision.BINARY), 1,
                new StageLog(System::nanoTime, _ -> {}));
        for (int rescored : new int[]{0, 20}) {
            knob("#index-rescored", rescored == 0 ? 0 : 2);
            Await.until(() -> lookup("#front-now").<Label>query().getText()
                    .startsWith("efSearch 40, " + rescored + " compared again:"));
            double found = 0;
            for (int query = 0; query < test.queries().size(); query++) {
                Set<Integer> wanted = nearest(test, query);
                found += IntStream.of(same.searchQuery(query, 10, new Effort(40, 1, rescored),
                        new StageLog(System::nanoTime, _ -> {})).found().ids()).filter(wanted::contains).count();
            }
            assertEquals(found / 10 / test.queries().size(), told("recall@10 ", ","), 0.003);
            assertTrue(told(", ", " queries/s") > 0);
            assertTrue(told("p50 ", " µs") <= told("p99 ", " µs"));
            interact(() -> lookup("#front-pin").queryButton().fire());
        }
        ChartPane pane = lookup("#front-card .chart-pane").query();
        List<List<Object>> pinned = pane.chart().orElseThrow().table().rows().stream()
                .filter(row -> String.valueOf(row.getFirst()).startsWith("efSearch 40, ")).toList();
        assertEquals(2, pinned.size(), "both pins are in the front");
        assertEquals(told("recall@10 ", ","), (Double) pinned.getLast().get(1), 0.0006);
        assertTrue((Double) pinned.getFirst().get(1) < (Double) pinned.getLast().get(1), "comparing again finds more");
        assertTrue(lookup("#front-pins .label").<Label>queryAll().stream().map(Label::getText).toList()
                .containsAll(List.of("recall", "queries/s", "p50 (µs)", "p99 (µs)", "built (s)", "B a vector",
                        "Raw pixels, " + same.index().label() + ", efSearch 40, 20 compared again")));
    }

    private double bytes() {
        Matcher bytes = Pattern.compile("([0-9,]+) bytes a vector").matcher(facts());
        assertTrue(bytes.find(), facts());
        return Double.parseDouble(bytes.group(1).replace(",", ""));
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
