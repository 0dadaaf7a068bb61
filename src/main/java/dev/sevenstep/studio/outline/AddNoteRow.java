package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Ids;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.FrameLayout;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/** Adds a note below everything else on the canvas. */
final class AddNoteRow extends OutlineRow {
    private static final double WIDTH = 192;
    private static final double HEIGHT = 96;

    private final Button add = new Button("Add note", new FontIcon("ci-add"));

    AddNoteRow(Item item, Outline outline) {
        super(item);
        getStyleClass().add("outline-add");
        add.setId("outline-add-note");
        add.getStyleClass().addAll("flat", "small-button");
        add.setOnAction(_ -> {
            Design design = outline.session().design();
            String id = Ids.next(design, "note");
            double below = FrameLayout.of(design).extent().bottom() + FrameLayout.GRID;
            outline.session().apply(Edits.putNote(new Note(id, "", 0, below, WIDTH, HEIGHT)));
            outline.rename(new Item.NoteItem(id));
        });
        getChildren().add(add);
    }

    @Override
    Node handle() {
        return add;
    }

    @Override
    void show(OutlineModel model, boolean open) {
    }
}
