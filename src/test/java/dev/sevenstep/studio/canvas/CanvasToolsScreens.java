package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.layout.Tidy;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of find, history, the choice of links and a tidied design, light and dark, small and large. */
@Tag("screens")
@ExtendWith(ApplicationExtension.class)
class CanvasToolsScreens {
    private final Design sample = Samples.list().getFirst().design();
    private final DocumentSession session = new DocumentSession(CatalogueReader.bundled(), sample);
    private final Commands commands = new Commands();
    private Theme theme;
    private CanvasView canvas;
    private String size = "";

    @Start
    void show(Stage stage) {
        theme = new Theme();
        canvas = new CanvasView(session);
        canvas.setManaged(false);
        Scene scene = new Scene(new Pane(canvas), 900, 700);
        theme.install(scene);
        canvas.commands().forEach(commands::register);
        commands.install(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> commands.get(command).run());
    }

    private void shoot(FxRobot robot, String name) {
        for (Theme.Mode mode : new Theme.Mode[]{Theme.Mode.LIGHT, Theme.Mode.DARK}) {
            robot.interact(() -> theme.modeProperty().set(mode));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(
                    () -> Screen.save(canvas,
                            "tools-" + name + "-" + (theme.isDark() ? "dark" : "light") + "-" + size));
        }
    }

    @Test
    void small(FxRobot robot) {
        draw(robot, 1280, 800);
    }

    @Test
    void large(FxRobot robot) {
        draw(robot, 1920, 1080);
    }

    private void draw(FxRobot robot, int width, int height) {
        size = width + "x" + height;
        robot.interact(() -> canvas.resize(width, height));
        run(robot, "canvas.find");
        robot.interact(() -> ((TextField) canvas.lookup("#find-query")).setText("label"));
        run(robot, "canvas.find-next");
        run(robot, "canvas.find-next");
        shoot(robot, "find");
        robot.interact(() -> ((TextField) canvas.lookup("#find-query")).setText("nowhere"));
        for (int i = 1; i < 6; i++) {
            Edit edit = Edits.setTitle("Title " + i);
            robot.interact(() -> session.apply(edit));
        }
        robot.interact(session::undo).interact(session::undo);
        run(robot, "canvas.history");
        shoot(robot, "history-and-nothing-found");
        run(robot, "canvas.history");
        robot.interact(() -> canvas.goTo("scorer"));
        run(robot, "canvas.follow-link");
        shoot(robot, "links");
        robot.interact(() -> session.apply(new Edit("Tidy the design", Tidy::of)));
        robot.interact(() -> session.select(Selection.of(session.design().components().stream()
                .filter(card -> card.step() == Step.SERVING).map(Component::id).toList())));
        run(robot, "canvas.fit");
        shoot(robot, "tidy");
    }
}
