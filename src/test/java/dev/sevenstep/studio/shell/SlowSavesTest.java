package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.studio.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What the window says and lets do while a drive does not answer a save. */
@Tag("fx")
class SlowSavesTest extends DesignOnADrive {
    private Path elsewhere;

    @BeforeEach
    void anotherPlace() {
        elsewhere = folder.resolve("elsewhere.json");
    }

    /** Begins a save that does not come to its end. */
    private void hang(FxRobot robot) {
        begin(robot);
        edit(robot, "Mine");
        disk.hangs();
        save(robot);
    }

    private static void save(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.settled();
    }

    private void edit(FxRobot robot, String title) {
        robot.interact(() -> session().apply(Edits.setTitle(title)));
    }

    /** The next wait is over, and what follows from it is shown. */
    private void later() {
        window.patience.once(Runnable::run);
        Await.settled();
    }

    private void answers() {
        disk.heals();
        window.settle();
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) window.shell.lookup(id)).fire());
        Await.settled();
    }

    private String words(FxRobot robot, String part) {
        return Await.onFx(() -> String.join(" ", robot.from(window.shown()).lookup(part).lookup(".label")
                .<Label>queryAll().stream().map(Label::getText).toList()));
    }

    private String title() throws DesignFileException {
        return DesignFile.read(file).title();
    }

    @Test
    void itIsSaidAfterASecondAndWorkGoesOn(FxRobot robot) throws Exception {
        hang(robot);
        assertFalse(words(robot, ".status-bar").contains("Saving"), "most saves are done before anyone could read it");
        later();
        assertTrue(words(robot, ".status-bar").contains("Saving to fraud.json…"), words(robot, ".status-bar"));
        assertEquals("", words(robot, ".banner"));
        edit(robot, "Mine, and more");
        later();
        String told = words(robot, ".banner");
        assertTrue(told.contains("fraud.json is still being saved") && told.contains(drive.toString()), told);
        assertEquals(saved.title(), title());

        answers();
        assertEquals("Mine", title());
        assertEquals("Mine, and more", session().design().title());
        assertEquals("", words(robot, ".banner"));
        assertTrue(words(robot, ".status-bar").contains("fraud.json · changes not saved"));
        assertTrue(words(robot, ".toast").contains("Saved to fraud.json"));
        assertEquals("", words(robot, ".dialog-box"));
    }

    @Test
    void aSaveThatIsDoneInTimeIsNotSpokenOf(FxRobot robot) {
        begin(robot);
        edit(robot, "Mine");
        save(robot);
        window.settle();
        later();
        later();
        assertTrue(words(robot, ".status-bar").contains("fraud.json · saved"), words(robot, ".status-bar"));
        assertEquals("", words(robot, ".banner"));
    }

    /** Once taken for a change by another program: what the file held when the second save was asked for is older. */
    @Test
    void whoSavesAgainMeanwhileHasTheNewestSaved(FxRobot robot) throws Exception {
        hang(robot);
        edit(robot, "Mine, and more");
        save(robot);
        edit(robot, "Mine, and still more");
        save(robot);
        answers();
        assertEquals("", words(robot, ".dialog-box"));
        assertEquals("Mine, and still more", title());
        assertFalse(session().isChanged());
    }

    @Test
    void whoClosesWaitsAndSeesThatAndLosesNothing(FxRobot robot) throws Exception {
        hang(robot);
        edit(robot, "Mine, and more");
        robot.interact(window::leave);
        assertEquals("", words(robot, ".dialog-box"), "not before it takes long");
        later();
        assertTrue(words(robot, ".dialog-box").contains("Saving to fraud.json…"), words(robot, ".dialog-box"));
        assertFalse(window.quit);
        answers();
        Await.until(() -> window.quit);
        assertEquals("Mine, and more", title(), "what was changed since, too");
    }

    @Test
    void whoThinksBetterOfClosingStays(FxRobot robot) throws Exception {
        hang(robot);
        later();
        robot.interact(window::leave);
        press(robot, "#saving-stay");
        robot.interact(window::leave);
        robot.push(KeyCode.ESCAPE);
        assertEquals("", words(robot, ".dialog-box"));
        answers();
        assertFalse(window.quit);
        assertEquals("Mine", title());
    }

    @Test
    void whoDoesNotWaitIsLetGo(FxRobot robot) {
        hang(robot);
        later();
        robot.interact(window::leave);
        press(robot, "#saving-leave");
        assertFalse(window.quit);
        later();
        Await.until(() -> window.quit);
    }

    @Test
    void aTabIsClosedOnceItIsSaved(FxRobot robot) throws Exception {
        hang(robot);
        Shell shell = window.shown();
        robot.interact(() -> window.workspaces.newTab(window.workspace()));
        later();
        robot.interact(() -> window.workspaces.close(shell));
        assertTrue(words(robot, ".dialog-box").contains("Saving to fraud.json…"));
        answers();
        Await.until(() -> !window.workspace().shells().contains(shell));
        assertEquals("Mine", title());
    }

    @Test
    void itCanBeSavedElsewhereMeanwhileAndStaysThere(FxRobot robot) throws Exception {
        hang(robot);
        later();
        later();
        window.files.next = Optional.of(elsewhere);
        press(robot, "#saving-elsewhere");
        Await.until(() -> session().path().equals(Optional.of(elsewhere)));
        assertEquals("Mine", DesignFile.read(elsewhere).title());
        assertFalse(session().isChanged());
        assertEquals("", words(robot, ".banner"));
        assertTrue(words(robot, ".status-bar").contains("elsewhere.json · saved"));

        edit(robot, "Mine, elsewhere");
        window.keeping.once(window.work.executor());
        Await.until(() -> sideFile().isPresent());
        answers();
        assertEquals(Optional.of(elsewhere), session().path(), "the drive answers too late to take it back");
        assertTrue(session().isChanged());
        save(robot);
        window.settle();
        assertEquals("", words(robot, ".dialog-box"));
        assertEquals("Mine, elsewhere", DesignFile.read(elsewhere).title());
        assertEquals("Mine", title());
    }

    private Optional<Path> sideFile() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".autosave")).findFirst();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoClosesMaySaveElsewhereInstead(FxRobot robot) throws Exception {
        hang(robot);
        later();
        robot.interact(window::leave);
        window.files.next = Optional.of(elsewhere);
        press(robot, "#saving-elsewhere");
        Await.until(() -> Files.exists(elsewhere));
        later();
        Await.until(() -> window.quit);
        assertEquals("Mine", DesignFile.read(elsewhere).title());
    }

    @Test
    void whereElsewhereFailsTheFirstSaveStillCounts(FxRobot robot) throws Exception {
        hang(robot);
        later();
        later();
        window.files.next = Optional.of(folder.resolve("nowhere/mine.json"));
        press(robot, "#saving-elsewhere");
        Await.until(() -> words(robot, ".dialog-box").contains("could not be saved"));
        robot.push(KeyCode.ESCAPE);
        answers();
        assertEquals("Mine", title());
        assertFalse(session().isChanged());
        edit(robot, "Mine, and more");
        save(robot);
        window.settle();
        assertEquals("Mine, and more", title());
    }

    @Test
    void aHangingSaveThatFailsIsToldAndCanBeTriedAgain(FxRobot robot) throws Exception {
        hang(robot);
        later();
        robot.interact(window::leave);
        disk.breaks(_ -> new IOException("No space left on device"));
        robot.interact(disk::answers);
        Await.until(() -> words(robot, ".dialog-box").contains("could not be saved"));
        disk.heals();
        press(robot, "#save-failed-again");
        Await.until(() -> window.quit);
        assertEquals("Mine", title());
    }

    @Test
    void changesThatWaitForADriveToBeKeptAsideAreToldOfUntilItAnswers(FxRobot robot) {
        begin(robot);
        edit(robot, "Mine");
        disk.hangs();
        window.keeping.once(window.work.executor());
        Await.until(() -> window.patience.waiting() > 0);
        assertEquals("", words(robot, ".banner"));
        later();
        String told = words(robot, ".banner");
        assertTrue(told.contains("not being kept aside") && told.contains(drive + ": the drive has not answered yet"),
                told);
        disk.heals();
        Await.until(() -> words(robot, ".banner").isEmpty());
        assertTrue(session().isChanged());
    }

    /** Nobody has changed it, but it is about to have a file. */
    @Test
    void nothingElseIsOpenedInItsPlace(FxRobot robot) throws Exception {
        begin(robot);
        robot.interact(() -> window.workspaces.newTab(window.workspace()));
        Shell fresh = window.shown();
        window.files.next = Optional.of(drive.resolve("new.json"));
        disk.hangs();
        robot.interact(() -> fresh.documents().save());
        DesignFile.save(saved.withTitle("Other"), elsewhere);
        robot.interact(() -> window.open(elsewhere));
        Await.until(() -> session().design().title().equals("Other"));
        assertNotSame(fresh, window.shown());
        answers();
        assertEquals(Optional.of(drive.resolve("new.json")), fresh.session().path());
        assertEquals("Other", DesignFile.read(elsewhere).title());
    }

    /** For a person to look at, as {@code slow-save-*.png}. */
    @Test
    @Tag("screens")
    void looks(FxRobot robot) {
        hang(robot);
        later();
        shoot(robot, "slow-save-second", "1000x760", 1);
        robot.interact(window::leave);
        Await.settled();
        shoot(robot, "slow-save-leaving", "1000x760", 1);
        press(robot, "#saving-stay");
        later();
        shoot(robot, "slow-save-seconds", "1000x760", 1);
    }
}
