package dev.sevenstep.studio.theme;

import java.util.List;
import java.util.Properties;

/**
 * How large everything in the window is drawn. JavaFX takes this once, before its first window, and then scales menus, tooltips and
 * dialogs alike; scaling our own content later would leave those behind. So a change counts from the next start. macOS has
 * no such setting for a single program.
 *
 * @param percent 100 is the system's 96 dots an inch; 0 follows the system
 */
public record InterfaceSize(int percent) {
    /** As large as the system draws other programs. */
    public static final InterfaceSize SYSTEM = new InterfaceSize(0);
    /** The sizes to choose from, per cent. */
    public static final List<Integer> STEPS = List.of(100, 125, 150, 175, 200, 250, 300, 350);

    private static final List<String> PROPERTIES = List.of("glass.gtk.uiScale", "glass.win.uiScale");

    /** @throws IllegalArgumentException when there is no such size */
    public InterfaceSize {
        if (percent != 0 && !STEPS.contains(percent)) {
            throw new IllegalArgumentException("there is no interface size of " + percent + " %");
        }
    }

    /** The next size up, as far as it goes; from the system's size the first above 100 %. */
    public InterfaceSize larger() {
        int now = Math.max(percent, STEPS.getFirst());
        return new InterfaceSize(STEPS.stream().filter(step -> step > now).findFirst().orElse(STEPS.getLast()));
    }

    /** The next size down, as far as it goes; from the system's size 100 %. */
    public InterfaceSize smaller() {
        return new InterfaceSize(STEPS.reversed().stream().filter(step -> step < percent).findFirst()
                .orElse(STEPS.getFirst()));
    }

    /** For people. */
    public String words() {
        return percent == 0 ? "as the system" : percent + " %";
    }

    /**
     * Tells JavaFX, which must not have started yet. What was given on the command line stays.
     *
     * @param system as {@link System#getProperties}
     */
    public void apply(Properties system) {
        if (percent != 0) {
            PROPERTIES.forEach(property -> system.putIfAbsent(property, percent + "%"));
        }
    }
}
