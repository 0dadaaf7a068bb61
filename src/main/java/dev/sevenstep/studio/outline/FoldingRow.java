package dev.sevenstep.studio.outline;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row of a line and, when open, a form below it, which is made when first opened. */
abstract class FoldingRow extends OutlineRow {
    private static final PseudoClass TOP = PseudoClass.getPseudoClass("top");

    private final Line line;
    private @Nullable Body body;

    /** The form below a line. */
    abstract static class Body extends VBox {
        Body() {
            getStyleClass().add("outline-body");
        }

        abstract void show(OutlineModel model);

        /** Puts the cursor into the first field. */
        abstract void focusFirst();

        /** Puts the cursor into the name. */
        void rename() {
            focusFirst();
        }

        /** Marks a link of the row as selected, or none. */
        void markLinks(Predicate<String> chosen) {
        }
    }

    FoldingRow(Item item, Outline outline) {
        super(item);
        line = new Line(() -> outline.setOpen(item(), !outline.isOpen(item())));
        line.getStyleClass().add("outline-" + styleOf(item));
        getChildren().add(line);
    }

    private static String styleOf(Item item) {
        return switch (item) {
            case Item.Head _ -> "head";
            case Item.StepHead _,Item.NotesHead _ -> "heading";
            default -> "inner";
        };
    }

    abstract Line.Words words(OutlineModel model);

    /** Null for a heading, which only hides what follows. */
    abstract @Nullable Body makeBody();

    @Override
    Node handle() {
        return line;
    }

    @Nullable
    Body body() {
        return body;
    }

    @Override
    void show(OutlineModel model, boolean open) {
        line.show(words(model), open);
        Body shown = body;
        if (open && shown == null) {
            shown = makeBody();
            body = shown;
        }
        if (shown != null && open) {
            if (shown.getParent() == null) {
                shown.pseudoClassStateChanged(TOP, item() instanceof Item.Head);
                getChildren().add(shown);
            }
            shown.show(model);
        } else if (shown != null) {
            getChildren().remove(shown);
        }
    }

    @Override
    void setChosen(boolean chosen) {
        line.setChosen(chosen);
    }

    @Override
    void focusFirst() {
        Body shown = body;
        if (shown != null) {
            shown.focusFirst();
        } else {
            super.focusFirst();
        }
    }

    @Override
    void rename() {
        Body shown = body;
        if (shown != null) {
            shown.rename();
        }
    }
}
