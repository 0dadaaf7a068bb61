package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicSaveTest {
    @TempDir
    Path folder;
    private final Design old = Design.empty("d", "Old");
    private final Design changed = Design.empty("d", "New");
    private Path file;

    @BeforeEach
    void anOldFile() throws DesignFileException {
        file = folder.resolve("design.json");
        DesignFile.save(old, file);
    }

    @Test
    void replacesTheFileAndLeavesNothingBeside() throws Exception {
        DesignFile.save(changed, file);
        assertEquals(changed, DesignFile.read(file));
        assertEquals(List.of("design.json"), names());
    }

    /** Each step fails in turn, as a full disk, a folder without rights and a broken device make it. */
    @Test
    void aFailureLeavesTheOldFileUntouched() throws Exception {
        for (DiskSteps broken : List.of(new FullDisk(), new NoRights(), new NoPermissions(), new NoReplace())) {
            DesignFileException e = assertThrows(DesignFileException.class,
                    () -> DesignFile.save(changed, file, broken));
            assertTrue(e.getMessage().contains("not saved"), e.getMessage());
            assertTrue(e.getMessage().contains("untouched"), e.getMessage());
            assertEquals(old, DesignFile.read(file));
            assertEquals(List.of("design.json"), names());
        }
    }

    private static class FullDisk extends DiskSteps.RealDisk {
        @Override
        public void writeNew(Path fresh, byte[] bytes) throws IOException {
            Files.write(fresh, java.util.Arrays.copyOf(bytes, 10));
            throw new IOException("No space left on device");
        }
    }

    private static class NoRights extends DiskSteps.RealDisk {
        @Override
        public void writeNew(Path fresh, byte[] bytes) throws IOException {
            throw new AccessDeniedException(fresh.toString());
        }
    }

    private static class NoPermissions extends DiskSteps.RealDisk {
        @Override
        public void copyPermissions(Path from, Path to) throws IOException {
            throw new IOException("Operation not permitted");
        }
    }

    private static class NoReplace extends DiskSteps.RealDisk {
        @Override
        public void replace(Path from, Path to) throws IOException {
            throw new IOException("Input/output error");
        }
    }

    @Test
    void whatACrashLeftBehindLongAgoIsRemoved() throws Exception {
        Path half = Files.writeString(folder.resolve(".design.json.0a1b2c3d.saving"), "half");
        DesignFile.save(changed, file);
        assertTrue(Files.exists(half), "another program may be saving this file just now");
        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        DesignFile.save(changed, file);
        assertEquals(changed, DesignFile.read(file));
        assertEquals(List.of("design.json"), names());
    }

    @Test
    void permissionsStay() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "the file system has permissions");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        DesignFile.save(changed, file);
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path link = folder.resolve("link.json");
        try {
            Files.createSymbolicLink(link, Path.of("design.json"));
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "this machine makes no symbolic links: " + e);
        }
        DesignFile.save(changed, link);
        assertTrue(Files.isSymbolicLink(link));
        assertFalse(Files.isSymbolicLink(file));
        assertEquals(changed, DesignFile.read(file));
        Path ring = folder.resolve("ring.json");
        Files.createSymbolicLink(ring, ring);
        assertThrows(DesignFileException.class, () -> DesignFile.save(changed, ring));
    }

    @Test
    void sayWhatIsWrongWithThePlace() {
        assertTrue(refusal(folder).contains("it is a folder"));
        assertTrue(refusal(folder.resolve("no/where.json")).contains("the folder does not exist"));
        DesignFileException e = assertThrows(DesignFileException.class,
                () -> DesignFile.read(folder.resolve("nothing.json")));
        assertTrue(e.getMessage().endsWith("nothing.json: there is no such file. Check the name."), e.getMessage());
        assertTrue(assertThrows(DesignFileException.class, () -> DesignFile.read(folder)).getMessage()
                .contains("it is a folder"));
    }

    private String refusal(Path place) {
        return assertThrows(DesignFileException.class, () -> DesignFile.save(changed, place)).getMessage();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
