package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.exchange.ExportPane;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/** Asks for a format where needed, writes the design in the background and says when it is there. */
final class Exports {
    private final DocumentSession session;
    private final ShellContext context;
    private final Overlay overlay;
    private final Dialogs dialogs;
    private final ToastHost toasts;
    private final Supplier<Optional<RunResult>> run;
    private final Exporter exporter;

    /**
     * @param run the last finished run, whose charts go into a report
     */
    Exports(DocumentSession session, ShellContext context, Overlay overlay, ToastHost toasts,
            Supplier<Optional<RunResult>> run) {
        this.session = session;
        this.context = context;
        this.overlay = overlay;
        this.dialogs = new Dialogs(overlay);
        this.toasts = toasts;
        this.run = run;
        exporter = new Exporter(session.catalogue());
    }

    /** Shows all formats with their options, this one chosen. */
    void choose(ExportFormat first) {
        ExportPane pane = new ExportPane(first, standard(), (format, options) -> {
            overlay.close();
            export(format, options);
        }, overlay::dismiss);
        overlay.show(pane, -1, pane.first(), () -> {});
    }

    /** Asks only for the file, unless the format is a picture, whose options matter. */
    void export(ExportFormat format) {
        if (format == ExportFormat.SVG || format == ExportFormat.PNG) {
            choose(format);
        } else {
            export(format, standard());
        }
    }

    private ExportOptions standard() {
        return ExportOptions.standard(context.clock().instant());
    }

    private void export(ExportFormat format, ExportOptions options) {
        Design design = session.design();
        String name = Documents.fileName(design.title()) + "." + format.extension();
        context.files().save("Export as " + format.label(), name, List.of(format.extension()))
                .ifPresent(file -> write(design, file, options));
    }

    private void write(Design design, Path file, ExportOptions options) {
        Optional<RunResult> result = run.get();
        context.work().run(() -> {
            exporter.export(design, result, file, options);
            return file;
        }, done -> {
            Button open = new Button("Open");
            open.setOnAction(_ -> context.openOutside().accept(done));
            Button folder = new Button("Open folder");
            folder.setOnAction(_ -> context.openOutside().accept(done.toAbsolutePath().getParent()));
            toasts.show("Exported " + done.getFileName(), open, folder);
        }, failure -> dialogs.error("The design could not be exported",
                Documents.wordsOf(failure)));
    }
}
