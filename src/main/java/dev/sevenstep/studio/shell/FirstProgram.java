package dev.sevenstep.studio.shell;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which of several programs with the same settings was there first. The system lets go of its mark however the program ends.
 */
final class FirstProgram implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FirstProgram.class.getName());

    private static final String NAME = "running.lock";

    private final Path folder;
    private @Nullable HeldFile mark;

    /** @param folder of the settings; made when it is not there */
    FirstProgram(Path folder) {
        this.folder = folder;
    }

    /** Whether this is the first. A drive on which nothing can be marked makes everyone the first. */
    synchronized boolean claim() {
        try {
            HeldFile file = new HeldFile(folder, NAME);
            if (file.hold()) {
                mark = file;
                return true;
            }
            file.close();
            return false;
        } catch (IOException e) {
            LOG.log(Level.WARNING, folder + " cannot be marked, so other running programs are not noticed", e);
            return true;
        }
    }

    @Override
    public synchronized void close() {
        if (mark != null) {
            try {
                mark.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, NAME + " cannot be closed", e);
            }
            mark = null;
        }
    }
}
