package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.Accessible;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.document.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Every screen has words for everything that takes the focus or tells something; see {@link Accessible}. */
@Tag("fx")
class AccessibilityTest extends ShellWindow {
    private final Set<String> found = new TreeSet<>();

    private void look(FxRobot robot, String screen) {
        robot.interact(() -> Accessible.findings(window.workspace()).forEach(line -> found.add(screen + ": " + line)));
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> window.shell.commands().get(command).run());
    }

    private void closeOverlay(FxRobot robot) {
        robot.interact(() -> ((Overlay) window.shell.lookup(".overlay")).dismiss());
    }

    @Test
    void everyScreenHasWords(FxRobot robot) throws Exception {
        robot.interact(() -> window = new ShellFixture(stage, folder.resolve("config"), 1000, 800));
        window.settle();
        look(robot, "home");
        robot.interact(() -> window.settings.remember(folder.resolve("card-fraud-v2.json")));
        look(robot, "home with recent files");
        run(robot, "view.design");
        look(robot, "empty design");
        for (Samples.Sample sample : Samples.list()) {
            robot.interact(() -> window.shell.session().openUntitled(sample.design(), false));
            look(robot, sample.id());
            for (Selection selection : selections(sample.design())) {
                robot.interact(() -> {
                    window.shell.session().select(selection);
                    Accessible.findings((Parent) window.shell.lookup(".inspector"))
                            .forEach(line -> found.add("inspector: " + line));
                });
            }
        }
        robot.interact(() -> window.shell.session().select(Selection.none()));
        run(robot, "view.outline");
        look(robot, "outline");
        run(robot, "view.design");
        run(robot, "view.palette");
        look(robot, "palette");
        robot.interact(() -> ((TextField) window.shell.lookup("#palette-query")).setText("zzzz"));
        look(robot, "palette without a hit");
        closeOverlay(robot);
        run(robot, "help.shortcuts");
        look(robot, "shortcuts");
        closeOverlay(robot);
        run(robot, "file.export");
        look(robot, "export");
        closeOverlay(robot);
        Path broken = Files.writeString(folder.resolve("broken.json"), "{ \"schema\": [");
        robot.interact(() -> window.open(broken));
        Await.until(() -> window.shell.lookup(".dialog-box") != null);
        look(robot, "error");
        closeOverlay(robot);
        run(robot, "view.run");
        look(robot, "run");
        run(robot, "view.runs");
        Await.until(() -> window.shell.lookup("#runs-make") != null);
        look(robot, "no runs");
        robot.interact(() -> window.workspaces.newTab(window.workspace()));
        look(robot, "tabs");
        assertTrue(found.isEmpty(), () -> String.join("\n", found));
    }

    /** Each sort of thing an inspector pane is for; of components one a step. */
    private static List<Selection> selections(Design design) {
        List<Selection> selections = new ArrayList<>();
        Set<Step> steps = EnumSet.noneOf(Step.class);
        design.components().stream().filter(card -> steps.add(card.step()))
                .forEach(card -> selections.add(Selection.of(card.id())));
        design.links().stream().limit(1).forEach(link -> selections.add(Selection.of(link.id())));
        design.notes().stream().limit(1).forEach(note -> selections.add(Selection.of(note.id())));
        design.groups().stream().limit(1).forEach(group -> selections.add(Selection.of(group.id())));
        for (Step step : Step.values()) {
            selections.add(Selection.of(step));
        }
        return selections;
    }
}
