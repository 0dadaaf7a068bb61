package dev.sevenstep.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Kept runs listed, filtered, opened, made again, described and deleted, as a user goes. */
@Tag("fx")
@SuppressWarnings("NullAway.Init")
class RunsViewTest extends ApplicationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final ExecutorService executor = Executors.newFixedThreadPool(3);
    private final Payments payments = new Payments(new AtomicLong());
    private final List<RunResult> shown = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private Optional<Path> answer = Optional.empty();
    private RunStore store;
    private RunsView view;

    @Override
    public void start(Stage stage) {
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        FileDialogs files = new FileDialogs() {
            @Override
            public Optional<Path> open(String title, List<String> extensions) {
                return answer;
            }

            @Override
            public Optional<Path> save(String title, String suggestedName, List<String> extensions) {
                return answer;
            }
        };
        store = new RunStore(folder.resolve("runs"), CLOCK, UUID::randomUUID, "ada");
        view = new RunsView(new RunsContext(store, () -> List.of(payments), executor, theme,
                new ChartTheme(Palette.PRINT, new ChartFonts()), files, opened::add, CLOCK,
                new RunsContext.Target() {
                    @Override
                    public void show(RunRecord run, RunResult result) {
                        shown.add(result);
                    }

                    @Override
                    public void makeRuns() {
                        shown.clear();
                    }
                }));
        Scene scene = new Scene(view, 990, 800);
        theme.install(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private RunRecord keep(long seed, String... parameters) {
        ParameterValues values = ParameterValues.of(payments.parameters());
        for (String parameter : parameters) {
            values = values.with(parameter.split("=")[0], parameter.split("=")[1]);
        }
        return store.keep(payments.run(values, seed, 1, new StageLog(() -> 0, _ -> {})), List.of());
    }

    private TableView<RunRecord> table() {
        return lookup("#runs-table").queryTableView();
    }

    private void load(int rows) throws Exception {
        interact(view::refresh);
        until(() -> lookup("#runs-table").tryQuery().isPresent() && table().getItems().size() == rows
                && lookup("#run-details .run-details-content").tryQuery().isPresent());
    }

    private void run(String command) {
        interact(() -> view.commands().stream().filter(each -> each.id().equals(command)).findFirst().orElseThrow()
                .run());
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
    void anEmptyStoreSaysWhatToDo() throws Exception {
        interact(view::refresh);
        until(() -> lookup("#runs-make").tryQuery().isPresent());
        assertFalse(lookup("#runs-table").tryQuery().isPresent());
    }

    @Test
    void theListIsFilteredByTextAndByChips() throws Exception {
        keep(1, "rows=200");
        keep(2, "rows=300");
        keep(3, "rows=300");
        load(3);
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
    void aKeptRunIsShownWithItsScores() throws Exception {
        RunResult before = payments.run(ParameterValues.of(payments.parameters()), 4, 1,
                new StageLog(() -> 0, _ -> {}));
        store.keep(before, List.of());
        load(1);
        select(0);
        run("runs.open");
        until(() -> !shown.isEmpty());
        assertEquals(before.approaches().get(2).metrics(), shown.getFirst().approaches().get(2).metrics());
        assertEquals(before.parameters(), shown.getFirst().parameters());
    }

    @Test
    void runningAgainSaysWhetherItIsTheSame() throws Exception {
        keep(5);
        load(1);
        select(0);
        run("runs.again");
        until(() -> lookup("#again-verdict").tryQuery().isPresent());
        assertTrue(lookup("#again-verdict").<Label>query().getText().contains("Identical to the last digit"));
        payments.drift().set(1);
        run("runs.again");
        until(() -> lookup("#again-differences").tryQuery().isPresent());
        assertTrue(lookup("#again-differences").<Label>query().getText().contains("trees/averagePrecision"));
        interact(() -> lookup("#again-show").<Button>query().fire());
        assertEquals(1, shown.size());
    }

    @Test
    void deletingIsTakenBack() throws Exception {
        keep(1);
        RunRecord second = keep(2);
        load(2);
        select(0);
        interact(() -> table().requestFocus());
        push(KeyCode.DELETE);
        until(() -> table().getItems().size() == 1);
        assertTrue(store.find(second.id()).deleted());
        interact(() -> lookup("#runs-undo").<Button>query().fire());
        until(() -> table().getItems().size() == 2);
        assertFalse(store.find(second.id()).deleted());
    }

    @Test
    void nameLabelsAndNoteAreKept() throws Exception {
        RunRecord kept = keep(1);
        load(1);
        select(0);
        run("runs.rename");
        interact(() -> {
            lookup("#runs-name").<TextField>query().setText("Before the change");
            lookup("#runs-labels").<TextField>query().setText("week 3, odd");
        });
        push(KeyCode.ENTER);
        until(() -> table().getItems().getFirst().name().equals("Before the change"));
        assertEquals(List.of("week 3", "odd"), store.find(kept.id()).labels());
        assertTrue(lookup("#runs-name").query().isFocused(), "the row is exchanged, the field is not");
        interact(() -> lookup("#runs-name").<TextField>query().setText("slip"));
        push(KeyCode.ESCAPE);
        assertEquals("Before the change", lookup("#runs-name").<TextField>query().getText());
    }

    @Test
    void folderAndJsonLeadOutside() throws Exception {
        RunRecord kept = keep(1);
        load(1);
        select(0);
        run("runs.folder");
        assertEquals(List.of(store.artifacts(kept).getParent()), opened);
        answer = Optional.of(folder.resolve("out.json"));
        run("runs.export");
        until(() -> Files.exists(folder.resolve("out.json")));
    }

    @Test
    void aDamagedRunIsToldOfAndTheOthersAreListed() throws Exception {
        keep(1);
        RunRecord bad = keep(2);
        Files.writeString(store.artifacts(bad).resolve("result.json"), "{");
        load(1);
        assertTrue(lookup("#runs-damaged").tryQuery().isPresent());
    }
}
