package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small disk of its own that really fills up, turns read-only and goes away; where the machine lets a test mount one. */
class FullDiskTest {
    @TempDir
    private Path folder;

    private final Design old = Samples.open("card-fraud");
    private final Design larger = old.withQuestion("More words. ".repeat(2_500))
            .withSummary("More words. ".repeat(2_500));
    private Path drive;
    private Path file;
    private DesignStore store;
    private Optional<ContentHash> known;

    @BeforeEach
    void aDocumentOnASmallDisk() throws Exception {
        drive = Files.createDirectory(folder.resolve("drive"));
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=96k", "sevenstep-test", drive.toString()),
                "this machine lets a test mount a disk");
        file = drive.resolve("fraud.json");
        store = new DesignStore(folder.resolve("config"), Clock.systemUTC());
        known = Optional.of(assertInstanceOf(DesignStore.Saved.Done.class, store.save(old, file, Optional.empty()))
                .content());
    }

    @AfterEach
    void unmount() {
        ran("umount", "-l", drive.toString());
    }

    private static boolean ran(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String failure() {
        return assertThrows(DesignFileException.class, () -> store.save(larger, file, known)).getMessage();
    }

    /** The unsaved state goes where there is room. */
    private void keptElsewhere() throws IOException {
        ManualScheduler time = new ManualScheduler();
        Autosave autosave = store.autosave(time, problem -> assertEquals(Optional.empty(), problem));
        autosave.edited(larger, new Autosave.Place(Optional.of(file), known));
        time.pass();
        try (Stream<Path> files = Files.list(folder.resolve("config").resolve("unsaved"))) {
            assertEquals(larger, assertOne(files));
        }
        autosave.cleanNow();
    }

    private static Design assertOne(Stream<Path> files) {
        return files.map(path -> {
            try {
                return KeptDesign.read(path).design();
            } catch (DesignFileException e) {
                throw new AssertionError(e);
            }
        }).reduce((a, b) -> {
            throw new AssertionError("more than one");
        }).orElseThrow();
    }

    @Test
    void aFullDisk() throws Exception {
        String words = failure();
        assertTrue(words.contains("No space left") && words.contains("Make room"), words);
        assertEquals(old, DesignFile.read(file));
        try (Stream<Path> files = Files.list(drive)) {
            assertEquals(1, files.count(), "nothing half written stays");
        }
        keptElsewhere();
    }

    @Test
    void aDiskTurnedReadOnly() throws Exception {
        assumeTrue(ran("mount", "-o", "remount,ro", drive.toString()), "this machine lets a test remount a disk");
        String words = failure();
        assertTrue(words.contains("write-protected") || words.contains("Read-only"), words);
        assertEquals(old, DesignFile.read(file));
        keptElsewhere();
    }

    @Test
    void aDriveThatIsGone() throws Exception {
        assertTrue(ran("umount", "-l", drive.toString()));
        Files.delete(drive);
        String words = failure();
        assertTrue(words.contains("the folder does not exist") && words.contains("save elsewhere"), words);
        keptElsewhere();
        assertInstanceOf(DesignStore.Saved.Done.class,
                store.save(larger, folder.resolve("elsewhere.json"), Optional.empty()));
    }
}
