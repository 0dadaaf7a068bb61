package dev.sevenstep.studio.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The other open documents, as one of them sees them. */
interface Desk {
    /** Another document, empty, in a tab of its own that is not brought up yet. */
    Documents newTab();

    /** Shows this document and gives it the keyboard. */
    void bringUp();

    /** The document that a file is open in, if there is one. */
    Optional<Documents> holding(Path file);

    /** The files that are open in any window. */
    List<Path> files();

    /** Leaves the program, unless something would be lost and the user thinks better of it. */
    void quit();
}
