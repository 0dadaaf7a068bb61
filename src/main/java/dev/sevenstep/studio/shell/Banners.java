package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Placeholder;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.studio.control.Banner;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The messages below the header that stay until they are dealt with, at most one about each thing. */
final class Banners extends VBox {

    /** What a message is about, in the order in which they stand. */
    enum About {
        KEEPING, SAVING, OUTSIDE, UNREADABLE, SETTINGS
    }

    private final Map<About, Banner> shown = new EnumMap<>(About.class);

    /** Shows a message in place of the one about the same thing. Using an action closes it. */
    void show(About about, Banner.Tone tone, String title, String text, Button... actions) {
        for (Button action : actions) {
            action.addEventHandler(ActionEvent.ACTION, _ -> clear(about));
        }
        shown.put(about, new Banner(tone, title, text, () -> clear(about), actions));
        getChildren().setAll(shown.values());
    }

    boolean isShown(About about) {
        return shown.containsKey(about);
    }

    void clear(About about) {
        if (shown.remove(about) != null) {
            getChildren().setAll(shown.values());
        }
    }

    /** What of a design's file could not be read, or that nothing is left out. */
    void unreadable(List<Placeholder> lost) {
        clear(About.UNREADABLE);
        if (!lost.isEmpty()) {
            String text = lost.size() == 1
                    ? "One element of this file could not be read: " + lost.getFirst().reason()
                    : lost.size() + " elements of this file could not be read. The first: "
                            + lost.getFirst().reason();
            show(About.UNREADABLE, Banner.Tone.WARNING, "Part of the design is not shown",
                    text + ". They stay in the file as they were. The inspector lists them when nothing is selected.");
        }
    }

    /** That unsaved changes cannot be kept aside, and why; or, with nothing, that they are again. */
    void keeping(Optional<DesignFileException> trouble, Runnable save) {
        clear(About.KEEPING);
        trouble.ifPresent(failure -> {
            Button now = new Button("Save");
            now.setId("keeping-save");
            now.setOnAction(_ -> save.run());
            show(About.KEEPING, Banner.Tone.WARNING, "Unsaved changes are not being kept aside",
                    "If the program ended now, they would be lost. " + Saving.whyNotSaved(failure) + " Save soon.",
                    now);
        });
    }
}
