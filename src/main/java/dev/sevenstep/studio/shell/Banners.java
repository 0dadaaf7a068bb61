package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.control.Banner;
import java.util.EnumMap;
import java.util.Map;
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
            action.addEventHandler(javafx.event.ActionEvent.ACTION, _ -> clear(about));
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
}
