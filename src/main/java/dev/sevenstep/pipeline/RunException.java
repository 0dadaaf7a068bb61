package dev.sevenstep.pipeline;

import java.io.Serial;

/** A run that cannot go on; the message says what happened, where, and what to do. */
public final class RunException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public RunException(String message) {
        super(message);
    }

    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
