package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving with a look at what others did, and the versions that saves leave. */
class DesignStoreTest {
    @TempDir
    private Path folder;

    private final Design first = Design.empty("d", "First");

    private DesignStore store(String config) {
        return new DesignStore(folder.resolve(config), Clock.systemUTC());
    }

    private static ContentHash done(DesignStore.Saved saved) {
        DesignStore.Saved.Done done = assertInstanceOf(DesignStore.Saved.Done.class, saved);
        assertEquals(Optional.empty(), done.warning());
        return done.content();
    }

    @Test
    void theSecondOfTwoProgramsIsToldAndNothingIsOverwritten() throws Exception {
        Path file = folder.resolve("d.json");
        DesignStore one = store("config");
        DesignStore other = store("config");
        ContentHash start = done(one.save(first, file, Optional.empty()));
        assertEquals(start, DesignFile.open(file).content());
        done(other.save(first.withTitle("Theirs"), file, Optional.of(start)));
        byte[] theirs = Files.readAllBytes(file);

        DesignStore.Saved.Conflict conflict = assertInstanceOf(DesignStore.Saved.Conflict.class,
                one.save(first.withTitle("Mine"), file, Optional.of(start)));
        assertArrayEquals(theirs, Files.readAllBytes(file));
        assertEquals(ContentHash.of(theirs), conflict.found());

        done(one.save(first.withTitle("Mine"), file, Optional.of(conflict.found())));
        assertEquals("Mine", DesignFile.read(file).title());
        List<String> kept = one.versions().of("d").stream().map(version -> version.design().title()).toList();
        assertEquals(List.of("Mine", "Theirs", "First"), kept, "what was overwritten can be had back");
    }

