package dev.sevenstep.studio.shell;

import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Opens files: reads them in the background and puts each where there is room for it, in this tab or a new one. */
final class Opening {
    private static final String NOT_OPENED = "The design could not be opened";

    private final DocumentSession session;
    private final ShellContext context;
    private final Documents documents;
    private final Desk desk;

    Opening(DocumentSession session, ShellContext context, Documents documents, Desk desk) {
        this.session = session;
        this.context = context;
        this.documents = documents;
        this.desk = desk;
    }

    /** Opens files, the last one in front; one that is open already is shown. */
    void open(List<Path> files) {
        List<Path> open = desk.files();
        context.work().run(() -> read(files, open), this::show,
                failure -> documents.explain(NOT_OPENED, Documents.wordsOf(failure)));
    }

    /**
     * Opens the files a program starts with, the first one in front. Work left behind on them is not offered yet; files that
     * are gone are told of in passing.
     *
     * @param then called when they are open
     */
    void openAtStart(List<Path> files, Runnable then) {
        context.work().run(() -> read(files, List.of()), reads -> {
            List<FileRead.Failed> failed = new ArrayList<>();
            List<String> gone = new ArrayList<>();
            for (FileRead read : reads) {
                if (!(read instanceof FileRead.Failed failure)) {
                    place(read).shown();
                } else if (failure.gone()) {
                    gone.add(String.valueOf(failure.file().getFileName()));
                } else {
                    failed.add(failure);
                }
            }
            if (!gone.isEmpty()) {
                documents.say("No longer where it was: " + String.join(", ", gone));
            }
            explain(documents, failed);
            then.run();
        }, failure -> {
            documents.explain(NOT_OPENED, Documents.wordsOf(failure));
            then.run();
        });
    }

    private List<FileRead> read(List<Path> files, List<Path> open) {
        return files.stream().map(file -> FileRead.of(file, open, context.store().recovery())).toList();
    }

    private void show(Collection<FileRead> reads) {
        List<FileRead.Failed> failed = new ArrayList<>();
        Documents last = documents;
        for (FileRead read : reads) {
            if (read instanceof FileRead.Failed failure) {
                failed.add(failure);
                if (failure.gone()) {
                    context.settings().forget(failure.file());
                }
            } else {
                last = place(read);
                last.shown();
                last.recoveries().offer(read.unsaved());
            }
        }
        if (last != documents || failed.size() < reads.size()) {
            last.arrived();
        }
        explain(last, failed);
    }

    private static void explain(Documents where, List<FileRead.Failed> failed) {
        if (!failed.isEmpty()) {
            where.explain(failed.size() == 1 ? NOT_OPENED : failed.size() + " files could not be opened",
                    String.join("\n", failed.stream().map(failure -> Documents.wordsOf(failure.why())).toList()));
        }
    }

    /** Puts what was read where there is room for it, or finds where it is open already. */
    private Documents place(FileRead read) {
        return switch (read) {
            case FileRead.OpenAlready(_, Path openAs, _) -> desk.holding(openAs).orElse(documents);
            case FileRead.OfReport(Path file, var design) -> {
                Documents there = documents.room();
                there.opening().session.openUntitled(design, false);
                there.say("Opened the design inside " + file.getFileName() + ". Save it to keep changes.");
                context.settings().remember(file);
                yield there;
            }
            case FileRead.OfDesign(Path file, DesignFile.Opened opened, _) -> {
                // It may have been asked for twice in a row, the second time before the first was read.
                Documents there = documents.placeFor(Optional.of(file));
                if (there.path().isEmpty()) {
                    there.opening().session.open(opened.design(), file, opened.content());
                    if (opened.version() < DesignFile.presentVersion()) {
                        there.say("This file is in an older format. Saving writes it in the present one.");
                    }
                }
                context.settings().remember(file);
                yield there;
            }
            case FileRead.Failed failed -> throw new IllegalArgumentException(failed.file() + " was not read");
        };
    }
}
