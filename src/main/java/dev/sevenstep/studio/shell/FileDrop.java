package dev.sevenstep.studio.shell;

import dev.sevenstep.exchange.Importer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/**
 * Files that another program drops on a document or on the tabs above it. While they are over it a hint says what will happen; a file that cannot be
 * opened is taken too, so that the user gets the reason instead of silence.
 */
final class FileDrop {
    private final Consumer<List<Path>> open;
    private final BiConsumer<String, String> refuse;
    private final DropHint hint;
    private final BooleanSupplier busy;

    /**
     * @param refuse tells why nothing was opened: a title and the reason
     * @param busy whether a question lies over the document: then nothing can be dropped
     */
    FileDrop(Consumer<List<Path>> open, BiConsumer<String, String> refuse, DropHint hint, BooleanSupplier busy) {
        this.open = open;
        this.refuse = refuse;
        this.hint = hint;
        this.busy = busy;
    }

    /**
     * Takes what is dropped on a place.
     *
     * @param taker whose the place is at the moment
     */
    static void install(Node place, Supplier<Optional<FileDrop>> taker) {
        place.addEventHandler(DragEvent.DRAG_OVER, event -> taker.get().ifPresent(drop -> drop.over(event)));
        place.addEventHandler(DragEvent.DRAG_EXITED, _ -> taker.get().ifPresent(drop -> drop.hint.hide()));
        place.addEventHandler(DragEvent.DRAG_DROPPED, event -> taker.get().ifPresent(drop -> drop.dropped(event)));
    }

    private void over(DragEvent event) {
        if (!files(event).isEmpty() && !busy.getAsBoolean()) {
            over(files(event));
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (!files(event).isEmpty() && !busy.getAsBoolean()) {
            event.setDropCompleted(dropped(files(event)));
            event.consume();
        }
    }

    private static List<File> files(DragEvent event) {
        return event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
    }

    private void over(List<File> files) {
        Optional<String> reason = refusal(files);
        hint.show(reason.isEmpty(), reason.orElse(files.size() == 1
                ? "Drop to open “" + files.getFirst().getName() + "”"
                : "Drop to open " + files.size() + " designs in tabs"));
    }

    /** Whether something is being opened. */
    private boolean dropped(List<File> files) {
        hint.hide();
        Optional<String> reason = refusal(files);
        if (reason.isPresent()) {
            refuse.accept(reason.get(),
                    "Sevenstep opens a design (.json), a report it has written (.pdf), which carries its "
                            + "design, or a drawing (.drawio, .excalidraw). Drop one of those, or choose Open.");
            return false;
        }
        open.accept(files.stream().map(File::toPath).toList());
        return true;
    }

    private static Optional<String> refusal(List<File> files) {
        List<Path> paths = files.stream().map(File::toPath).toList();
        if (paths.size() > 1 && paths.stream().anyMatch(Importer::reads)) {
            return Optional.of("Drawings are imported one at a time");
        }
        return paths.stream().flatMap(file -> refusal(file).stream()).findFirst();
    }

    private static Optional<String> refusal(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of("“" + file.getFileName() + "” is a folder");
        }
        return Documents.canOpen(file) || Importer.reads(file)
                ? Optional.empty()
                : Optional.of("“" + file.getFileName() + "” is not a design");
    }
}
