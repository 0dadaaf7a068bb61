package dev.sevenstep.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** Writes what a scene shows to {@code target/screens}, for a person to look at. Call on the JavaFX thread. */
public final class Screen {
    private static final Path FOLDER = Path.of("target", "screens");

    private Screen() {
    }

    public static Path save(Scene scene, String name) {
        return save(scene.getRoot(), name);
    }

    /** As {@link #save(Scene, String)}, of a part that may be larger than its window. */
    public static Path save(Parent part, String name) {
        return save(part, name, 1);
    }

    /** As {@link #save(Parent, String)}, {@code scale} times as large, as on a finer screen. */
    public static Path save(Parent part, String name, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        part.applyCss();
        part.layout();
        return write(part.snapshot(parameters, null), name);
    }

    /** Writes a picture that was taken already. */
    public static Path write(Image picture, String name) {
        try {
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(name + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the picture " + name, e);
        }
    }
}
