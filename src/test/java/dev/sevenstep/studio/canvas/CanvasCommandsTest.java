package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.DesignWriter;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.WindowExtension;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Selecting, lining up, copying: by their keys, on a sample design. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class CanvasCommandsTest {
    private final Design sample = Samples.list().getFirst().design();
    private CanvasFixture window;

    @Start
    void show(Stage stage) {
        window = new CanvasFixture(stage, sample);
    }

    private String firstOf(Step step) {
        return sample.components().stream().filter(card -> card.step() == step).map(Component::id).findFirst()
                .orElseThrow();
    }

    private int cards() {
        return window.session.design().components().size();
    }

    private static void clipboard(FxRobot robot, String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static String clipboardText(FxRobot robot) {
        StringBuilder text = new StringBuilder();
        robot.interact(() -> text.append(Clipboard.getSystemClipboard().getString()));
        return text.toString();
    }

    @Test
    void selectingAllKindReachAndTheRest(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        int all = sample.components().size() + sample.notes().size() + sample.groups().size();
        assertEquals(all, window.session.selection().ids().size());
        String link = sample.links().list().getFirst().from();
        window.select(robot, link);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.RIGHT);
        int down = window.session.selection().ids().size();
        assertTrue(down > 1, "what the first link's start feeds");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.I);
        assertEquals(all - down, window.session.selection().ids().size());
        window.select(robot, link);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        String kind = window.card(link).kind();
        assertEquals(sample.components().stream().filter(card -> card.kind().equals(kind)).count(),
                window.session.selection().ids().size());
        robot.push(KeyCode.ALT, KeyCode.L);
        assertTrue(window.session.selection().ids().stream().allMatch(sample.links()::contains));
        robot.push(KeyCode.ESCAPE);
        assertTrue(window.session.selection().isEmpty());
    }

    @Test
    void copyAndPasteThroughTheClipboardAsDesignAndAsWords(FxRobot robot) {
        String id = firstOf(Step.SERVING);
        window.select(robot, id);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertTrue(clipboardText(robot).contains(window.card(id).title()), "other programs get words");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        assertEquals(sample.components().size() + 1, cards());
        Component copy = window.card(window.session.selection().ids().iterator().next());
        assertEquals(window.card(id).x() + 16, copy.x());
        robot.interact(window.session::undo);
        assertSame(sample, window.session.design());
    }

    @Test
    void cutAndPasteIsBackWhereItWas(FxRobot robot) {
        String id = firstOf(Step.DATA);
        Component card = window.card(id);
        window.select(robot, id);
        robot.push(KeyCode.SHORTCUT, KeyCode.X);
        assertEquals(sample.components().size() - 1, cards());
        assertEquals("Cut " + card.title(), window.session.undoNameProperty().get());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        Component back = window.card(window.session.selection().ids().iterator().next());
        assertEquals(card.x(), back.x());
        assertEquals(card.fields(), back.fields());
    }

    @Test
    void plainTextBecomesANoteAndADesignFilesTextItsContent(FxRobot robot) {
        clipboard(robot, "Ask legal about retention");
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals("Ask legal about retention", window.session.design().notes().list().getLast().text());
        Design other = Samples.list().get(1).design();
        clipboard(robot, new String(DesignWriter.write(other), StandardCharsets.UTF_8));
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals(sample.components().size() + other.components().size(), cards());
        clipboard(robot, "{ \"any\": \"json\" }");
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals("{ \"any\": \"json\" }", window.session.design().notes().list().getLast().text());
    }

    @Test
    void aHostileDesignOnTheClipboardIsRefusedInWords(FxRobot robot) {
        List<String> said = new ArrayList<>();
        robot.interact(() -> window.canvas.onNotice(said::add));
        String head = "{ \"format\": \"sevenstep-design\", \"version\": \"2.0\", ";
        for (String hostile : List.of(head, head + "\"id\": " + "[".repeat(100_000),
                head + "\"title\": \"" + "x".repeat(20_000_000) + "\" }")) {
            said.clear();
            clipboard(robot, hostile);
            robot.push(KeyCode.SHORTCUT, KeyCode.V);
            assertSame(sample, window.session.design());
            assertEquals(1, said.size());
            assertTrue(said.getFirst().startsWith("Not pasted: ") && said.getFirst().length() < 400, said::toString);
        }
    }

    @Test
    void duplicatesGoOnByTheWayOfTheLast(FxRobot robot) {
        String id = firstOf(Step.MONITORING);
        window.select(robot, id);
        robot.push(KeyCode.SHORTCUT, KeyCode.D);
        String first = window.session.selection().ids().iterator().next();
        assertEquals("Duplicate " + window.card(id).title(), window.session.undoNameProperty().get());
        robot.interact(() -> window.session.apply(Edits.move(window.session.design(), Set.of(first), 200, -16)));
        robot.push(KeyCode.SHORTCUT, KeyCode.D);
        Component second = window.card(window.session.selection().ids().iterator().next());
        assertEquals(window.card(id).x() + 2 * 216, second.x());
        assertEquals(window.card(id).y(), second.y());
    }

    @Test
    void lockedCardsStayWhenCutOrAligned(FxRobot robot) {
        List<String> ids = sample.components().stream().filter(card -> card.step() == Step.SERVING)
                .map(Component::id).limit(2).toList();
        robot.interact(() -> window.session.apply(Edits.setLocked(sample, Set.of(ids.getFirst()), true)));
        Component locked = window.card(ids.getFirst());
        window.select(robot, ids.toArray(String[]::new));
        robot.push(KeyCode.ALT, KeyCode.W);
        assertEquals(locked, window.card(ids.getFirst()));
        assertEquals(locked.y(), window.card(ids.get(1)).y());
        robot.push(KeyCode.SHORTCUT, KeyCode.X);
        assertTrue(window.session.design().components().contains(ids.getFirst()));
        assertFalse(window.session.design().components().contains(ids.get(1)));
    }

    @Test
    void zoomToTheSelectionShowsIt(FxRobot robot) {
        window.run(robot, "canvas.zoom-actual");
        String id = firstOf(Step.MONITORING);
        window.select(robot, id);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT8);
        var box = robot.lookup("#card-" + id).query()
                .localToScene(robot.lookup("#card-" + id).query().getLayoutBounds());
        assertTrue(box.getMinX() > 0 && box.getMaxX() < 980 && box.getMinY() > 0 && box.getMaxY() < 760,
                box.toString());
    }
}
