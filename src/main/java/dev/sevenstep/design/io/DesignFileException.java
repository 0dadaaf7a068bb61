package dev.sevenstep.design.io;

/**
 * A design file could not be read or written. The message is fit for the user: which file, where in it, what is wrong, what
 * to do.
 */
public final class DesignFileException extends Exception {
    private final String file;
    private final String place;
    private final String reason;
    private final String advice;

    /**
     * @param file name or path of the file
     * @param place JSON pointer or "line 3, column 7"; empty when the file as a whole is meant
     * @param reason what is wrong: a sentence without its full stop
     * @param advice what to do: a full sentence
     */
    public DesignFileException(String file, String place, String reason, String advice) {
        super(file);
        this.file = file;
        this.place = place;
        this.reason = reason;
        this.advice = advice;
    }

    DesignFileException(String file, String place, String reason, String advice, Throwable cause) {
        this(file, place, reason, advice);
        initCause(cause);
    }

    /** All of it in one line. */
    @Override
    public String getMessage() {
        return file + (place.isEmpty() ? "" : ", " + place) + ": " + reason + ". " + advice;
    }

    public String file() {
        return file;
    }

    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }

    public String advice() {
        return advice;
    }

    /** The same failure under the name of the file it was read from. */
    DesignFileException in(String fileName) {
        return new DesignFileException(fileName, place, reason, advice, this);
    }
}
