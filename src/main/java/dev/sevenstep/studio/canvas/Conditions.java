package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;

/** When the canvas' commands can be done. */
final class Conditions {
    private final Editor editor;
    private final BooleanBinding showing;

    Conditions(Node canvas, Editor editor) {
        this.editor = editor;
        showing = canvas.sceneProperty().isNotNull();
    }

    /** The canvas is in the window. */
    BooleanBinding showing() {
        return showing;
    }

    /** Something is selected. */
    BooleanBinding some() {
        return showing.and(Bindings.createBooleanBinding(() -> !session().selection().ids().isEmpty(),
                session().selectionProperty()));
    }

    /** Exactly one card is selected. */
    BooleanBinding oneCard() {
        return showing.and(Bindings.createBooleanBinding(() -> editor.selectedCard().isPresent(),
                session().selectionProperty(), session().designProperty()));
    }

    /** Exactly one element is selected. */
    BooleanBinding one() {
        return that(() -> session().selection().ids().size() == 1);
    }

    /** Something that follows from the design and the selection. */
    BooleanBinding that(Callable<Boolean> condition) {
        return showing.and(Bindings.createBooleanBinding(condition, session().selectionProperty(),
                session().designProperty()));
    }

    /** At least so many elements are selected that have a place of their own: all but links. */
    BooleanBinding placed(int least) {
        return showing.and(Bindings.createBooleanBinding(() -> placed(session().design(), session().selection().ids())
                .size() >= least, session().selectionProperty(), session().designProperty()));
    }

    /** Those of the named elements that have a place of their own. */
    static Set<String> placed(Design design, Set<String> ids) {
        return ids.stream().filter(id -> MoveGesture.movable(design, id))
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private DocumentSession session() {
        return editor.session();
    }
}
