package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.casestudy.CaseStudies;
import java.time.Clock;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@Tag("window")
class ShellTest extends ShellWindow {

    @Start
    void show(Stage given) {
        window = fitting();
    }

    private void openFirstSample(FxRobot robot) {
        Await.until(() -> robot.lookup("#sample-card-fraud").tryQuery().isPresent());
        robot.clickOn("#sample-card-fraud");
        window.settle();
        assertEquals(View.DESIGN, window.shell.viewProperty().get());
    }

    private Design design() {
        return window.shell.session().design();
    }

    /** A component with a number, and the number's field. */
    private record Found(Component card, FieldSpec field, Value.Quantity value) {}

    private Found numberOfADesign() {
        for (Component card : design().components()) {
            for (FieldSpec field : window.shell.session().catalogue().kind(card.kind()).orElseThrow().fields()) {
                if (card.fields().get(field.key()).orElse(null) instanceof Value.Quantity quantity
                        && field.maximum().isPresent() && quantity.amount() > 1) {
                    return new Found(card, field, quantity);
                }
            }
        }
        throw new AssertionError("the sample has no number with a range");
    }

    @Test
    void openASampleEditUndoRedoSaveAndReopen(FxRobot robot) throws Exception {
        openFirstSample(robot);
        Design original = design();
        Found found = numberOfADesign();
        robot.interact(() -> window.shell.session().select(Selection.of(found.card().id())));
        TextField field = robot.from(robot.lookup("#field-" + found.field().key()).<Node>query()).lookup(".bare")
                .query();
        robot.interact(field::requestFocus);
        robot.interact(field::end);
        robot.push(KeyCode.BACK_SPACE);
        assertTrue(window.shell.session().isChanged());
        assertTrue(window.shell.titleProperty().get().startsWith("• "));
        Design edited = design();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(original, design());
        assertFalse(window.shell.session().isChanged());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(edited, design());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Y);
        assertEquals(edited, design(), "both keys redo, in a text field too");

        Path report = Files.writeString(folder.resolve("report.pdf"), "a report");
        window.files.next = Optional.of(report);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        window.settle();
        assertEquals("a report", Files.readString(report), "a design is not saved over a report");
        robot.push(KeyCode.ESCAPE);

