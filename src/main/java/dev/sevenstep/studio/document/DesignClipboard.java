package dev.sevenstep.studio.document;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.FragmentText;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.DesignReader;
import dev.sevenstep.design.io.DesignWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/**
 * Parts of designs on the system's clipboard: in the format of a design file for other windows, as a list in words for other
 * programs. Text that is a design file, from an editor or a chat, counts as a design too.
 */
public final class DesignClipboard {
    private static final String MIME = "application/x-sevenstep-design";
    /** Within how many characters a design says that it is one. */
    private static final int HEAD = 1_000;
    /** A longer text than this is no note any more. */
    private static final int NOTE_LENGTH = 20_000;

    private final Catalogue catalogue;

    public DesignClipboard(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private static DataFormat format() {
        DataFormat known = DataFormat.lookupMimeType(MIME);
        return known == null ? new DataFormat(MIME) : known;
    }

    /** What goes on a clipboard, or along with a drag, for a fragment. */
    public ClipboardContent content(Design fragment) {
        ClipboardContent content = new ClipboardContent();
        content.put(format(), new String(DesignWriter.write(fragment), StandardCharsets.UTF_8));
        content.putString(FragmentText.of(fragment, catalogue));
        return content;
    }

    public void put(Design fragment) {
        Clipboard.getSystemClipboard().setContent(content(fragment));
    }

    /** Text on the clipboard that is, or says that it is, a design; to {@link #read} on any thread. */
    public Optional<String> design() {
        Clipboard source = Clipboard.getSystemClipboard();
        if (source.getContent(format()) instanceof String json) {
            return Optional.of(json);
        }
        // Some other program's braces are pasted as text.
        return Optional.ofNullable(source.getString()).filter(text -> text.substring(0, Math.min(text.length(), HEAD))
                .stripLeading().matches("(?s)\\{.*\"sevenstep-design\".*"));
    }

    /**
     * The parts of a design, which may be none.
     *
     * @throws DesignFileException when it is none that can be opened; takes no longer than a hostile file does
     */
    public static Design read(String json) throws DesignFileException {
        return DesignReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Plain text on the clipboard that would make a note, cut where it gets too long for one. */
    public Optional<String> text() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() <= NOTE_LENGTH ? text : text.substring(0, NOTE_LENGTH) + "…");
    }
}
