package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FileDrag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
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
    private FileDrag drag;
    /** What the files are over. */
    private Node place;

    @Start
    void show(Stage given) {
        window = fitting();
        place = window.shell;
    }

    private void send(EventType<DragEvent> type) {
        drag.send(place, type);
    }

    private void drag(FxRobot robot, Path... files) {
        drag = new FileDrag(robot, window.shown(), files);
        drag.over(place);
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
        send(DragEvent.DRAG_DROPPED);
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
        send(DragEvent.DRAG_DROPPED);
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
        send(DragEvent.DRAG_DROPPED);
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
        send(DragEvent.DRAG_DROPPED);
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
        send(DragEvent.DRAG_DROPPED);
        assertEquals(reason, robot.lookup(".dialog-box > .heading").<Label>query().getText());
        assertFalse(hint().isVisible());
        robot.clickOn("#error-close");
    }

    @Test
    void theHintGoesWhenTheDragLeaves(FxRobot robot) {
        drag(robot, folder.resolve("mine.json"));
        assertTrue(hint().isVisible());
        send(DragEvent.DRAG_EXITED);
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