        Path file = folder.resolve("saved.json");
        window.files.next = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> !window.shell.session().isChanged());
        assertEquals(edited, DesignFile.read(file));
        assertEquals(file, window.settings.recent().getFirst());

        robot.interact(() -> window.shell.session().openUntitled(Documents.untitled(), false));
        robot.interact(() -> window.open(file));
        Await.until(() -> window.shell.session().path().isPresent());
        assertEquals(edited, design());
        assertFalse(window.shell.session().isChanged());
    }

    @Test
    void aDamagedFileIsRefusedInWordsAndTheDesignStays(FxRobot robot) throws Exception {
        openFirstSample(robot);
        Design before = design();
        Path file = Files.writeString(folder.resolve("broken.json"), "{ \"schema\": [");
        robot.interact(() -> window.open(file));
        Await.until(() -> robot.lookup(".dialog-box").tryQuery().isPresent());
        String words = robot.lookup(".dialog-box").lookup(".label").<Label>queryAll().stream().map(Label::getText)
                .reduce("", (a, b) -> a + " " + b);
        assertTrue(words.contains("broken.json"), words);
        robot.push(KeyCode.ENTER);
        assertTrue(robot.lookup(".dialog-box").tryQuery().isEmpty());
        assertEquals(before, design());
    }

    @Test
    void aRecentFileThatIsGoneIsForgotten(FxRobot robot) {
        Path gone = folder.resolve("gone.json");
        robot.interact(() -> window.settings.remember(gone));
        robot.clickOn("gone.json");
        Await.until(() -> robot.lookup(".dialog-box").tryQuery().isPresent());
        assertTrue(window.settings.recent().isEmpty());
    }

    @Test
    void thePaletteRunsACommandAndJumpsToAComponent(FxRobot robot) {
        openFirstSample(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write("switch light").push(KeyCode.ENTER);
        assertTrue(window.theme.isDark());
        Component last = design().components().list().getLast();
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write(last.title()).push(KeyCode.ENTER);
        assertEquals(Selection.of(last.id()), window.shell.session().selection());
    }

    @Test
    void keysDoNothingBehindAQuestion(FxRobot robot) {
        robot.push(KeyCode.F1);
        assertTrue(robot.lookup(".shortcut-sheet").tryQuery().isPresent());
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        assertEquals(View.HOME, window.shell.viewProperty().get());
        robot.push(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".shortcut-sheet").tryQuery().isEmpty());
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        assertEquals(View.DESIGN, window.shell.viewProperty().get());
    }

    @Test
    void theThemeSwitchesAndIsRemembered(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
        assertTrue(window.theme.isDark());
        assertEquals(Theme.Mode.DARK, new Settings(folder.resolve("config")).modeProperty().get());
    }

    @Test
    void leavingWithChangesAsks(FxRobot robot) {
        robot.interact(() -> window.shell.session().apply(Edits.setTitle("Changed")));
        robot.interact(window::leave);
        assertFalse(window.quit);
        robot.clickOn("#unsaved-cancel");
        assertFalse(window.quit);
        robot.interact(window::leave);
        window.files.next = Optional.of(folder.resolve("on-leaving.json"));
        robot.clickOn("#unsaved-save");
        Await.until(() -> window.quit);
        assertTrue(Files.exists(folder.resolve("on-leaving.json")));
    }

    @Test
    void leavingWithoutSavingLeaves(FxRobot robot) {
        robot.interact(() -> window.shell.session().apply(Edits.setTitle("Changed")));
        robot.interact(window::leave);
        robot.clickOn("#unsaved-discard");
        assertTrue(window.quit);
    }

    @Test
    void theCaseStudyOnScreenIsLinkedWithTheDesign(FxRobot robot) {
        robot.interact(() -> window.shell.show(View.RUN));
        robot.interact(() -> window.shell.commands().get("run.link").run());
        assertEquals(CaseStudies.all(Clock.systemUTC()).getFirst().id(), design().linkedCase());
        robot.interact(window.shell.session()::undo);
        assertEquals("", design().linkedCase());
    }

    @Test
    void everyCommandHasAnIdAndKeysOfItsOwn(FxRobot robot) {
        robot.interact(() -> window.shell.show(View.DESIGN)).interact(() -> window.shell.show(View.RUN));
        Set<String> ids = new HashSet<>();
        Set<KeyCombination> keys = new HashSet<>();
        for (Command command : window.shell.commands().all()) {
            assertTrue(ids.add(command.id()), command.id());
            command.shortcut().ifPresent(shortcut -> assertTrue(keys.add(shortcut), command.id() + " " + shortcut));
            assertFalse(command.label().isBlank());
            assertDoesNotThrow(() -> new FontIcon(command.icon()), command.id());
        }
        assertTrue(ids.size() > 20);
    }

    @Test
    void tidyingIsOneEntryAndComesOffTheWindowsThread(FxRobot robot) {
        openFirstSample(robot);
        Design before = design();
        robot.push(KeyCode.ALT, KeyCode.T);
        Await.until(() -> !window.shell.session().undoNameProperty().get().isEmpty());
        assertEquals("Tidy the design", window.shell.session().undoNameProperty().get());
        assertFalse(before.components().equals(design().components()));
        robot.interact(window.shell.session()::undo);
        assertEquals("", window.shell.session().undoNameProperty().get());
        assertEquals(before, design());
    }

    @Test
    void tidyingGivesWayToAChangeMadeMeanwhile(FxRobot robot) {
        openFirstSample(robot);
        robot.interact(() -> {
            window.shell.commands().get("arrange.tidy").run();
            window.shell.session().apply(Edits.setTitle("Changed"));
        });
        window.settle();
        assertEquals("Title the design “Changed”", window.shell.session().undoNameProperty().get());
    }

    @Test
    void exportsArriveWithAToast(FxRobot robot) {
        openFirstSample(robot);
        Path pdf = folder.resolve("report.pdf");
        window.files.next = Optional.of(pdf);
        robot.clickOn("#export-pdf-button");
        Await.until(() -> robot.lookup(".toast").tryQuery().isPresent());
        assertTrue(Files.exists(pdf));
        Design exported = design();
        robot.interact(() -> window.shell.session().openUntitled(Documents.untitled(), false));
        robot.interact(() -> window.open(pdf));
        window.settle();
        assertEquals(exported, design());
        assertTrue(window.shell.session().path().isEmpty());
    }
}
