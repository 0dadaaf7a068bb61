package dev.sevenstep.design.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** The steps of a save that touch the disk, apart so that a test can let each of them fail. */
interface DiskSteps {

    /** Creates {@code file}, which must not exist, and writes all of {@code bytes} through to the disk. */
    void writeNew(Path file, byte[] bytes) throws IOException;

    /** Gives {@code to} the permissions of {@code from}, where the file system knows them. */
    void copyPermissions(Path from, Path to) throws IOException;

    /** Puts {@code from} in the place of {@code to} in one step. */
    void replace(Path from, Path to) throws IOException;

    /** Brings the folder's entry through to the disk, where the system can. */
    void forceFolder(Path folder);

    /** Removes {@code file} if it is there. */
    void remove(Path file);

    /** The real disk. */
    static DiskSteps real() {
        return new RealDisk();
    }

    /** The real disk. */
    class RealDisk implements DiskSteps {
        @Override
        public void writeNew(Path file, byte[] bytes) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
        }

        @Override
        public void copyPermissions(Path from, Path to) throws IOException {
            PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
            PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
            if (source != null && target != null) {
                target.setPermissions(source.readAttributes().permissions());
            }
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void forceFolder(Path folder) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException _) {
                // Windows cannot open a folder; the file itself is on the disk already.
            }
        }

        @Override
        public void remove(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                // The failure that brought us here is the one to report.
            }
        }
    }
}
