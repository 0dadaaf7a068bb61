package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Kind;
import java.util.Optional;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of kinds; a question mark for a kind that this program does not know. */
final class KindIcons {
    private static final String UNKNOWN = "ci-help";

    private KindIcons() {
    }

    static FontIcon of(Optional<Kind> kind) {
        return new FontIcon(kind.map(Kind::icon).orElse(UNKNOWN));
    }
}
