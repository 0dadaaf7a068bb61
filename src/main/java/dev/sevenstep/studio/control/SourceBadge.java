package dev.sevenstep.studio.control;

import dev.sevenstep.design.Source;

import javafx.scene.control.Label;

/** The small pill beside a number that says where it comes from. */
public final class SourceBadge extends Label {
    public SourceBadge(Source source) {
        getStyleClass().add("badge");
        show(source);
    }

    public void show(Source source) {
        getStyleClass().removeIf(style -> style.startsWith("source-"));
        getStyleClass().add(styleOf(source));
        setText(nameOf(source));
        setAccessibleText("Source: " + nameOf(source));
    }

    /** One word, as in print. */
    public static String nameOf(Source source) {
        return switch (source) {
            case GIVEN -> "given";
            case ASSUMED -> "assumed";
            case CALCULATED -> "calculated";
            case MEASURED -> "measured";
        };
    }

    /** The style class that colours a badge of this source. */
    public static String styleOf(Source source) {
        return "source-" + nameOf(source);
    }

    /** One line that explains the word. */
    public static String meaningOf(Source source) {
        return switch (source) {
            case GIVEN -> "Stated by the interviewer, the customer or a contract";
            case ASSUMED -> "Chosen for want of a better figure";
            case CALCULATED -> "Follows from other numbers of the design";
            case MEASURED -> "Read off a run";
        };
    }
}
