package dev.sevenstep.studio.control;

import dev.sevenstep.export.ExportOptions;
import java.util.function.Consumer;

/** Asks how the pages of a report shall lie. */
@FunctionalInterface
public interface PageQuestion {
    /**
     * @param title of the report
     * @param answered gets the answer, unless the user thinks better of it
     */
    void ask(String title, Consumer<ExportOptions> answered);
}
