package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.document.Selection;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Whoever works all day opens and closes many tabs: nothing may hold a closed one. */
@Tag("fx")
class ClosedTabTest extends ShellWindow {
    /** Collections after which whatever can be let go has been. */
    private static final int COLLECTIONS = 8;

    @Start
    void show(Stage given) {
        // The robot remembers every event of the given one, with its target.
        stage = new Stage();
        window = fitting();
    }

    @AfterEach
    void closeStage(FxRobot robot) {
        robot.interact(stage::close);
    }

    private WeakReference<Shell> openUseAndClose(FxRobot robot, Runnable use) {
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        WeakReference<Shell> tab = new WeakReference<>(window.shown());
        use.run();
        window.settle();
        robot.interact(() -> window.workspaces.close(Objects.requireNonNull(tab.get())));
        robot.lookup("#unsaved-discard").tryQuery().ifPresent(robot::clickOn);
        window.settle();
        assertEquals(List.of(window.shell), window.workspace().shells());
        // As after the second that keeping waits for, and the five after which a drive is said to be slow.
        window.keeping.pass();
        window.patience.pass();
        // The pointer and the keyboard go on elsewhere, as they would.
        robot.moveTo(window.shell).push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        return tab;
    }

    private static boolean isGone(FxRobot robot, WeakReference<?> tab) {
        for (int i = 0; i < COLLECTIONS && tab.get() != null; i++) {
            System.gc();
            robot.interact(() -> {});
        }
        return tab.get() == null;
    }

    private void openDesign() {
        Shell shell = window.shown();
        shell.session().openUntitled(Samples.list().getFirst().design(), false);
        shell.show(View.DESIGN);
        shell.session().apply(Edits.setTitle("Changed"));
        shell.session().select(Selection.of(shell.session().design().components().list().getFirst().id()));
    }

    @Test
    void anEditedOneIsLetGo(FxRobot robot) {
        WeakReference<Shell> tab = openUseAndClose(robot, () -> robot.interact(this::openDesign));
        assertTrue(isGone(robot, tab), "something still holds the closed tab");
    }

    @Test
    void oneInWhichEverythingWasShownIsLetGo(FxRobot robot) {
        WeakReference<Shell> tab = openUseAndClose(robot, () -> {
            robot.interact(this::openDesign);
            robot.clickOn(window.shown().lookup(".canvas")).push(KeyCode.SHORTCUT, KeyCode.A)
                    .push(KeyCode.SHORTCUT, KeyCode.C);
            for (String dialog : List.of("file.export", "help.shortcuts", "view.palette")) {
                robot.interact(() -> window.shown().commands().get(dialog).run());
                robot.push(KeyCode.ESCAPE);
            }
            for (View view : List.of(View.RUN, View.RUNS, View.HOME, View.DESIGN)) {
                robot.interact(() -> window.shown().show(view));
                window.settle();
            }
            robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D).push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
        });
        assertTrue(isGone(robot, tab), "something still holds the closed tab");
    }
}
