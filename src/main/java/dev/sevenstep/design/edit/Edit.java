package dev.sevenstep.design.edit;

import dev.sevenstep.design.Design;
import java.util.function.UnaryOperator;

/**
 * A change of a design.
 *
 * @param name for the undo menu and the history list, e.g. "Delete Fraud scorer"
 * @param change a pure function; when there is nothing to change it returns its argument
 */
public record Edit(String name, UnaryOperator<Design> change) {

    public Design applyTo(Design design) {
        return change.apply(design);
    }

    /** This edit and then {@code next}, as one entry of the history under this edit's name. */
    public Edit then(Edit next) {
        return new Edit(name, design -> next.applyTo(applyTo(design)));
    }

    public Edit named(String newName) {
        return new Edit(newName, change);
    }
}
