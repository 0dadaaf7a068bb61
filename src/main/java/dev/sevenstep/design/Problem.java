package dev.sevenstep.design;

/**
 * Something in a design that does not fit the catalogue or itself. It never stops a design from being opened or saved.
 *
 * @param element id of the element, id of a step, or "section[index]" of an unreadable one
 * @param field key of the field, empty when the element as a whole is meant
 * @param message one sentence for the user
 */
public record Problem(Severity severity, String element, String field, String message) {

    /** How bad it is. */
    public enum Severity {
        /** Something is broken or lost. */
        ERROR,
        /** Something this program does not know or finds unlikely. */
        WARNING
    }

    /** "ranker-1.replicas: …", as printed by the command line. */
    @Override
    public String toString() {
        return element + (field.isEmpty() ? "" : "." + field) + ": " + message;
    }
}
