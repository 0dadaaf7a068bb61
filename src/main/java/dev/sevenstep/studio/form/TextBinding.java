package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.function.Function;
import javafx.scene.control.TextInputControl;

/** Ties a text control to one text of the design: typing edits it, undo and edits made elsewhere show in it. */
public final class TextBinding {
    private final TextInputControl control;
    private final Function<Design, String> read;
    private boolean showing;

    /**
     * @param mergeKey names what is edited, so that typing a word is one entry of the history
     * @param required a blank text is not written but marked
     */
    public TextBinding(TextInputControl control, DocumentSession session, String mergeKey, boolean required,
            Function<Design, String> read, Function<String, Edit> write) {
        this.control = control;
        this.read = read;
        control.getStyleClass().add(Commands.HISTORY_FIELD);
        control.textProperty().subscribe((_, now) -> {
            control.getStyleClass().remove("invalid");
            if (showing) {
                return;
            }
            if (required && now.isBlank()) {
                control.getStyleClass().add("invalid");
            } else {
                session.apply(write.apply(now), mergeKey);
            }
        });
        control.focusedProperty().subscribe(focused -> {
            session.closeMerge();
            if (!focused) {
                show(session.design());
            }
        });
    }

    public void show(Design design) {
        String now = read.apply(design);
        boolean blankInHand = control.isFocused() && control.getStyleClass().contains("invalid");
        if (!now.equals(control.getText()) && !blankInHand) {
            showing = true;
            control.setText(now);
            showing = false;
        }
    }
}
