package dev.sevenstep.design.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the program keeps what it remembers for the user: recent files, the theme, older versions, unsaved work. */
public final class ConfigFolder {
    private ConfigFolder() {
    }

    /** The folder of the user who runs the program. */
    public static Path ofUser() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * {@code $XDG_CONFIG_HOME/sevenstep} or {@code ~/.config/sevenstep}, on Windows {@code %APPDATA%\sevenstep}, on macOS
     * {@code ~/Library/Application Support/sevenstep}. The folder need not exist.
     *
     * @param system as the system property os.name
     * @param home the user's folder
     */
    public static Path of(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        String appData = environment.getOrDefault("APPDATA", "");
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (name.startsWith("windows")) {
            return (appData.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(appData))
                    .resolve("sevenstep");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("sevenstep");
        }
        // The XDG specification says that a relative path is to be ignored.
        boolean usable = !xdg.isBlank() && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(xdg) : home.resolve(".config")).resolve("sevenstep");
    }
}
