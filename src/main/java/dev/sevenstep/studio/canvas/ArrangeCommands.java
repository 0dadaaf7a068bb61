package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.edit.Arrange;
import dev.sevenstep.design.edit.Arrange.Line;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;

/** Lining up what is selected. */
final class ArrangeCommands {
    private ArrangeCommands() {
    }

    static List<Command> of(Editor editor, Conditions when) {
        BooleanBinding two = when.placed(2);
        BooleanBinding three = when.placed(3);
        BooleanBinding some = when.some();
        double nudge = FrameLayout.GRID / 2;
        return List.of(align(editor, Line.LEFT, "left", "ci-align-horizontal-left", "Alt+A", two),
                align(editor, Line.CENTRE, "centre", "ci-align-horizontal-center", "Alt+H", two),
                align(editor, Line.RIGHT, "right", "ci-align-horizontal-right", "Alt+D", two),
                align(editor, Line.TOP, "top", "ci-align-vertical-top", "Alt+W", two),
                align(editor, Line.MIDDLE, "middle", "ci-align-vertical-center", "Alt+V", two),
                align(editor, Line.BOTTOM, "bottom", "ci-align-vertical-bottom", "Alt+S", two),
                command("arrange.distribute-horizontally", "Distribute horizontally", "ci-distribute-horizontal-center",
                        editor, ids -> Arrange.distribute(ids, true), three).on("Alt+Shift+H"),
                command("arrange.distribute-vertically", "Distribute vertically", "ci-distribute-vertical-center",
                        editor, ids -> Arrange.distribute(ids, false), three).on("Alt+Shift+V"),
                command("arrange.same-width", "Same width", "ci-arrows-horizontal", editor,
                        ids -> Arrange.sameSize(ids, true, false), two),
                command("arrange.same-height", "Same height", "ci-arrows-vertical", editor,
                        ids -> Arrange.sameSize(ids, false, true), two),
                command("arrange.same-size", "Same size", "ci-center-to-fit", editor,
                        ids -> Arrange.sameSize(ids, true, true), two),
                nudge("left", "ci-arrow-left", editor, -nudge, 0, some),
                nudge("right", "ci-arrow-right", editor, nudge, 0, some),
                nudge("up", "ci-arrow-up", editor, 0, -nudge, some),
                nudge("down", "ci-arrow-down", editor, 0, nudge, some));
    }

    private static Command align(Editor editor, Line line, String id, String icon, String keys, BooleanBinding when) {
        return command("arrange.align-" + id, line.label(), icon, editor, ids -> Arrange.align(ids, line), when)
                .on(keys);
    }

    private static Command command(String id, String label, String icon, Editor editor,
            Function<Set<String>, Edit> edit, BooleanBinding when) {
        return Command.of(id, label, icon, Menu.ARRANGE,
                () -> editor.session().apply(edit.apply(editor.session().selection().ids()))).when(when);
    }

    private static Command nudge(String way, String icon, Editor editor, double dx, double dy, BooleanBinding some) {
        return Command.of("canvas.nudge-" + way, "Nudge " + way, icon, Menu.ARRANGE, () -> editor.nudge(dx, dy))
                .when(some);
    }
}
