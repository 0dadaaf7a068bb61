package dev.sevenstep.design.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A running program, so that nobody takes over the work of one that is still there. A process number alone would not do: it is
 * given out again, in a container always the same one.
 *
 * @param started when the process began, or the epoch where the system does not tell
 * @param host name of the machine; empty where it has none
 */
record ProgramId(long pid, Instant started, String host) {
    /** Systems tell the start of a process to about this. */
    private static final Duration EXACTNESS = Duration.ofSeconds(2);
    /** Work of another machine that was last kept this long ago has nobody at it any more. */
    private static final Duration FOREIGN = Duration.ofHours(1);

    static ProgramId own() {
        ProcessHandle process = ProcessHandle.current();
        return new ProgramId(process.pid(), startOf(process), hostName(System.getenv()));
    }

    /** Whether it is running still, as far as one can tell from here; one of another machine counts for an hour. */
    boolean isRunning(Instant lastSeen, Instant now) {
        if (!host.equals(hostName(System.getenv()))) {
            return Duration.between(lastSeen, now).compareTo(FOREIGN) < 0;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent()
                && Duration.between(startOf(process.get()), started).abs().compareTo(EXACTNESS) <= 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Without asking the network, which may take seconds to answer. */
    private static String hostName(Map<String, String> environment) {
        String name = environment.getOrDefault("COMPUTERNAME", environment.getOrDefault("HOSTNAME", ""));
        if (!name.isBlank()) {
            return name.strip();
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
