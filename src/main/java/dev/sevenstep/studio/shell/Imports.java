package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.exchange.ImportedDrawing;
import dev.sevenstep.exchange.Importer;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.exchange.ImportPane;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Reads a drawing in the background, shows what its boxes are taken for, and opens what the user settles on. */
final class Imports {
    private final DocumentSession session;
    private final ShellContext context;
    private final Documents documents;
    private final Overlay overlay;
    private final Dialogs dialogs;

    Imports(DocumentSession session, ShellContext context, Documents documents, Overlay overlay) {
        this.session = session;
        this.context = context;
        this.documents = documents;
        this.overlay = overlay;
        this.dialogs = new Dialogs(overlay);
    }

    void choose() {
        context.files().open("Import a drawing", Importer.EXTENSIONS).ifPresent(this::open);
    }

    void open(Path file) {
        context.work().run(() -> {
            Suggestions usual = Suggestions.of(Samples.list().stream().map(Samples.Sample::design).toList());
            return new Importer(session.catalogue(), usual).read(file, UUID.randomUUID().toString());
        }, drawing -> show(file, drawing),
                failure -> dialogs.error("The drawing could not be imported", Documents.wordsOf(failure)));
    }

    private void show(Path file, ImportedDrawing drawing) {
        ImportPane pane = new ImportPane(String.valueOf(file.getFileName()), drawing, session.catalogue(), kinds -> {
            overlay.close();
            open(drawing, kinds);
        }, overlay::dismiss);
        overlay.show(pane, -1, pane.first(), () -> {});
    }

    private void open(ImportedDrawing drawing, Map<String, String> kinds) {
        ImportedDrawing.Opened opened = drawing.design(kinds);
        Documents there = documents.openUntitled(opened.design(), true);
        if (opened.remarks().isEmpty()) {
            there.say("Imported. Save it to keep it.");
        } else {
            there.explain("Imported, with remarks", String.join("\n", opened.remarks().stream().limit(12).toList())
                    + (opened.remarks().size() > 12 ? "\n… and " + (opened.remarks().size() - 12) + " more." : ""));
        }
    }
}
