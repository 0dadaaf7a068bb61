package dev.sevenstep.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kind of file a design can be exported to. */
public enum ExportFormat {
    PDF("pdf", "PDF document", "A report to print or hand in; the studio opens it again"), SVG("svg", "SVG picture",
            "The canvas, sharp at any size"), PNG("png", "PNG picture", "The canvas for slides and chats"), HTML("html",
                    "HTML page", "One file for any browser: zoom, pan, every field on click"), MARKDOWN(
                            "md", "Markdown document",
                            "All of the design as text; GitHub draws its diagram"), MERMAID("mmd",
                                    "Mermaid flowchart", "The diagram as text for wikis and pull requests"), DRAWIO(
                                            "drawio", "draw.io drawing",
                                            "To draw on in draw.io; can be imported again"), EXCALIDRAW("excalidraw",
                                                    "Excalidraw drawing",
                                                    "To draw on in Excalidraw; can be imported again");

    private final String extension;
    private final String label;
    private final String use;

    ExportFormat(String extension, String label, String use) {
        this.extension = extension;
        this.label = label;
        this.use = use;
    }

    /** Without the dot, lower case. */
    public String extension() {
        return extension;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** What it is good for, in one line for people. */
    public String use() {
        return use;
    }

    /** All endings, each with its dot: {@code .pdf, .svg, …}. */
    public static String endings() {
        return Arrays.stream(values()).map(format -> "." + format.extension).collect(Collectors.joining(", "));
    }

    /**
     * The format that the name of a file asks for, by its extension in upper or lower case.
     *
     * @throws ExportException when the file has no extension or one that stands for none of the formats; the message lists them
     */
    public static ExportFormat ofFile(Path file) {
        return named(file).orElseThrow(() -> new ExportException("Cannot tell the format of '"
                + (file.getFileName() == null ? file : file.getFileName()) + "'. Give it one of these endings: "
                + endings() + "."));
    }

    /** As {@link #ofFile}; empty where that throws. */
    public static Optional<ExportFormat> named(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith("." + format.extension)).findFirst();
    }
}
