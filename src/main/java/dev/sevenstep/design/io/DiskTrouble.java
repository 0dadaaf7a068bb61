package dev.sevenstep.design.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a disk did not take a file, in words for the user. The system's own words stand in brackets: they are what one looks up.
 *
 * @param reason what is wrong: a sentence without its full stop
 * @param advice what to do: a full sentence
 */
record DiskTrouble(String reason, String advice) {
    private static final DiskTrouble NO_FOLDER = new DiskTrouble("the folder does not exist",
            "It was moved or deleted, or its drive is gone: bring it back, or save elsewhere.");
    private static final Pattern FULL = Pattern.compile("(?i)no space|not enough space|disk full|quota");
    private static final Pattern READ_ONLY = Pattern.compile("(?i)read-only|write.?protected");
    /** Of network drives and drives pulled out, on Linux, macOS and Windows. */
    private static final Pattern GONE = Pattern.compile("(?i)stale|host|unreachable|timed out|time-?out|not connected|"
            + "network|no such device|not configured|not ready|no longer available|input/output error|i/o error");

    static DiskTrouble noFolder() {
        return NO_FOLDER;
    }

    static DiskTrouble of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return NO_FOLDER;
        }
        if (failure instanceof AccessDeniedException) {
            return new DiskTrouble("writing in this folder is not allowed", "Save elsewhere or allow writing.");
        }
        String words = words(failure);
        if (FULL.matcher(words).find()) {
            return new DiskTrouble("the disk is full (" + words + ")",
                    "Make room on it and try again, or save elsewhere.");
        }
        if (READ_ONLY.matcher(words).find()) {
            return new DiskTrouble("the disk can only be read (" + words + ")",
                    "Save elsewhere, or make it writable and try again.");
        }
        if (GONE.matcher(words).find()) {
            return new DiskTrouble("the drive does not answer (" + words + ")",
                    "Connect it again and try again, or save elsewhere.");
        }
        return new DiskTrouble("writing failed: " + words, "Try again or save elsewhere.");
    }

    private static String words(IOException failure) {
        return Optional.ofNullable(failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : failure.getMessage()).map(String::strip).filter(words -> !words.isEmpty())
                .orElse(failure.getClass().getSimpleName());
    }
}
