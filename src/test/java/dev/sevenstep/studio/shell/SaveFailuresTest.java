package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.TroubledDisk;
import dev.sevenstep.studio.Await;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What the window says when a disk takes no file: what happened, where, what to do; and the work stays. */
@Tag("fx")
class SaveFailuresTest extends DesignOnADrive {
    /** One thing that goes wrong, as the JDK tells it, and the words for it. */
    private record Trouble(String name, Function<Path, IOException> failure, List<String> words) {}

    private static final List<Trouble> ALL = List.of(
            new Trouble("full", _ -> new IOException("No space left on device"),
                    List.of("disk is full", "Make room on it and try again")),
            new Trouble("read-only",
                    path -> new FileSystemException(path.toString(), null, "Read-only file system"),
                    List.of("disk can only be read", "Save elsewhere")),
            new Trouble("forbidden", path -> new AccessDeniedException(path.toString()),
                    List.of("writing in this folder is not allowed", "allow writing")),
            new Trouble("removed", path -> new NoSuchFileException(path.toString()),
                    List.of("the folder does not exist", "bring it back, or save elsewhere")),
            new Trouble("network", path -> new FileSystemException(path.toString(), null, "Stale file handle"),
                    List.of("drive does not answer", "Connect it again")));

    private static Optional<String> asked(FxRobot robot) {
        return Await.onFx(() -> robot.lookup(".dialog-box").tryQuery().map(_ -> String.join(" ",
                robot.lookup(".dialog-box").lookup(".label").<Label>queryAll().stream().map(Label::getText).toList())));
    }

    private static void save(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> asked(robot).isPresent());
    }

    @Test
    void eachIsToldWithWhereAndWhatToDoAndNothingIsLost(FxRobot robot) throws Exception {
        begin(robot);
        for (Trouble trouble : ALL) {
            String title = "Mine, " + trouble.name();
            robot.interact(() -> session().apply(Edits.setTitle(title)));
            String before = DesignFile.read(file).title();
            disk.breaks(trouble.failure());
            save(robot);
            String words = asked(robot).orElseThrow();
            assertTrue(words.startsWith("fraud.json could not be saved") && words.contains(drive.toString()), words);
            assertTrue(trouble.words().stream().allMatch(words::contains), words);
            assertTrue(words.contains("untouched") && words.contains("stay open here"), words);
            assertEquals(before, DesignFile.read(file).title());
            answer(robot, "#save-failed-again");
            assertTrue(asked(robot).isPresent(), "it is as it was");
            robot.push(KeyCode.ESCAPE);
            assertTrue(session().isChanged());
            assertEquals(title, session().design().title());
            window.keeping.pass();
            assertEquals(1, sideFiles(), "kept aside where there is room");

            save(robot);
            disk.heals();
            answer(robot, "#save-failed-again");
            assertEquals(Optional.empty(), asked(robot));
            assertEquals(title, DesignFile.read(file).title());
            assertEquals(false, session().isChanged());
        }
    }

    private long sideFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".autosave")).count();
        }
    }

    @Test
    void whoLeavesIsNotLetGoUnsavedAndMaySaveElsewhere(FxRobot robot) throws Exception {
        begin(robot);
        robot.interact(() -> session().apply(Edits.setTitle("Mine")));
        disk.breaks(ALL.getFirst().failure());
        robot.interact(window::leave);
        answer(robot, "#unsaved-save");
        assertTrue(asked(robot).orElseThrow().contains("disk is full"));
        window.files.next = Optional.of(drive.resolve("again.json"));
        answer(robot, "#save-failed-elsewhere");
        assertTrue(asked(robot).orElseThrow().startsWith("again.json could not be saved"), "no room there either");
        assertEquals(Optional.of(file), session().path());
        window.files.next = Optional.of(folder.resolve("elsewhere.json"));
        answer(robot, "#save-failed-elsewhere");
        assertEquals("Mine", DesignFile.read(folder.resolve("elsewhere.json")).title());
        Await.until(() -> window.quit);
    }

    @Test
    void aFileThatIsGoneCanBeSavedElsewhereFromItsMessage(FxRobot robot) throws Exception {
        begin(robot);
        Files.delete(file);
        robot.interact(() -> window.shell.focused());
        window.settle();
        Await.until(() -> window.shell.lookup("#outside-save-as") != null);
        window.files.next = Optional.of(folder.resolve("elsewhere.json"));
        answer(robot, "#outside-save-as");
        assertEquals(saved, DesignFile.read(folder.resolve("elsewhere.json")));
        assertEquals(Optional.of(folder.resolve("elsewhere.json")), session().path());
    }

    @Test
    void workThatCannotBeKeptAsideIsSavedFromItsMessage(FxRobot robot) throws Exception {
        disk = new TroubledDisk(folder);
        begin(robot);
        disk.breaks(ALL.getFirst().failure());
        robot.interact(() -> session().apply(Edits.setTitle("Mine")));
        window.keeping.pass();
        Await.until(() -> window.shell.lookup("#keeping-save") != null);
        disk.heals();
        answer(robot, "#keeping-save");
        assertEquals("Mine", DesignFile.read(file).title());
    }

    @Test
    void settingsThatCannotBeKeptAreToldOnce(FxRobot robot) throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.createSymbolicLink(folder.resolve("config/settings.properties"), folder.resolve("gone/settings"));
        begin(robot);
        Await.until(() -> banners(robot).contains("Settings are not being kept"));
        assertTrue(banners(robot).contains("config: the folder does not exist. Until"), banners(robot));
        robot.clickOn(".banner > .icon-button");
        robot.interact(() -> window.settings.remember(folder.resolve("another.json")));
        assertEquals("", banners(robot));
    }

    private static String banners(FxRobot robot) {
        return Await.onFx(() -> String.join(" ", robot.lookup(".banner .label").<Label>queryAll().stream()
                .map(Label::getText).toList()));
    }

    /** For a person to look at, as {@code never-lost-*.png}. */
    @Test
    @Tag("screens")
    void looks(FxRobot robot) throws Exception {
        disk = new TroubledDisk(folder);
        begin(robot);
        robot.interact(() -> session().apply(Edits.setTitle("Mine")));
        for (Trouble trouble : ALL) {
            disk.breaks(trouble.failure());
            save(robot);
            shoot(robot, "never-lost-" + trouble.name(), "1000x760", 1);
            robot.push(KeyCode.ESCAPE);
        }
        shoot(robot, "never-lost-not-kept", "1000x760", 1);
        disk.heals();
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        window.settle();
        Files.delete(file);
        robot.interact(() -> window.shell.focused());
        Await.until(() -> window.shell.lookup("#outside-save-as") != null);
        shoot(robot, "never-lost-gone", "1000x760", 1);
    }
}
