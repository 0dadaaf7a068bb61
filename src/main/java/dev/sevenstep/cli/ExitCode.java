package dev.sevenstep.cli;

/** What the program tells its caller. */
final class ExitCode {
    static final int OK = 0;
    /** The work could not be done: unreadable file, unusable data, nowhere to write; or validation found problems. */
    static final int FAILED = 1;
    /** The command was not understood. */
    static final int USAGE = 2;

    private ExitCode() {
    }
}
