package dev.sevenstep.studio.theme;

import javafx.application.Platform;
import javafx.scene.Node;

/**
 * Whether things may move by themselves. Some people get ill from movement and say so to their system; every animation asks
 * here before it begins, and without leave shows at once what it would have led to ({@code ArchitectureTest} holds that they ask).
 */
public final class Motion {
    private Motion() {
    }

    /** @param where what would move: its window may have a setting of its own */
    public static boolean isReduced(Node where) {
        return where.getScene() == null
                ? Platform.getPreferences().isReducedMotion()
                : where.getScene().getPreferences().isReducedMotion();
    }
}
