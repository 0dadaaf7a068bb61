package dev.sevenstep.design.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Replaces a file so that at every moment either the old or the new content is there in full.
 *
 * <ol>
 * <li>Symbolic links are followed to the real file. A failure (a ring of links) leaves everything as it was.
 * <li>A new file {@code .NAME.saving} beside it is written and forced to the disk. A failure (disk full, folder not
 * writable) leaves the old file untouched; the new one is removed.
 * <li>The new file gets the old one's permissions. A failure is as in step 2.
 * <li>The new file takes the old one's place in one step. A failure is as in step 2.
 * <li>The folder is forced to the disk, where the system can. A failure is ignored: the save has happened; only a crash of
 * the machine at this very moment could bring back the old content, which is whole too.
 * </ol>
 *
 * A crash of the program in steps 2 to 4 leaves the old file and a {@code .saving} file, which the next save overwrites.
 */
public final class AtomicSave {
    private static final int LINKS = 40;

    private final DiskSteps disk;

    /** On the disk of this machine. */
    public AtomicSave() {
        this(DiskSteps.real());
    }

    AtomicSave(DiskSteps disk) {
        this.disk = disk;
    }

    /**
     * Makes {@code bytes} the content of {@code file}: a design, or anything made from one.
     *
     * @throws DesignFileException with what happened and what to do; the old content is then untouched
     */
    public void save(Path file, byte[] bytes) throws DesignFileException {
        try {
            Path real = followed(file.toAbsolutePath());
            boolean exists = Files.exists(real);
            if (exists && Files.isDirectory(real)) {
                throw failure(file, "it is a folder", "Choose a file name.", null);
            }
            if (exists && !Files.isWritable(real)) {
                throw failure(file, "the file is write-protected", "Save under another name or allow writing.", null);
            }
            Path folder = real.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw failure(file, "the folder does not exist", "Create it or save elsewhere.", null);
            }
            Path fresh = folder.resolve("." + real.getFileName() + ".saving");
            replace(real, fresh, folder, exists, bytes);
        } catch (AccessDeniedException e) {
            throw failure(file, "writing in this folder is not allowed", "Save elsewhere or allow writing.", e);
        } catch (NoSuchFileException e) {
            throw failure(file, "the folder does not exist", "Create it or save elsewhere.", e);
        } catch (IOException e) {
            throw failure(file, "writing failed: " + reason(e), "Make room or save elsewhere.", e);
        }
    }

    private void replace(Path real, Path fresh, Path folder, boolean exists, byte[] bytes) throws IOException {
        boolean done = false;
        try {
            try {
                disk.writeNew(fresh, bytes);
            } catch (FileAlreadyExistsException _) {
                disk.remove(fresh);
                disk.writeNew(fresh, bytes);
            }
            if (exists) {
                disk.copyPermissions(real, fresh);
            }
            disk.replace(fresh, real);
            done = true;
        } finally {
            if (!done) {
                disk.remove(fresh);
            }
        }
        disk.forceFolder(folder);
    }

    /** The file that links lead to, which need not exist. */
    private static Path followed(Path file) throws IOException {
        Path real = file;
        for (int i = 0; i < LINKS; i++) {
            if (!Files.isSymbolicLink(real)) {
                return real;
            }
            Path target = Files.readSymbolicLink(real);
            real = real.resolveSibling(target).normalize();
        }
        throw new IOException("its symbolic links lead in a ring");
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    private static DesignFileException failure(Path file, String reason, String advice,
            @org.jspecify.annotations.Nullable IOException cause) {
        String whole = advice + " What was saved before is untouched.";
        return cause == null
                ? new DesignFileException(file.toString(), "", "not saved: " + reason, whole)
                : new DesignFileException(file.toString(), "", "not saved: " + reason, whole, cause);
    }
}
