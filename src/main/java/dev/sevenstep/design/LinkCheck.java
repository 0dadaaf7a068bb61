package dev.sevenstep.design;

/** Whether a link may be drawn. */
public sealed interface LinkCheck {
    /** It may. */
    record Allowed() implements LinkCheck {}

    /**
     * It may not.
     *
     * @param reason one sentence for the user
     */
    record Refused(String reason) implements LinkCheck {}

    default boolean allowed() {
        return this instanceof Allowed;
    }

    /** The reason of a refusal, empty when allowed. */
    default String reason() {
        return this instanceof Refused(String why) ? why : "";
    }
}
