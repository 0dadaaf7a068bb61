package dev.sevenstep.studio.shell;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An empty file that one program at a time can hold; the system lets go of it however that program ends. */
final class HeldFile implements AutoCloseable {
    private final FileChannel channel;

    /**
     * @param name of a file in {@code folder}; both are made when they are not there
     * @throws IOException where nothing can be written
     */
    HeldFile(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        channel = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Whether it is held from now on; not while somebody else holds it.
     *
     * @throws IOException on a drive on which nothing can be held
     */
    boolean hold() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** Lets go of it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
