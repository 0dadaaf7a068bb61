package dev.sevenstep.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A kind of file a design can be exported to. */
public enum ExportFormat {
    PDF("pdf", "PDF document"), SVG("svg", "SVG picture"), PNG("png", "PNG picture");

    private final String extension;
    private final String label;

    ExportFormat(String extension, String label) {
        this.extension = extension;
        this.label = label;
    }

    /** Without the dot, lower case. */
    public String extension() {
        return extension;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /**
     * The format that the name of a file asks for, by its extension in upper or lower case.
     *
     * @throws ExportException when the file has no extension or one that stands for none of the formats; the message lists them
     */
    public static ExportFormat ofFile(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        for (ExportFormat format : values()) {
            if (text.endsWith("." + format.extension)) {
                return format;
            }
        }
        String known = Arrays.stream(values()).map(format -> "." + format.extension).collect(Collectors.joining(", "));
        throw new ExportException("Cannot tell the format of '" + (name == null ? file : name)
                + "'. Give it one of these endings: " + known + ".");
    }
}
