package dev.sevenstep.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs read before: of thousands, all but those whose files have changed are as they were. Thread-safe. */
final class RunCache {
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** A run and the state of its files when it was read. */
    private record Known(State state, RunRecord run) {}

    /** @param file what the system knows {@code meta.yaml} by: it is another one after each change */
    private record State(FileTime meta, @Nullable Object file, FileTime tags, FileTime result, long size) {
        static State of(Path run) throws IOException {
            BasicFileAttributes meta = Files.readAttributes(run.resolve(MlflowLayout.META), BasicFileAttributes.class);
            Path tags = run.resolve("tags");
            BasicFileAttributes result = Files.readAttributes(
                    run.resolve(MlflowLayout.ARTIFACTS).resolve(MlflowLayout.RESULT), BasicFileAttributes.class);
            return new State(meta.lastModifiedTime(), meta.fileKey(),
                    Files.exists(tags) ? Files.getLastModifiedTime(tags) : FileTime.fromMillis(0),
                    result.lastModifiedTime(), result.size());
        }
    }

    /** The run of a folder, read afresh when its files are not as they were, or cannot be asked. */
    RunRecord get(Path run, Function<Path, RunRecord> read) {
        State state;
        try {
            state = State.of(run);
        } catch (IOException _) {
            return read.apply(run);
        }
        Known before = known.get(run);
        if (before != null && before.state().equals(state)) {
            return before.run();
        }
        RunRecord fresh = read.apply(run);
        known.put(run, new Known(state, fresh));
        return fresh;
    }

    /** After a change of our own, which may come within the resolution of the file system's clock. */
    void forget(Path run) {
        known.remove(run);
    }
}
