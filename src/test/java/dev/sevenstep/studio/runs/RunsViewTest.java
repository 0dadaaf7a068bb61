package dev.sevenstep.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Accessible;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FocusRing;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept runs listed, filtered, window.opened, made again, described and deleted, as a user goes. */
@Tag("fx")
@SuppressWarnings("NullAway.Init")
class RunsViewTest extends WindowTest {
    @TempDir
    private Path folder;
    @AutoClose
    private RunsFixture window;

    @Override
    public void start(Stage stage) {
        window = new RunsFixture(stage, folder);
    }

    private TableView<RunRecord> table() {
        return window.table();
    }

    private void run(String command) {
        interact(() -> window.run(command));
    }

    private void select(int... rows) {
        interact(() -> {
            table().getSelectionModel().clearSelection();
            for (int row : rows) {
                table().getSelectionModel().select(row);
            }
        });
    }

    private void filter(String text) {
        interact(() -> lookup("#runs-filter").<TextField>query().setText(text));
    }

    @Test
    void anEmptyStoreSaysWhatToDo() {
        interact(window.view::refresh);
        Await.until(() -> lookup("#runs-make").tryQuery().isPresent());
        assertFalse(lookup("#runs-table").tryQuery().isPresent());
    }

    @Test
    void theListIsFilteredByTextAndByChips() {
        window.keep(1, "rows=200");
        window.keep(2, "rows=300");
        window.keep(3, "rows=300");
        window.load(3);
        filter("params.rows = 300 and seed > 2");
        assertEquals(1, table().getItems().size());
        assertEquals("1 of 3 runs", lookup("#runs-count").<Label>query().getText());
        interact(() -> lookup(".chip").nth(1).<Button>query().fire());
        assertEquals(2, table().getItems().size());
        filter("colour = red");
        assertTrue(lookup("#runs-filter-error").<Label>query().getText().contains("colour"));
        assertEquals(2, table().getItems().size(), "a filter that is not understood changes nothing");
    }

    @Test
    void aKeptRunIsShownWithItsScores() {
        RunResult before = window.payments.run(ParameterValues.of(window.payments.parameters()), 4, 1,
                new StageLog(() -> 0, _ -> {}));
        window.store.keep(before, List.of());
        window.load(1);
        select(0);
        run("runs.open");
        Await.until(() -> !window.shown.isEmpty());
        assertEquals(before.approaches().get(2).metrics(), window.shown.getFirst().approaches().get(2).metrics());
        assertEquals(before.parameters(), window.shown.getFirst().parameters());
    }

    @Test
    void runningAgainSaysWhetherItIsTheSame() {
        window.keep(5);
        window.load(1);
        select(0);
        run("runs.again");
        Await.until(() -> lookup("#again-verdict").tryQuery().isPresent());
        assertTrue(lookup("#again-verdict").<Label>query().getText().contains("Identical to the last digit"));
        window.payments.drift().set(1);
        run("runs.again");
        Await.until(() -> lookup("#again-differences").tryQuery().isPresent());
        assertTrue(lookup("#again-differences").<Label>query().getText().contains("trees/averagePrecision"));
        interact(() -> lookup("#again-show").<Button>query().fire());
        assertEquals(1, window.shown.size());
    }

    @Test
    void deletingIsTakenBack() {
        window.keep(1);
        RunRecord second = window.keep(2);
        window.load(2);
        select(0);
        interact(() -> table().requestFocus());
        push(KeyCode.DELETE);
        Await.until(() -> table().getItems().size() == 1);
        assertTrue(window.store.find(second.id()).deleted());
        Button undo = lookup("#runs-undo").query();
        assertEquals(lookup(".toast > .label").<Label>query().getTextFill(), undo.getTextFill(),
                "as easy to read on the dark ground");
        interact(undo::fire);
        Await.until(() -> table().getItems().size() == 2);
        assertFalse(window.store.find(second.id()).deleted());
    }

    @Test
    void nameLabelsAndNoteAreKept() {
        RunRecord kept = window.keep(1);
        window.load(1);
        select(0);
        run("runs.rename");
        interact(() -> {
            lookup("#runs-name").<TextField>query().setText("Before the change");
            lookup("#runs-labels").<TextField>query().setText("week 3, odd");
        });
        push(KeyCode.ENTER);
        Await.until(() -> table().getItems().getFirst().name().equals("Before the change"));
        assertEquals(List.of("week 3", "odd"), window.store.find(kept.id()).labels());
        assertTrue(lookup("#runs-name").query().isFocused(), "the row is exchanged, the field is not");
        interact(() -> lookup("#runs-name").<TextField>query().setText("slip"));
        push(KeyCode.ESCAPE);
        assertEquals("Before the change", lookup("#runs-name").<TextField>query().getText());
    }

    @Test
    void folderAndJsonLeadOutside() {
        RunRecord kept = window.keep(1);
        window.load(1);
        select(0);
        run("runs.folder");
        assertEquals(List.of(window.store.artifacts(kept).getParent()), window.opened);
        window.files.next = Optional.of(folder.resolve("out.json"));
        run("runs.export");
        Await.until(() -> Files.exists(folder.resolve("out.json")));
    }

    @Test
    void aDamagedRunIsToldOfAndTheOthersAreListed() throws java.io.IOException {
        window.keep(1);
        RunRecord bad = window.keep(2);
        Files.writeString(window.store.artifacts(bad).resolve("result.json"), "{");
        window.load(1);
        assertTrue(lookup("#runs-damaged").tryQuery().isPresent());
    }

    /** The filled list with its details, several runs chosen, a filter that is not understood, a run being made again. */
    @Test
    void everythingHasWordsAndARing() {
        window.keep(1, "rows=200");
        window.keep(2, "rows=300");
        RunRecord third = window.keep(3);
        window.store.describe(third, "Night", "Looks odd.", List.of("odd"));
        window.load(3);
        select(0);
        walk();
        run("runs.again");
        Await.until(() -> lookup("#again-verdict").tryQuery().isPresent());
        walk();
        select(0, 1);
        walk();
        filter("colour = red");
        walk();
        filter("params.rows = 7");
        walk();
    }

    private void walk() {
        interact(() -> {
            assertEquals(List.of(), Accessible.findings(window.view));
            assertEquals(List.of(), FocusRing.missing(window.view));
        });
    }
}
