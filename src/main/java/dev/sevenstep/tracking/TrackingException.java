package dev.sevenstep.tracking;

import java.io.Serial;

/** Runs that cannot be kept, found or read; the message says what happened, where, and what to do. */
public final class TrackingException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public TrackingException(String message) {
        super(message);
    }

    public TrackingException(String message, Throwable cause) {
        super(message, cause);
    }
}
