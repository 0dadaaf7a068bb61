package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.LeftBehind;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What the window does so that no work is lost: recovery, two programs on one file, versions. */
@Tag("fx")
class NeverLostTest extends ShellWindow {
    private static final Instant MORNING = Instant.parse("2026-01-01T09:30:00Z");

    private Path file;
    private final Design saved = Samples.open("card-fraud");
    private final Design unsaved = Edits.delete(saved, Set.of(saved.components().list().getFirst().id()))
            .applyTo(saved.withTitle("Card fraud, second try"));

    @BeforeEach
    void save() throws Exception {
        file = folder.resolve("fraud.json");
        DesignFile.save(saved, file);
    }

    private void openFile(FxRobot robot) {
        robot.interact(() -> window.open(file));
        window.settle();
    }

    private DocumentSession session() {
        return window.shown().session();
    }

    private static boolean asked(FxRobot robot) {
        return robot.lookup(".dialog-box").tryQuery().isPresent();
    }

    private static String words(FxRobot robot) {
        return robot.lookup(".dialog-box").lookup(".label").<Label>queryAll().stream().map(Label::getText)
                .reduce("", (a, b) -> a + " " + b);
    }

    private List<Path> sideFiles() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".autosave")).toList();
        }
    }

    @Test
    void workLeftBehindIsOfferedAtTheStartAndTaken(FxRobot robot) throws Exception {
        Design lost = Edits.setTitle("Never saved").applyTo(saved).withId("lost");
        LeftBehind.untitled(folder.resolve("config"), lost, MORNING);
        open(robot);
        Await.until(() -> asked(robot));
        assertTrue(words(robot).contains("Never saved") && words(robot).contains("today, 09:30"), words(robot));
        robot.clickOn("#recover-take");
        window.settle();
        assertEquals(lost, session().design());
        assertTrue(session().isChanged());
        assertEquals(View.DESIGN, window.shell.viewProperty().get());
        assertEquals(1, sideFiles().size(), "it stays until it is kept anew");
        window.keeping.pass();
        assertEquals(1, sideFiles().size());
        Path saving = folder.resolve("rescued.json");
        window.files.next = Optional.of(saving);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> !session().isChanged());
        window.keeping.pass();
        assertEquals(lost, DesignFile.read(saving));
        assertEquals(List.of(), sideFiles());
    }

    @Test
    void withNothingLeftBehindNothingIsAsked(FxRobot robot) throws Exception {
        open(robot);
        openFile(robot);
        assertFalse(asked(robot));
        LeftBehind.beside(file, saved, MORNING);
        openFile(robot);
        assertFalse(asked(robot), "the side file holds what the file holds");
        assertEquals(List.of(), sideFiles());
    }

    @Test
    void openingAFileOffersWhatDiffersAndRecoveringIsAnEdit(FxRobot robot) throws Exception {
        open(robot);
        LeftBehind.beside(file, unsaved, MORNING);
        openFile(robot);
        Await.until(() -> asked(robot));
        String words = words(robot);
        assertTrue(words.contains("fraud.json") && words.contains("1 component"), words);
        ListView<?> differences = robot.lookup("#differences").query();
        assertTrue(differences.getItems().size() > 1);
        robot.clickOn("#recover-take");
        window.settle();
        assertEquals(unsaved, session().design());
        assertEquals(Optional.of(file), session().path());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(saved, session().design());
        assertFalse(session().isChanged());
    }

    @Test
    void laterMeansLaterAndKeepingTheFileMeansNeverAgain(FxRobot robot) throws Exception {
        open(robot);
        LeftBehind.beside(file, unsaved, MORNING);
        openFile(robot);
        Await.until(() -> asked(robot));
        robot.clickOn("#recover-later");
        assertFalse(asked(robot));
        assertEquals(1, sideFiles().size());
        openFile(robot);
        Await.until(() -> asked(robot));
        robot.push(KeyCode.ESCAPE);
        assertEquals(1, sideFiles().size());
        robot.interact(() -> window.shell.commands().get("file.recover").run());
        Await.until(() -> asked(robot));
        robot.clickOn("#recover-discard");
        window.settle();
        assertEquals(List.of(), sideFiles());
        assertEquals(saved, session().design());
    }

    @Test
    void editsAreKeptAsideUntilTheyAreSaved(FxRobot robot) throws Exception {
        open(robot);
        openFile(robot);
        robot.interact(() -> session().apply(Edits.setTitle("Changed")));
        window.keeping.pass();
        assertEquals(1, sideFiles().size());
        assertEquals(file.getParent(), sideFiles().getFirst().getParent());
        robot.interact(session()::undo);
        window.keeping.pass();
        assertEquals(List.of(), sideFiles(), "nothing to keep after undoing");
        robot.interact(session()::redo);
        window.keeping.pass();
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> !session().isChanged());
        window.keeping.pass();
        assertEquals(List.of(), sideFiles());
        robot.interact(() -> session().apply(Edits.setTitle("Changed again")));
        window.keeping.pass();
        robot.interact(window::leave);
        robot.clickOn("#unsaved-discard");
        Await.until(() -> window.quit);
        assertEquals(List.of(), sideFiles(), "let go on purpose");
    }

    @Test
    void aSaveOverSomebodyElsesAsksAndOverwritesOnlyOnRequest(FxRobot robot) throws Exception {
        open(robot);
        openFile(robot);
        robot.interact(() -> session().apply(Edits.setTitle("Mine")));
        DesignFile.save(saved.withTitle("Theirs"), file);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> asked(robot));
        assertTrue(words(robot).contains("changed outside"), words(robot));
        ListView<?> differences = robot.lookup("#differences").query();
        assertTrue(differences.getItems().getFirst().toString().contains("Theirs"));
        robot.clickOn("#conflict-cancel");
        assertEquals("Theirs", DesignFile.read(file).title());
        assertTrue(session().isChanged());

        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> asked(robot));
        window.files.next = Optional.of(folder.resolve("mine.json"));
        robot.clickOn("#conflict-save-as");
        Await.until(() -> !session().isChanged());
        assertEquals("Theirs", DesignFile.read(file).title());
        assertEquals("Mine", DesignFile.read(folder.resolve("mine.json")).title());
    }

    @Test
    void overwritingIsPossibleAndWhatWasThereBecomesAVersion(FxRobot robot) throws Exception {
        open(robot);
        openFile(robot);
        robot.interact(() -> session().apply(Edits.setTitle("Mine")));
        DesignFile.save(saved.withTitle("Theirs"), file);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> asked(robot));
        robot.clickOn("#conflict-overwrite");
        Await.until(() -> !session().isChanged());
        assertEquals("Mine", DesignFile.read(file).title());

        robot.interact(() -> window.shell.commands().get("file.versions").run());
        Await.until(() -> robot.lookup("#versions-list").tryQuery().isPresent());
        ListView<VersionsView.Entry> list = robot.lookup("#versions-list").query();
        assertEquals(List.of("Mine", "Theirs"),
                list.getItems().stream().map(entry -> entry.version().design().title()).toList());
        assertTrue(robot.lookup("#versions-restore").queryButton().isDisabled(), "it is as it is");
        robot.push(KeyCode.DOWN);
        robot.clickOn("#versions-restore");
        assertEquals("Theirs", session().design().title());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals("Mine", session().design().title());
    }

    @Test
    void aVersionOpensAsACopy(FxRobot robot) throws Exception {
        open(robot);
        openFile(robot);
        robot.interact(() -> session().apply(Edits.setTitle("Mine")));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> !session().isChanged());
        robot.interact(() -> window.shell.commands().get("file.versions").run());
        Await.until(() -> robot.lookup("#versions-list").tryQuery().isPresent());
        robot.push(KeyCode.DOWN);
        robot.clickOn("#versions-copy");
        assertTrue(session().design().title().startsWith(saved.title() + " ("), session().design().title());
        assertEquals(Optional.empty(), session().path());
        assertFalse(session().design().id().equals(saved.id()));
        assertEquals("Mine", DesignFile.read(file).title());
    }

    @Test
    void savingAgainSoonLeavesOneNoticeAndVersionsThatAreToldApart(FxRobot robot) throws Exception {
        open(robot);
        Files.setLastModifiedTime(file, FileTime.from(MORNING));
        openFile(robot);
        for (String title : List.of("Second", "Third")) {
            robot.interact(() -> session().apply(Edits.setTitle(title)));
            robot.push(KeyCode.SHORTCUT, KeyCode.S);
            Await.until(() -> !session().isChanged());
        }
        assertEquals(1, robot.lookup(".toast").queryAll().size());
        robot.interact(() -> window.shell.commands().get("file.versions").run());
        Await.until(() -> robot.lookup("#versions-list").tryQuery().isPresent());
        assertEquals(List.of("today, 12:00:00.001", "today, 12:00:00.000", "today, 09:30"),
                robot.lookup("#versions-list").lookup(".medium").<Label>queryAll().stream().map(Label::getText)
                        .toList());
        ListView<VersionsView.Entry> list = robot.lookup("#versions-list").query();
        assertEquals(List.of("Title Second → Third", "Title " + saved.title() + " → Second", "The oldest one kept"),
                list.getItems().stream().map(VersionsView.Entry::change).toList());
    }

    @Test
    void aChangeOutsideIsNoticedWhenTheWindowGetsTheFocus(FxRobot robot) throws Exception {
        openAndChangeOutside(robot);
        Await.until(() -> robot.lookup("#outside-reload").tryQuery().isPresent());
        robot.clickOn("#outside-reload");
        assertEquals("Theirs", session().design().title());
        assertFalse(session().isChanged());
        assertTrue(robot.lookup(".banner").tryQuery().isEmpty());
        robot.interact(session()::undo);
        assertEquals(saved, session().design(), "a reload can be undone");

        Files.delete(file);
        focusAgain(robot);
        Await.until(() -> robot.lookup(".banner").tryQuery().isPresent());
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> Files.exists(file) && !session().isChanged());
        assertEquals(saved, DesignFile.read(file));
    }

    @Test
    void theMessageAboutAChangeOutsideFollowsWhatHappensNext(FxRobot robot) throws Exception {
        openAndChangeOutside(robot);
        Await.until(() -> banner(robot).contains("Reload it"));
        robot.interact(() -> session().apply(Edits.setTitle("Mine")));
        assertTrue(banner(robot).contains("changes of your own"), banner(robot));
        robot.interact(session()::undo);
        assertTrue(banner(robot).contains("Reload it"), banner(robot));

        Files.writeString(file, "no design");
        focusAgain(robot);
        Await.until(() -> banner(robot).contains("saving will ask"));
        changeOutside(robot, "Theirs again");
        Await.until(() -> banner(robot).contains("Reload it"));
        robot.clickOn("#outside-reload");
        assertEquals("Theirs again", session().design().title());

        Files.delete(file);
        focusAgain(robot);
        Await.until(() -> banner(robot).contains("no longer there"));
        changeOutside(robot, "Theirs again");
        Await.until(() -> robot.lookup(".banner").tryQuery().isEmpty());
    }

    @Test
    void aMessageAboutAChangeOutsideThatWasClosedStaysClosed(FxRobot robot) throws Exception {
        openAndChangeOutside(robot);
        Await.until(() -> banner(robot).contains("Reload it"));
        robot.clickOn(".banner > .icon-button");
        robot.interact(() -> session().apply(Edits.setTitle("Mine")));
        focusAgain(robot);
        assertTrue(robot.lookup(".banner").tryQuery().isEmpty());
    }

    private static String banner(FxRobot robot) {
        return robot.lookup(".banner .label").<Label>queryAll().stream().map(Label::getText)
                .reduce("", (a, b) -> a + " " + b);
    }

    private void openAndChangeOutside(FxRobot robot) throws Exception {
        open(robot);
        openFile(robot);
        changeOutside(robot, "Theirs");
    }

    private void changeOutside(FxRobot robot, String title) throws Exception {
        DesignFile.save(saved.withTitle(title), file);
        focusAgain(robot);
    }

    /** What the window does when it gets the focus; a headless one cannot lose it to another program. */
    private void focusAgain(FxRobot robot) {
        robot.interact(() -> window.shell.focused());
        window.settle();
    }

    @Test
    void aFolderThatIsGoneIsToldAndTheWorkStays(FxRobot robot) throws Exception {
        open(robot);
        Path place = Files.createDirectory(folder.resolve("drive"));
        file = Files.move(file, place.resolve("fraud.json"));
        openFile(robot);
        robot.interact(() -> session().apply(Edits.setTitle("Mine")));
        Files.delete(file);
        Files.delete(place);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> asked(robot));
        assertTrue(words(robot).contains("folder does not exist"), words(robot));
        window.keeping.pass();
        assertEquals(1, sideFiles().size(), "kept in the configuration folder meanwhile");
        window.files.next = Optional.of(folder.resolve("elsewhere.json"));
        robot.clickOn("#save-failed-elsewhere");
        Await.until(() -> !session().isChanged());
        assertEquals("Mine", DesignFile.read(folder.resolve("elsewhere.json")).title());
    }
}
