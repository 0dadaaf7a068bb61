package dev.sevenstep.studio.outline;

import org.jspecify.annotations.Nullable;

/** The heading of notes and group frames, which belong to no step. */
final class NotesHeadRow extends FoldingRow {
    NotesHeadRow(Item item, Outline outline) {
        super(item, outline);
        handle().setId("outline-notes");
    }

    @Override
    Line.Words words(OutlineModel model) {
        int notes = model.design().notes().size();
        int groups = model.design().groups().size();
        return new Line.Words("ci-notebook", "Notes and frames", "",
                notes + groups == 0 ? "" : Counts.of(notes, "note") + " · " + Counts.of(groups, "frame"));
    }

    @Override
    @Nullable
    Body makeBody() {
        return null;
    }
}
