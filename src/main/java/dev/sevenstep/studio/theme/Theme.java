package dev.sevenstep.studio.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * The look of the window. Follows the system's colour scheme unless the user chose one. Features read {@link #darkProperty()}
 * (charts, painters) and otherwise use colour tokens in style sheets only.
 *
 * <p>Create and use on the JavaFX thread.
 */
public final class Theme {
    /** What the user chose. */
    public enum Mode {
        SYSTEM, LIGHT, DARK
    }

    private static final List<String> FONTS = List.of("Regular", "Medium", "SemiBold", "Bold", "Italic");

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    /** The same list serves every scene, so a switch reaches windows and dialogs together. */
    private final ObservableList<String> sheets = FXCollections.observableArrayList();

    public Theme() {
        loadFonts();
        mode.subscribe(_ -> follow());
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> follow());
        dark.subscribe(this::show);
    }

    /** The user's choice; {@link Mode#SYSTEM} at first. */
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** Whether the window is dark right now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    public boolean isDark() {
        return dark.get();
    }

    /** Light becomes dark and dark becomes light; from then on the system's scheme is not followed. */
    public void toggle() {
        mode.set(isDark() ? Mode.LIGHT : Mode.DARK);
    }

    /** Gives a window or dialog our style sheets, now and after each switch. */
    public void install(Scene scene) {
        Bindings.bindContent(scene.getStylesheets(), sheets);
    }

    private void follow() {
        dark.set(switch (mode.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
    }

    private void show(boolean nowDark) {
        Application.setUserAgentStylesheet(
                nowDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        sheets.setAll(sheet(nowDark ? "sevenstep-dark.css" : "sevenstep-light.css"), sheet("sevenstep.css"));
    }

    private static String sheet(String name) {
        return resource(Theme.class.getResource(name), name).toExternalForm();
    }

    private static void loadFonts() {
        for (String weight : FONTS) {
            String path = "/dev/sevenstep/fonts/Inter-" + weight + ".ttf";
            try (InputStream font = resource(Theme.class.getResourceAsStream(path), path)) {
                Font.loadFont(font, 13);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the font " + path, e);
            }
        }
    }

    private static <T> T resource(@Nullable T found, String name) {
        if (found == null) {
            throw new IllegalStateException(name + " is missing from the program");
        }
        return found;
    }
}
