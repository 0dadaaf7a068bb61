package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Files dropped on the window, by the drag events a system would send. */
@Tag("fx")
@Tag("drag")
@SuppressWarnings("NullAway.Init")
class FileDropTest extends ShellWindow {
    private Dragboard board;
    /** What the files are over. */
    private Node place;

    @Start
    void show(Stage given) {
        window = fitting();
        place = window.shell;
    }

    private void send(FxRobot robot, EventType<DragEvent> type) {
        robot.interact(() -> Event.fireEvent(place, event(type)));
    }

    private DragEvent event(EventType<DragEvent> type) {
        return new DragEvent(type, board, 500, 400, 500, 400, TransferMode.COPY, null, null, null);
    }

    /** A dragboard comes only from a gesture that begins to drag. */
    private void drag(FxRobot robot, Path... files) {
        robot.interact(() -> window.shown()
                .setOnDragDetected(_ -> board = window.shown().startDragAndDrop(TransferMode.COPY)));
        robot.moveTo(window.shown()).press(MouseButton.PRIMARY).moveBy(40, 40).release(MouseButton.PRIMARY);
        robot.interact(() -> window.shown().setOnDragDetected(null));
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(Arrays.stream(files).map(Path::toFile).toList());
            board.setContent(content);
        });
        robot.interact(() -> {
            try {
                Event.fireEvent(place, event(DragEvent.DRAG_OVER));
            } catch (UnsupportedOperationException e) {
                // The headless platform has a dragboard but no transfer modes to accept; a real one has.
                assertTrue(System.getProperty("glass.platform", "").equalsIgnoreCase("Headless"));
            }
        });
    }

    private Node hint() {
        return window.shell.lookup(".drop-hint");
    }

    private String hintText() {
        return ((Label) hint().lookup(".label")).getText();
    }

    @Test
    void aDesignFileOpens(FxRobot robot) throws Exception {
        Design design = Samples.open("image-search");
        Path file = folder.resolve("mine.json");
        DesignFile.save(design, file);
        drag(robot, file);
        assertTrue(hint().isVisible());
        assertEquals("Drop to open “mine.json”", hintText());
        send(robot, DragEvent.DRAG_DROPPED);
        Await.until(() -> window.shell.session().path().equals(Optional.of(file)));
        assertEquals(design, window.shell.session().design());
        assertEquals(View.DESIGN, window.shell.viewProperty().get());
        assertFalse(hint().isVisible());
    }

    @Test
    void severalDesignsOpenInTabs(FxRobot robot) throws Exception {
        Path one = folder.resolve("one.json");
        Path two = folder.resolve("two.json");
        DesignFile.save(Samples.open("image-search"), one);
        DesignFile.save(Samples.open("card-fraud"), two);
        drag(robot, one, two);
        assertEquals("Drop to open 2 designs in tabs", hintText());
        send(robot, DragEvent.DRAG_DROPPED);
        Await.until(() -> window.workspace().shells().size() == 2);
        assertEquals(Optional.of(one), window.shell.session().path());
        assertEquals(Optional.of(two), window.shown().session().path());
    }

    @Test
    void designsDroppedOnTheTabsOpenInTabs(FxRobot robot) throws Exception {
        Path one = folder.resolve("one.json");
        DesignFile.save(Samples.open("image-search"), one);
        robot.interact(() -> {
            window.shell.session().openUntitled(Samples.open("card-fraud"), false);
            window.workspaces.newTab(window.workspace());
            window.shown().session().openUntitled(Samples.open("card-fraud"), false);
        });
        place = robot.lookup("#tab-strip").query();
        drag(robot, one);
        Node said = window.shown().lookup(".drop-hint");
        assertTrue(said.isVisible(), "the document in hand says what will happen");
        send(robot, DragEvent.DRAG_DROPPED);
        assertFalse(said.isVisible());
        Await.until(() -> window.workspace().shells().size() == 3);
        assertEquals(Optional.of(one), window.shown().session().path());
    }

    @Test
    void aReportGivesBackItsDesign(FxRobot robot) {
        robot.interact(() -> window.shell.session().openUntitled(Samples.open("card-fraud"), false));
        Design design = window.shell.session().design();
        Path report = folder.resolve("report.pdf");
        window.files.next = Optional.of(report);
        robot.interact(() -> window.shell.commands().get("file.export-pdf").run());
        Await.until(() -> robot.lookup(".toast").tryQuery().isPresent());
        robot.interact(() -> window.shell.session().openUntitled(Documents.untitled(), false));
        drag(robot, report);
        send(robot, DragEvent.DRAG_DROPPED);
        window.settle();
        assertEquals(design, window.shell.session().design());
    }

    @Test
    void anythingElseIsRefusedInWordsAndTheDesignStays(FxRobot robot) throws Exception {
        Design before = window.shell.session().design();
        Path notes = Files.writeString(folder.resolve("notes.docx"), "x");
        assertRefused(robot, "“notes.docx” is not a design", notes);
        assertRefused(robot, "“config” is a folder", Files.createDirectories(folder.resolve("config")));
        Path drawing = Files.writeString(folder.resolve("a.drawio"), "x");
        assertRefused(robot, "Drawings are imported one at a time", drawing, drawing);
        assertEquals(before, window.shell.session().design());
    }

    private void assertRefused(FxRobot robot, String reason, Path... files) {
        drag(robot, files);
        assertEquals(reason, hintText());
        send(robot, DragEvent.DRAG_DROPPED);
        assertEquals(reason, robot.lookup(".dialog-box > .heading").<Label>query().getText());
        assertFalse(hint().isVisible());
        robot.clickOn("#error-close");
    }

    @Test
    void theHintGoesWhenTheDragLeaves(FxRobot robot) {
        drag(robot, folder.resolve("mine.json"));
        assertTrue(hint().isVisible());
        send(robot, DragEvent.DRAG_EXITED);
        assertFalse(hint().isVisible());
        assertFalse(robot.lookup(".dialog-box").tryQuery().isPresent());
    }

    @Test
    void nothingIsDroppedBehindAQuestion(FxRobot robot) {
        robot.interact(() -> window.shell.commands().get("help.shortcuts").run());
        drag(robot, folder.resolve("mine.json"));
        assertFalse(hint().isVisible());
    }
}
