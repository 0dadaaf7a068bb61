package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** A canvas with a design in a window, its commands on their keys. */
final class CanvasFixture {
    final DocumentSession session;
    final CanvasView canvas;
    final Commands commands = new Commands();

    CanvasFixture(Stage stage, Design design) {
        session = new DocumentSession(CatalogueReader.bundled(), design);
        canvas = new CanvasView(session);
        Scene scene = new Scene(canvas, 980, 760);
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        theme.install(scene);
        canvas.commands().forEach(commands::register);
        commands.install(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    void run(FxRobot robot, String command) {
        robot.interact(() -> commands.get(command).run());
    }

    void select(FxRobot robot, String... ids) {
        robot.interact(() -> session.select(Selection.of(ids)));
    }

    Component card(String id) {
        return session.design().components().get(id).orElseThrow();
    }
}
