package dev.sevenstep.design.io;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Problem;
import dev.sevenstep.design.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Designs in files: what the window and the command line both use. */
public final class DesignFile {
    /** The usual ending of a design's file name. */
    public static final String EXTENSION = "json";

    /**
     * A design with what the file said about itself.
     *
     * @param version major version of the format it was written in
     * @param canonical whether a save would write the very same bytes
     * @param content what the file holds, to notice later that somebody else has changed it
     */
    public record Opened(Design design, int version, boolean canonical, ContentHash content) {}

    private DesignFile() {
    }

    /** The present major version of the format. */
    public static int presentVersion() {
        return DesignWriter.MAJOR;
    }

    /**
     * Reads a design, of an older format too.
     *
     * @throws DesignFileException when the file is missing, no design, damaged as a whole, or of a newer major version
     */
    public static Design read(Path file) throws DesignFileException {
        return open(file).design();
    }

    /**
     * As {@link #read}, and tells the version of the file.
     */
    public static Opened open(Path file) throws DesignFileException {
        byte[] bytes = bytes(file);
        try {
            return open(bytes);
        } catch (DesignFileException e) {
            throw e.in(file.toString());
        }
    }

    /** As {@link #open(Path)} for bytes from elsewhere, such as those embedded in a PDF. */
    public static Opened open(byte[] bytes) throws DesignFileException {
        Map<String, Object> tree = TreeParser.parse(bytes);
        int version = Migrations.version(tree);
        Design design = DesignReader.read(tree);
        return new Opened(design, version, java.util.Arrays.equals(bytes, DesignWriter.write(design)),
                ContentHash.of(bytes));
    }

    /**
     * Saves a design; see {@link AtomicSave} for the steps. On any failure the old file is untouched.
     *
     * @throws DesignFileException with what happened and what to do
     */
    public static void save(Design design, Path file) throws DesignFileException {
        save(design, file, DiskSteps.real());
    }

    static void save(Design design, Path file, DiskSteps disk) throws DesignFileException {
        new AtomicSave(disk).save(file, DesignWriter.write(design));
    }

    /**
     * Reads a design and lists what does not fit the catalogue; an empty list for a sound design.
     *
     * @throws DesignFileException as {@link #read}
     */
    public static List<Problem> validate(Path file, Catalogue catalogue) throws DesignFileException {
        return Validation.of(read(file), catalogue);
    }

    static byte[] bytes(Path file) throws DesignFileException {
        try (InputStream in = Files.newInputStream(file)) {
            // One byte more than allowed is enough to see that there are too many; size() lies for pipes and devices.
            return in.readNBytes(Limits.FILE_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new DesignFileException(file.toString(), "", "there is no such file", "Check the name.", e);
        } catch (AccessDeniedException e) {
            throw new DesignFileException(file.toString(), "", "reading it is not allowed",
                    "Ask for the right to read it.", e);
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "it is a folder" : "reading failed: " + e.getMessage();
            throw new DesignFileException(file.toString(), "", reason, "Choose a design file.", e);
        }
    }
}