    @Test
    void aDriveThatDoesNotAnswerHoldsUpNoOtherFile() throws Exception {
        Path dead = Files.createDirectory(folder.resolve("dead"));
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        DesignStore store = new DesignStore(folder.resolve("config"), Clock.systemUTC(), new DiskSteps.RealDisk() {
            @Override
            public void writeNew(Path fresh, byte[] bytes) throws IOException {
                if (fresh.startsWith(dead)) {
                    hanging.countDown();
                    try {
                        answer.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
                super.writeNew(fresh, bytes);
            }
        });
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<DesignStore.Saved> there = threads
                    .submit(() -> store.save(first, dead.resolve("d.json"), Optional.empty()));
            hanging.await();
            Path here = folder.resolve("e.json");
            done(threads.submit(() -> store.save(first.withId("e"), here, Optional.empty())).get(20, TimeUnit.SECONDS));
            assertEquals("First", DesignFile.read(here).title());
            answer.countDown();
            done(there.get());
        } finally {
            answer.countDown();
        }
    }

    @Test
    void theSameContentIsNoConflictAndAMissingFileIsWritten() throws Exception {
        Path file = folder.resolve("d.json");
        DesignStore store = store("config");
        ContentHash start = done(store.save(first, file, Optional.empty()));
        DesignFile.save(first.withTitle("Same"), file);
        ContentHash same = done(store.save(first.withTitle("Same"), file, Optional.of(start)));
        Files.delete(file);
        done(store.save(first.withTitle("Again"), file, Optional.of(same)));
        assertEquals("Again", DesignFile.read(file).title());
    }

    /** Between the first look and the replacement somebody else may still come in. */
    @Test
    void theLastLookCatchesASaveInBetween() throws Exception {
        Path file = folder.resolve("d.json");
        DesignFile.save(first, file);
        DesignStore store = new DesignStore(folder.resolve("config"), Clock.systemUTC(), new DiskSteps.RealDisk() {
            @Override
            public void writeNew(Path fresh, byte[] bytes) throws IOException {
                super.writeNew(fresh, bytes);
                Files.write(file, DesignWriter.write(first.withTitle("Theirs")));
            }
        });
        assertInstanceOf(DesignStore.Saved.Conflict.class,
                store.save(first.withTitle("Mine"), file, Optional.of(DesignFile.open(file).content())));
        assertEquals("Theirs", DesignFile.read(file).title());
    }

    /** Eight threads save one file over and over, each with a store of its own. */
    @Test
    void manyAtOnceNeverTearTheFile() throws Exception {
        Path file = folder.resolve("d.json");
        DesignFile.save(first.withTitle(""), file);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> programs = IntStream.range(0, 8).<Callable<Integer>>mapToObj(number -> () -> {
                DesignStore store = store("config");
                int saved = 0;
                while (saved < 10) {
                    DesignFile.Opened seen = DesignFile.open(file);
                    Design longer = seen.design().withTitle(seen.design().title() + number);
                    if (store.save(longer, file, Optional.of(seen.content())) instanceof DesignStore.Saved.Done) {
                        saved++;
                    }
                }
                return saved;
            }).toList();
            for (Future<Integer> program : threads.invokeAll(programs)) {
                program.get();
            }
        }
        assertTrue(DesignFile.read(file).title().matches("[0-7]+"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("config", "d.json"),
                    files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void tenVersionsBackStay() throws Exception {
        Path file = folder.resolve("d.json");
        Clock standing = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
        DesignStore store = new DesignStore(folder.resolve("config"), standing);
        DesignFile.save(first, file);
        Optional<ContentHash> known = Optional.of(DesignFile.open(file).content());
        List<String> titles = new ArrayList<>(List.of("First"));
        for (int i = 1; i <= 14; i++) {
            known = Optional.of(done(store.save(first.withTitle("Save " + i), file, known)));
            titles.addFirst("Save " + i);
            List<Versions.Version> versions = store.versions().of("d");
            assertEquals(titles.subList(0, Math.min(titles.size(), 1 + Versions.BACK)),
                    versions.stream().map(version -> version.design().title()).toList());
            assertEquals(Optional.of(file), versions.getFirst().document());
        }
        known = Optional.of(done(store.save(first.withTitle("Save 14"), file, known)));
        assertEquals(11, store.versions().of("d").size());
        assertEquals("Save 13", store.versions().of("d").get(1).design().title(), "the same again is no version");
        assertEquals(List.of(), store.versions().of("../../etc"));
    }

    @Test
    void aSaveCountsAlsoWhereVersionsCannotBeKept() throws Exception {
        Path config = Files.writeString(folder.resolve("config"), "a file where the folder should be");
        DesignStore store = new DesignStore(config, Clock.systemUTC());
        Path file = folder.resolve("d.json");
        DesignStore.Saved.Done done = assertInstanceOf(DesignStore.Saved.Done.class,
                store.save(first, file, Optional.empty()));
        assertTrue(done.warning().isPresent());
        assertEquals(first, DesignFile.read(file));
    }

    @Test
    void whatCouldNotBeOpenedAgainReplacesNothing() throws Exception {
        Path file = folder.resolve("d.json");
        DesignStore store = store("config");
        Optional<ContentHash> known = Optional.of(done(store.save(first, file, Optional.empty())));
        DesignFileException e = assertThrows(DesignFileException.class,
                () -> store.save(first.withSummary("x".repeat(Limits.STRING_LENGTH + 1)), file, known));
        assertTrue(e.getMessage().contains("32000 characters") && e.getMessage().contains("Shorten"), e.getMessage());
        assertEquals(first, DesignFile.read(file));
    }

    @Test
    void aFullDiskIsToldAndTheFileIsAsItWas() throws Exception {
        Path file = folder.resolve("d.json");
        DesignFile.save(first, file);
        DesignStore store = new DesignStore(folder.resolve("config"), Clock.systemUTC(), new DiskSteps.RealDisk() {
            @Override
            public void writeNew(Path fresh, byte[] bytes) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        DesignFileException e = assertThrows(DesignFileException.class,
                () -> store.save(first.withTitle("x"), file, Optional.of(DesignFile.open(file).content())));
        assertTrue(e.getMessage().contains("No space left") && e.getMessage().contains("Make room"), e.getMessage());
        assertEquals(first, DesignFile.read(file));
    }
}
