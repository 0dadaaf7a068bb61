package dev.sevenstep.studio.run.images;

import dev.sevenstep.casestudy.imagesearch.PhotoFile;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Pictures from elsewhere: opened, dropped on a node, or pasted. Files are read off the JavaFX thread. */
public final class Sources {
    private static final List<String> ENDINGS = List.of("jpg", "jpeg", "png");
    /** Of a picture from the clipboard, which has been decoded already. */
    private static final double MOST_PIXELS = 60_000_000;

    private final ImageContext context;
    private final Newest newest;
    private final Waiting waiting;

    public Sources(ImageContext context) {
        this.context = context;
        newest = new Newest(context);
        waiting = new Waiting("search-opening", newest, () -> context.notice().accept("The picture was not opened"));
    }

    /** Says while a picture is being read that it is. */
    Node waiting() {
        return waiting;
    }

    /** Buttons for a head of a card. */
    List<Button> buttons() {
        Button open = button("search-open", "ci-image", "Open…", "Open a picture and search for it");
        open.setOnAction(_ -> context.files().open("Search for a picture", ENDINGS).ifPresent(this::read));
        Button paste = button("search-paste", "ci-paste", "Paste", "Search for the picture on the clipboard (Ctrl+V)");
        paste.setOnAction(_ -> paste());
        return List.of(open, paste);
    }

    private static Button button(String id, String icon, String text, String words) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    /** Takes what is dropped or pasted on a node. */
    public void install(Node node) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (takes(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (takes(event.getDragboard())) {
                Dragboard board = event.getDragboard();
                event.setDropCompleted(take(board.hasFiles() ? board.getFiles() : List.of(), board.getImage()));
                event.consume();
            }
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
                paste();
                event.consume();
            }
        });
    }

    /** A file that is no picture is left to whoever else may open it. */
    private static boolean takes(Dragboard board) {
        return board.hasFiles()
                ? board.getFiles().size() == 1 && ENDINGS.contains(ending(board.getFiles().getFirst()))
                : board.hasImage();
    }

    private static String ending(File file) {
        String name = file.getName();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void paste() {
        Clipboard board = Clipboard.getSystemClipboard();
        if (!take(board.hasFiles() ? board.getFiles() : List.of(), board.getImage())) {
            context.notice().accept("There is no picture on the clipboard");
        }
    }

    private boolean take(List<File> files, @Nullable Image image) {
        Optional<File> file = files.stream().filter(each -> ENDINGS.contains(ending(each))).findFirst();
        if (file.isPresent()) {
            read(file.get().toPath());
            return true;
        }
        if (image == null || image.isError()) {
            return false;
        }
        if (image.getWidth() * image.getHeight() > MOST_PIXELS) {
            context.problem().accept("The picture on the clipboard is too large. Paste a smaller one.");
            return true;
        }
        context.model().look(new Subject.Foreign(picture(image), "Pasted picture"));
        return true;
    }

    /** Reads a photograph and searches for it. */
    public void read(Path file) {
        waiting.setWords("Opening " + file.getFileName());
        newest.ask(_ -> PhotoFile.open(file),
                picture -> context.model().look(new Subject.Foreign(picture, String.valueOf(file.getFileName()))),
                failure -> context.problem().accept(failure instanceof RunException && failure.getMessage() != null
                        ? failure.getMessage()
                        : "The picture " + file + " cannot be read: " + failure));
    }

    private static Picture picture(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage buffered = new BufferedImage(width, height,
                BufferedImage.TYPE_INT_ARGB);
        buffered.setRGB(0, 0, width, height, argb, 0, width);
        return Picture.of(buffered);
    }
}
