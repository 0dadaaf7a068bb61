package dev.sevenstep.studio.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Precision;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.task.StageLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of an image search, built, tuned and kept while one looks. */
@Tag("fx")
class ImageIndexTest extends ImageBoardWindow {
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
        interact(() -> Screen.save(lookup("#run-problem").<Node>query().getScene(), "images-refused"));
        assertEquals(List.of(), lookup("#run-problem .label").<Label>queryAll().stream().filter(Label::isTextTruncated)
                .map(Label::getText).toList(), "why it is refused can be read");
        assertTrue(facts().startsWith("In use: Exact"));
    }

    private String facts() {
        return lookup("#index-facts").<Label>query().getText();
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
}
