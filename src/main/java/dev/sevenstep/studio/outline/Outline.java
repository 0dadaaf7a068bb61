package dev.sevenstep.studio.outline;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.HelpStrip;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/** What rows know of the outline they stand in. */
interface Outline {
    DocumentSession session();

    /** The case studies that a design can be linked with; asked when they are needed. */
    Supplier<List<Experiment>> cases();

    /** Explains the field in hand. */
    HelpStrip help();

    boolean isOpen(Item item);

    void setOpen(Item item, boolean open);

    /** Brings an item's row into view and gives it the focus. */
    void go(Item item);

    /** Opens a row and puts the cursor into its name, all of it selected. */
    void rename(Item item);

    /** Brings a part of a row into view, as after it grew. */
    void show(Node part);

    /** Selects an element while the focus is in its form. */
    void choose(String element);
}
