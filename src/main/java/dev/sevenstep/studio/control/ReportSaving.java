package dev.sevenstep.studio.control;

import dev.sevenstep.export.ExportException;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.tracking.TrackingException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/**
 * Asks how its pages lie and where to, writes a report of runs there in the background and says when it is there.
 *
 * @param pages how they lie
 * @param openOutside shows a file or folder with the system's own program
 * @param problem shows what went wrong
 */
public record ReportSaving(Exporter exporter, Executor executor, FileDialogs files, PageQuestion pages,
        Consumer<Path> openOutside, ToastHost toasts, Consumer<String> problem) {

    /**
     * @param title of the report, which its file is named after
     * @param report what it tells about; asked off the JavaFX thread, since it may read kept scores
     */
    public void save(String title, Supplier<? extends RunsReport> report) {
        pages.ask(title, options -> save(title, report, options));
    }

    private void save(String title, Supplier<? extends RunsReport> report, ExportOptions options) {
        String ending = ExportFormat.PDF.extension();
        files.save("Export report of runs", FileDialogs.nameOf(title, "runs") + "." + ending, List.of(ending))
                .ifPresent(file -> Background.run(executor, () -> write(report, file, options), failure -> {
                    if (failure.isEmpty()) {
                        tell(file);
                    } else {
                        problem.accept(failure);
                    }
                }));
    }

    /** What went wrong, in words; empty when nothing did. */
    private String write(Supplier<? extends RunsReport> report, Path file, ExportOptions options) {
        try {
            exporter.report(report.get(), file, options);
            return "";
        } catch (ExportException | TrackingException e) {
            return "The report was not written. " + e.getMessage();
        }
    }

    private void tell(Path file) {
        Button open = new Button("Open");
        open.setOnAction(_ -> openOutside.accept(file));
        Button folder = new Button("Open folder");
        folder.setOnAction(_ -> openOutside.accept(file.toAbsolutePath().getParent()));
        toasts.show("Exported " + file.getFileName(), open, folder);
    }
}
