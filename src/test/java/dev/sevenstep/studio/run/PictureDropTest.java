package dev.sevenstep.studio.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FileDrag;
import dev.sevenstep.studio.WindowTest;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture from a folder dropped on the search among pictures. */
@Tag("fx")
@Tag("drag")
@SuppressWarnings("NullAway.Init")
class PictureDropTest extends WindowTest {
    @AutoClose
    private RunFixture window;
    private RunResult result;

    @Override
    public void start(Stage stage) {
        window = new RunFixture(stage, List.of(new SampleExperiment()), 960, 730);
        result = new FashionPictures(600, 60).result(new SampleExperiment().id());
        window.view.show(result);
    }

    private String title() {
        return lookup("#search-title").<Label>query().getText();
    }

    private List<Node> neighbours() {
        return List.copyOf(lookup("#neighbours-exact-first .picture-tile").queryAll());
    }

    private void drop(Path file) {
        FileDrag drag = new FileDrag(this, window.view, file);
        Node board = lookup("#image-board").query();
        drag.over(board);
        drag.send(board, DragEvent.DRAG_DROPPED);
    }

    @Test
    void aDroppedPictureFindsItsNeighboursAndAnotherFileIsLeftAlone(@TempDir Path folder) throws Exception {
        Await.until(() -> !neighbours().isEmpty());
        drop(Files.writeString(folder.resolve("notes.txt"), "no picture"));
        assertEquals("Query no. 601", title());

        Path file = folder.resolve("mine.png");
        Picture third = result.images().orElseThrow().catalogue().picture(2);
        BufferedImage image = new BufferedImage(third.width(), third.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, third.width(), third.height(), third.rgb(), 0, third.width());
        ImageIO.write(image, "png", file.toFile());
        drop(file);
        Await.until(() -> title().equals("mine.png"));
        Await.until(() -> neighbours().size() == 10
                && neighbours().getFirst().getAccessibleText().contains("no. 3,"));
        assertTrue(lookup("#neighbours-figures-first").<Label>query().getText().contains("embedding"));
    }
}
