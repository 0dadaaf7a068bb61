package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.AnsweredDialogs;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The runs view in a window, with a store of its own and what it did to the outside. */
final class RunsFixture implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    final Payments payments = new Payments(new AtomicLong());
    final List<RunResult> shown = new ArrayList<>();
    final List<Path> opened = new ArrayList<>();
    final RunStore store;
    final RunsView view;
    final AnsweredDialogs files = new AnsweredDialogs();
    private final ExecutorService executor = Executors.newFixedThreadPool(3);

    RunsFixture(Stage stage, Path folder) {
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        store = new RunStore(folder.resolve("runs"), CLOCK, UUID::randomUUID, "ada");
        view = new RunsView(new RunsContext(store, () -> List.of(payments), executor, theme,
                new ChartTheme(Palette.PRINT, new ChartFonts()), files, opened::add, CLOCK,
                new Exporter(CatalogueReader.bundled()),
                (_, answered) -> answered.accept(ExportOptions.standard(CLOCK.instant())),
                new RunsContext.Target() {
                    @Override
                    public void show(RunRecord run, RunResult result) {
                        shown.add(result);
                    }

                    @Override
                    public void front() {
                        opened.clear();
                    }

                    @Override
                    public void makeRuns() {
                        shown.clear();
                    }
                }));
        Scene scene = new Scene(view, 990, 800);
        theme.install(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    RunRecord keep(long seed, String... parameters) {
        ParameterValues values = ParameterValues.of(payments.parameters());
        for (String parameter : parameters) {
            values = values.with(parameter.split("=")[0], parameter.split("=")[1]);
        }
        return store.keep(payments.run(values, seed, 1, new StageLog(() -> 0, _ -> {})), List.of());
    }

    @SuppressWarnings("unchecked") // there is one table of this id
    TableView<RunRecord> table() {
        return Await.onFx(() -> (TableView<RunRecord>) view.lookup("#runs-table"));
    }

    /** Reads the store and waits until so many rows are listed. */
    void load(int rows) {
        WaitForAsyncUtils.asyncFx(view::refresh);
        Await.until(() -> view.lookup("#runs-table") != null && table().getItems().size() == rows
                && view.lookup("#run-details .run-details-content") != null);
    }

    void run(String command) {
        view.commands().stream().filter(each -> each.id().equals(command)).findFirst().orElseThrow().run();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
