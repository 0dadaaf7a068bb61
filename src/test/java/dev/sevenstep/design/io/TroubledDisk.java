package dev.sevenstep.design.io;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A disk that takes no more files below a folder while something is wrong with it. */
public final class TroubledDisk extends DiskSteps.RealDisk {
    private final Path drive;
    private volatile @Nullable Function<Path, IOException> trouble;

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

    public void heals() {
        trouble = null;
    }

    @Override
    public void writeNew(Path file, byte[] bytes) throws IOException {
        Function<Path, IOException> now = trouble;
        if (now != null && file.startsWith(drive)) {
            throw now.apply(file);
        }
        super.writeNew(file, bytes);
    }
}
