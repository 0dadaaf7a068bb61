package dev.sevenstep.design.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A disk that takes no more files below a folder, or does not answer there, while something is wrong with it. */
public final class TroubledDisk extends DiskSteps.RealDisk {
    private final Path drive;
    private volatile @Nullable Function<Path, IOException> trouble;
    private volatile CountDownLatch answering = new CountDownLatch(0);

    public TroubledDisk(Path drive) {
        this.drive = drive;
    }

    /** A store whose documents lie on this disk. */
    public DesignStore store(Path folder, Clock clock) {
        return new DesignStore(folder, clock, this);
    }

    /** @param failure what writing a file ends in */
    public void breaks(Function<Path, IOException> failure) {
        trouble = failure;
    }

    /** Writing does not come to an end, as on a drive of the network that does not answer, until it {@link #answers}. */
    public void hangs() {
        answering = new CountDownLatch(1);
    }

    /** Writing goes on. */
    public void answers() {
        answering.countDown();
    }

    public void heals() {
        trouble = null;
        answers();
    }

    @Override
    public void writeNew(Path file, byte[] bytes) throws IOException {
        if (file.startsWith(drive)) {
            waitForAnswer();
            Function<Path, IOException> now = trouble;
            if (now != null) {
                throw now.apply(file);
            }
        }
        super.writeNew(file, bytes);
    }

    private void waitForAnswer() throws IOException {
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
    }
}
