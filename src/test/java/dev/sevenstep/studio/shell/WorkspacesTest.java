package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.LeftBehind;
import dev.sevenstep.studio.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Several documents: in tabs and in windows, and opened again at the next start. */
@Tag("fx")
@Tag("window")
class WorkspacesTest extends SeveralDocuments {
    private Path file(String name) throws Exception {
        Path file = folder.resolve(name + ".json");
        DesignFile.save(sample.withTitle(name).withId(name), file);
        return file;
    }

    private void open(FxRobot robot, Path file) {
        robot.interact(() -> window.open(file));
        Await.until(() -> shown().session().path().equals(Optional.of(file)));
    }

    private List<Path> sideFiles() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".autosave")).toList();
        }
    }

    @Test
    void eachTabHasADocumentOfItsOwnAndKeysGoToTheOneShown(FxRobot robot) {
        beginWithSample(robot);
        assertFalse(robot.lookup("#tab-strip").query().isVisible(), "one document needs no tabs");
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        Shell second = shown();
        assertNotSame(first, second);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        robot.interact(() -> second.session().apply(Edits.setTitle("Second")));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("", second.session().undoNameProperty().get());
        assertEquals(sample, first.session().design());
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        assertSame(first, shown());
        assertTrue(stage.getTitle().contains(sample.title()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        assertEquals(3, workspace().shells().size());
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        assertSame(second, shown());
        robot.push(KeyCode.SHORTCUT, KeyCode.W).push(KeyCode.SHORTCUT, KeyCode.W);
        assertFalse(window.quit, "an empty tab is left");
        assertTrue(shown().documents().isUntouched());
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        Await.until(() -> window.quit);
    }

    @Test
    void leavingAsksAboutEveryChangedDocumentAndClosesNothingBeforeAllAreAnswered(FxRobot robot) {
        beginWithSample(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        Shell second = shown();
        robot.interact(() -> {
            first.session().apply(Edits.setTitle("Changed"));
            second.session().apply(Edits.setTitle("Changed too"));
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.Q);
        assertSame(first, shown(), "one sees what is asked about");
        robot.clickOn("#unsaved-discard");
        assertSame(second, shown());
        robot.clickOn("#unsaved-cancel");
        assertEquals(2, workspace().shells().size());
        assertEquals("Changed", first.session().design().title(), "thought better of in time");
        robot.push(KeyCode.SHORTCUT, KeyCode.Q);
        robot.clickOn("#unsaved-discard").clickOn("#unsaved-discard");
        Await.until(() -> window.quit);
    }

    @Test
    void aFileThatIsOpenIsShownAndAnUntouchedTabIsUsedAgain(FxRobot robot) throws Exception {
        begin(robot);
        Path one = file("one");
        Path two = file("two");
        open(robot, one);
        assertSame(first, shown(), "nobody had done anything there");
        open(robot, two);
        assertEquals(2, workspace().shells().size());
        open(robot, one);
        assertSame(first, shown());
        Path other = Files.createSymbolicLink(folder.resolve("link.json"), two);
        robot.interact(() -> window.open(other));
        Await.until(() -> shown() != first);
        assertEquals(2, workspace().shells().size(), "the same file under another name");
        window.files.next = Optional.of(one);
        run(robot, "file.save-as");
        assertTrue(robot.lookup(".dialog-box > .heading").<Label>query().getText().contains("open in another tab"));
        assertEquals(List.of(one, two), window.settings.open());
    }

    @Test
    void theNextStartOpensWhatWasOpenAndTellsWhatIsGoneInPassing(FxRobot robot) throws Exception {
        Path one = file("one");
        Path two = file("two");
        new Settings(folder.resolve("config")).setOpen(List.of(one, folder.resolve("gone.json"), two),
                Optional.of(one));
        begin(robot);
        Await.until(() -> workspace().shells().size() == 2);
        assertEquals(Optional.of(one), shown().session().path());
        assertTrue(robot.lookup(".dialog-box").tryQuery().isEmpty());
        assertTrue(robot.lookup(".toast .label").<Label>queryAll().stream()
                .anyMatch(label -> label.getText().contains("gone.json")));
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        assertEquals(List.of(two), new Settings(folder.resolve("config")).open());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
        Await.until(() -> shown().session().path().equals(Optional.of(one)));
        robot.push(KeyCode.SHORTCUT, KeyCode.Q);
        Await.until(() -> window.quit);
        assertEquals(List.of(two, one), new Settings(folder.resolve("config")).open());
    }

    @Test
    void theNextStartShowsWhatWasUsedLast(FxRobot robot) throws Exception {
        Path one = file("one");
        Path two = file("two");
        begin(robot);
        open(robot, one);
        open(robot, two);
        robot.push(KeyCode.SHORTCUT, KeyCode.Q);
        Await.until(() -> window.quit);
        window.close();
        begin(robot);
        Await.until(() -> workspace().shells().size() == 2);
        window.settle();
        assertEquals(Optional.of(two), shown().session().path());
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        assertEquals(Optional.of(one), new Settings(folder.resolve("config")).inHand(),
                "a program that is killed quits nothing");
    }

    @Test
    void aSecondProgramLeavesTheFirstItsFilesAndSaysSo(FxRobot robot) throws Exception {
        Path one = file("one");
        begin(robot);
        open(robot, one);
        ShellFixture second = Await.onFx(
                () -> new ShellFixture(new Stage(), folder.resolve("config"), 1000, 760));
        second.settle();
        assertTrue(second.shown().documents().isUntouched());
        assertTrue(Await.onFx(() -> second.shown().lookupAll(".toast .label").stream()
                .anyMatch(label -> ((Label) label).getText().contains("running already"))));
        Path two = file("two");
        robot.interact(() -> second.open(two));
        Await.until(() -> second.shown().session().path().equals(Optional.of(two)));
        assertEquals(List.of(one), new Settings(folder.resolve("config")).open(), "the list stays the first one's");
        second.close();
    }

    @Test
    void oneThatGaveUpBeingTheFirstLeavesTheListToTheNext(FxRobot robot) throws Exception {
        begin(robot);
        open(robot, file("one"));
        window.workspaces.close();
        Path two = file("two");
        new Settings(folder.resolve("config")).setOpen(List.of(two), Optional.empty());
        robot.interact(window.workspaces::remember);
        assertEquals(List.of(two), new Settings(folder.resolve("config")).open());
    }

    @Test
    void workLeftBehindOnAReopenedFileGoesIntoItsTab(FxRobot robot) throws Exception {
        Path one = file("one");
        Path two = file("two");
        LeftBehind.beside(two, DesignFile.read(two).withTitle("Two and more"), Instant.parse("2026-01-01T09:30:00Z"));
        new Settings(folder.resolve("config")).setOpen(List.of(one, two), Optional.empty());
        begin(robot);
        Await.until(() -> robot.lookup("#recover-take").tryQuery().isPresent());
        robot.clickOn("#recover-take");
        window.settle();
        assertEquals(2, workspace().shells().size());
        assertEquals(Optional.of(two), shown().session().path());
        assertEquals("Two and more", shown().session().design().title());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("two", shown().session().design().title());
    }

    @Test
    void eachDocumentIsKeptAsideByItself(FxRobot robot) throws Exception {
        begin(robot);
        open(robot, file("one"));
        robot.interact(() -> shown().session().apply(Edits.setTitle("One and more")));
        open(robot, file("two"));
        robot.interact(() -> shown().session().apply(Edits.setTitle("Two and more")));
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        window.keeping.pass();
        assertEquals(2, sideFiles().size());
        robot.interact(() -> shown().documents().recoveries().lookAgain());
        window.settle();
        assertTrue(robot.lookup(".dialog-box").tryQuery().isEmpty(), "what is being worked on is nothing to recover");
        robot.interact(() -> workspace().select(first));
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        robot.clickOn("#unsaved-discard");
        window.settle();
        assertEquals(1, sideFiles().size(), "the other's stays");
    }

    @Test
    void tabsAreDraggedToAnotherPlaceAndTheMiddleButtonCloses(FxRobot robot) {
        beginWithSample(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.T).push(KeyCode.SHORTCUT, KeyCode.T);
        List<Shell> before = workspace().shells();
        robot.drag(middle(tab(robot, 0))).moveTo(middle(tab(robot, 2)));
        robot.push(KeyCode.ESCAPE).drop();
        assertEquals(before, workspace().shells(), "given up");
        robot.drag(middle(tab(robot, 0))).dropTo(middle(tab(robot, 2)));
        assertEquals(List.of(before.get(1), before.get(2), first), workspace().shells());
        assertSame(first, shown());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.PAGE_UP);
        assertEquals(List.of(before.get(1), first, before.get(2)), workspace().shells());
        robot.clickOn(tab(robot, 2), MouseButton.MIDDLE);
        assertEquals(List.of(before.get(1), first), workspace().shells());
        robot.interact(() -> tab(robot, 1).requestFocus());
        robot.push(KeyCode.LEFT);
        assertSame(before.get(1), shown());
        assertTrue(tab(robot, 0).isFocused());
        robot.push(KeyCode.DELETE);
        assertEquals(List.of(first), workspace().shells());
    }

    @Test
    void aTabMovesToAWindowOfItsOwn(FxRobot robot) {
        beginWithSample(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        Shell second = shown();
        run(robot, "tab.move");
        assertSame(first, shown());
        Scene other = second.getScene();
        assertNotSame(stage.getScene(), other);
        robot.interact(() -> second.show(View.DESIGN));
        robot.interact(() -> second.session().apply(Edits.setTitle("Beside")));
        assertEquals(sample, first.session().design());
        Stage window = (Stage) other.getWindow();
        assertTrue(window.getTitle().contains("Beside"));
        robot.interact(() -> window.getOnCloseRequest().handle(new WindowEvent(window,
                WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertTrue(window.isShowing(), "asked first");
        robot.interact(() -> ((Button) other.lookup("#unsaved-discard")).fire());
        assertFalse(window.isShowing());
        assertFalse(this.window.quit);
    }

    @Test
    void aRunBelongsToItsTabAndClosingItAsks(FxRobot robot) {
        beginWithSample(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.T).push(KeyCode.SHORTCUT, KeyCode.DIGIT3).push(KeyCode.F5);
        Shell second = shown();
        assertTrue(second.needsAnswer());
        assertFalse(first.needsAnswer());
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        robot.clickOn("#running-cancel");
        assertEquals(2, workspace().shells().size());
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        robot.clickOn("#running-stop");
        assertEquals(List.of(first), workspace().shells());
        Await.until(() -> !second.needsAnswer());
    }
}
