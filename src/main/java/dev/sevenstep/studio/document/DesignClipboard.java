package dev.sevenstep.studio.document;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.FragmentText;
import dev.sevenstep.design.edit.Fragments;
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

    /** The parts of a design on the clipboard; empty when there are none, or what is there cannot be read. */
    public Optional<Design> design() {
        return design(Clipboard.getSystemClipboard());
    }

    /** As {@link #design()} for what a drag brings. */
    public Optional<Design> design(Clipboard source) {
        if (source.getContent(format()) instanceof String json) {
            return read(json);
        }
        return Optional.ofNullable(source.getString()).filter(text -> text.stripLeading().startsWith("{"))
                .flatMap(DesignClipboard::read);
    }

    private static Optional<Design> read(String json) {
        try {
            return Optional.of(DesignReader.read(json.getBytes(StandardCharsets.UTF_8)))
                    .filter(design -> !Fragments.isEmpty(design));
        } catch (DesignFileException e) {
            // Some other program's braces: it is pasted as text.
            return Optional.empty();
        }
    }

    /** Plain text on the clipboard that would make a note, cut where it gets too long for one. */
    public Optional<String> text() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() <= NOTE_LENGTH ? text : text.substring(0, NOTE_LENGTH) + "…");
    }
}
