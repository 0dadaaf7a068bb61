package dev.sevenstep.design.edit;

import dev.sevenstep.design.Design;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A change of a design.
 *
 * @param naming what the undo menu and the history list call it, from the design before it: "Rename Ranker to Fraud scorer"
 * @param change a pure function; when there is nothing to change it returns its argument
 */
public record Edit(Function<Design, String> naming, UnaryOperator<Design> change) {

    /** An edit whose name does not depend on what was there before. */
    public Edit(String name, UnaryOperator<Design> change) {
        this(_ -> name, change);
    }

    /** The design after it; notes and groups whose frame was pushed aside by it went with that frame. */
    public Design applyTo(Design design) {
        return Carried.along(design, change.apply(design));
    }

    /** What it is called when it is made to {@code before}. */
    public String name(Design before) {
        return naming.apply(before);
    }

    /** This edit and then {@code next}, as one entry of the history under this edit's name. */
    public Edit then(Edit next) {
        return new Edit(naming, design -> next.applyTo(applyTo(design)));
    }

    public Edit named(String newName) {
        return new Edit(newName, change);
    }

    /** This edit called as another one is. */
    public Edit namedAs(Edit other) {
        return new Edit(other.naming(), change);
    }

    /** This edit with another word at the beginning of its name: "Cut" for "Delete". */
    public Edit called(String verb) {
        return new Edit(before -> name(before).replaceFirst("^\\S+", verb), change);
    }
}
