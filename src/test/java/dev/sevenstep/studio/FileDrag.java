package dev.sevenstep.studio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import org.testfx.api.FxRobot;

/** Files that are dragged over a window, by the drag events a system would send. For tests with the tag {@code drag}. */
public final class FileDrag {
    private final FxRobot robot;
    private final Dragboard board;

    /** @param from where it begins, large enough for a gesture: only one that begins to drag has a dragboard */
    public FileDrag(FxRobot robot, Node from, Path... files) {
        this.robot = robot;
        AtomicReference<Dragboard> begun = new AtomicReference<>();
        robot.interact(() -> from.setOnDragDetected(_ -> begun.set(from.startDragAndDrop(TransferMode.COPY))));
        robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(40, 40).release(MouseButton.PRIMARY);
        robot.interact(() -> from.setOnDragDetected(null));
        board = Objects.requireNonNull(begun.get(), "a drag has begun");
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(Arrays.stream(files).map(Path::toFile).toList());
            board.setContent(content);
        });
    }

    /** The files come over a part of the window. */
    public void over(Node place) {
        robot.interact(() -> {
            try {
                Event.fireEvent(place, event(DragEvent.DRAG_OVER));
            } catch (UnsupportedOperationException e) {
                // The headless platform has a dragboard but no transfer modes to accept; a real one has.
                assertTrue(System.getProperty("glass.platform", "").equalsIgnoreCase("Headless"));
            }
        });
    }

    /** What follows: they leave it, or are dropped on it. */
    public void send(Node place, EventType<DragEvent> type) {
        robot.interact(() -> Event.fireEvent(place, event(type)));
    }

    private DragEvent event(EventType<DragEvent> type) {
        return new DragEvent(type, board, 500, 400, 500, 400, TransferMode.COPY, null, null, null);
    }
}
