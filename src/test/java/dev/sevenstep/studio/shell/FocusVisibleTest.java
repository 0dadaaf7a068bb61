package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Step;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.FocusRing;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** Whoever uses the keyboard sees where they are, in both themes; see {@link FocusRing}. */
@Tag("fx")
class FocusVisibleTest extends ShellWindow {
    private final Set<String> found = new TreeSet<>();

    private void look(FxRobot robot, String screen, String part) {
        look(robot, screen, window.shell, part);
    }

    private void look(FxRobot robot, String screen, Parent within, String part) {
        Await.settled();
        robot.interact(() -> FocusRing.missing((Parent) within.lookup(part))
                .forEach(line -> found.add(screen + ": " + line)));
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> window.shell.commands().get(command).run());
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void theFocusIsSeen(Theme.Mode mode, FxRobot robot) {
        robot.interact(() -> {
            window = new ShellFixture(stage, folder.resolve("config"), 1000, 800);
            window.theme.modeProperty().set(mode);
        });
        window.settle();
        look(robot, "home", ".shell");
        run(robot, "view.design");
        robot.interact(() -> window.shell.session().openUntitled(Samples.list().getFirst().design(), false));
        look(robot, "canvas", ".canvas");
        look(robot, "design", ".inspector");
        String card = Samples.list().getFirst().design().components().stream()
                .filter(each -> each.step() == Step.SERVING).findFirst().orElseThrow().id();
        robot.interact(() -> window.shell.session().select(Selection.of(card)));
        look(robot, "component", ".inspector");
        run(robot, "view.run");
        look(robot, "run", ".run-view");
        run(robot, "view.runs");
        Await.until(() -> window.shell.lookup("#runs-make") != null);
        look(robot, "no runs", ".runs-view");
        run(robot, "view.design");
        robot.interact(() -> {
            window.workspaces.newTab(window.workspace()).show(View.DESIGN);
            window.workspace().toggleSideBySide();
        });
        look(robot, "tabs", window.workspace(), "#tab-strip");
        for (Shell side : window.workspace().shown()) {
            look(robot, "side by side", side, ".header-bar");
            look(robot, "side by side", side, ".canvas");
        }
        assertTrue(found.isEmpty(), () -> String.join("\n", found));
    }
}
