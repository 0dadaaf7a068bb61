package dev.sevenstep.studio.shell;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Which of several programs with the same settings was there first. The system lets go of its mark however the program ends.
 */
final class FirstProgram implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FirstProgram.class.getName());

    private final Path file;
    private @Nullable FileChannel mark;

    /** @param folder of the settings; made when it is not there */
    FirstProgram(Path folder) {
        file = folder.resolve("running.lock");
    }

    /** Whether this is the first. A drive on which nothing can be marked makes everyone the first. */
    synchronized boolean claim() {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isHeldBy(channel)) {
                mark = channel;
                return true;
            }
            channel.close();
            return false;
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " cannot be locked, so other running programs are not noticed", e);
            return true;
        }
    }

    private static boolean isHeldBy(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (mark != null) {
            try {
                mark.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, file + " cannot be closed", e);
            }
            mark = null;
        }
    }
}
