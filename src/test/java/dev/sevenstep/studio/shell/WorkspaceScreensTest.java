package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import java.util.List;
import java.util.Set;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Pictures of a window with one tab, three, twelve and thirty, and of two designs side by side. */
@Tag("screens")
class WorkspaceScreensTest extends SeveralDocuments {
    @Test
    void tabsAndTwoSideBySide(FxRobot robot) {
        List<Design> designs = Samples.list().stream().map(Samples.Sample::design).toList();
        for (PictureSize size : PictureSize.ALL) {
            robot.interact(() -> window = new ShellFixture(stage, folder.resolve(size.name()), size.width(),
                    size.height(), true));
            window.settle();
            for (int tabs : new int[]{1, 3, 12, 30}) {
                robot.interact(() -> {
                    for (int i = window.workspace().shells().size(); i < tabs; i++) {
                        window.workspaces.newTab(window.workspace());
                    }
                    for (int i = 0; i < tabs; i++) {
                        Shell shell = window.workspace().shells().get(i);
                        if (shell.documents().isUntouched() && i != 2) {
                            shell.session().openUntitled(designs.get(i % designs.size()), false);
                            shell.show(View.DESIGN);
                            if (i % 2 == 1) {
                                shell.session().apply(Edits.setTitle(shell.session().design().title()
                                        + (i == 1 ? " for a shop with many more products" : ", second")));
                            }
                        }
                    }
                    window.workspace().select(window.workspace().shells().get(tabs == 30 ? 17 : Math.min(1, tabs - 1)));
                });
                shoot(robot, "tabs-" + tabs, size);
            }
            robot.interact(() -> {
                window.workspace().select(window.workspace().shells().getFirst());
                window.workspace().toggleSideBySide();
            });
            shoot(robot, "tabs-beside", size);
            robot.interact(() -> {
                Shell left = window.workspace().shells().getFirst();
                left.session().select(Selection.of(left.session().design().components().list().getFirst().id()));
                window.workspace().hint().show("Copy 3 components to “Image search”", "Hold Shift to move",
                        new Point2D(size.width() * 0.75, size.height() * 0.5));
                window.workspace().markReceiving(Optional.of(window.workspace().shells().get(5)));
            });
            shoot(robot, "tabs-receiving", size);
            window.close();
        }
    }

    private void shoot(FxRobot robot, String name, PictureSize size) {
        for (Theme.Mode mode : new Theme.Mode[]{Theme.Mode.LIGHT, Theme.Mode.DARK}) {
            robot.interact(() -> window.theme.modeProperty().set(mode));
            robot.interact(() -> {
                window.workspace().applyCss();
                window.workspace().layout();
            });
            robot.interact(() -> Screen.save(window.workspace(),
                    name + "-" + mode.name().toLowerCase(Locale.ROOT) + "-" + size.name(), size.scale()));
        }
    }

    /** What is half-way in the hand: a tab, cards between two designs, a file; at 100 % and 200 %. */
    @Test
    void inTheHand(FxRobot robot) {
        robot.interact(() -> window = new ShellFixture(stage, folder.resolve("config"), 980, 740));
        window.settle();
        List<String> samples = List.of("card-fraud", "image-search", "movie-recommendation");
        robot.interact(() -> {
            for (int i = 0; i < samples.size(); i++) {
                Shell shell = i == 0 ? window.shell : window.workspaces.newTab(window.workspace());
                shell.session().openUntitled(Samples.open(samples.get(i)), false);
                shell.show(View.DESIGN);
            }
            window.workspace().select(window.shell);
        });
        List<Node> tabs = List.copyOf(robot.lookup(".tab-row").<HBox>query().getChildren());
        robot.drag(middle(tabs.getFirst())).moveTo(middle(tabs.get(2)));
        shootTwice(robot, "tab");
        robot.push(KeyCode.ESCAPE).drop();
        Link link = window.shell.session().design().links().list().getFirst();
        robot.interact(() -> window.shell.session().select(Selection.of(link.from(), link.to())));
        robot.drag(middle(window.shell.lookup("#card-" + link.from()))).moveTo(middle(tabs.get(1)));
        shootTwice(robot, "cards-on-tab");
        robot.push(KeyCode.ESCAPE).drop();
        robot.interact(window.workspace()::toggleSideBySide);
        robot.interact(() -> window.workspace().select(window.shell));
        robot.drag(middle(window.shell.lookup("#card-" + link.from())))
                .moveTo(middle(window.workspace().shown().get(1)));
        shootTwice(robot, "cards-across");
        robot.push(KeyCode.ESCAPE).drop();
        robot.interact(() -> {
            window.shell.session().apply(Edits.setLocked(window.shell.session().design(), Set.of(link.to()), true));
            window.shell.session().select(Selection.of(link.from(), link.to()));
        });
        robot.drag(middle(window.shell.lookup("#card-" + link.from())))
                .moveTo(middle(window.workspace().shown().get(1))).press(KeyCode.SHIFT);
        shootTwice(robot, "cards-across-locked");
        robot.release(KeyCode.SHIFT).push(KeyCode.ESCAPE).drop();
        robot.interact(window.workspace()::toggleSideBySide);
        robot.interact(() -> ((DropHint) window.shell.lookup(".drop-hint")).show(true, "Drop to open “mine.json”"));
        shootTwice(robot, "file");
        robot.interact(() -> ((DropHint) window.shell.lookup(".drop-hint")).show(false,
                "“notes.docx” is not a design"));
        shootTwice(robot, "file-refused");
        window.close();
    }

    private void shootTwice(FxRobot robot, String name) {
        for (Theme.Mode mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
            robot.interact(() -> window.theme.modeProperty().set(mode));
            String file = "gesture-hand-" + name + "-" + mode.name().toLowerCase(Locale.ROOT);
            robot.interact(() -> Screen.save(window.workspace(), file, 1));
            robot.interact(() -> Screen.save(window.workspace(), file + "-200", 2));
        }
    }
}
