package dev.sevenstep.export;

import java.io.Serial;

/** An export or the reading of an exported file that cannot go on; the message says what happened, where, and what to do. */
public final class ExportException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }

    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
