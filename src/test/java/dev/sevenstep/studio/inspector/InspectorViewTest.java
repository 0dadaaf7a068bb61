package dev.sevenstep.studio.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@ExtendWith(WindowExtension.class)
class InspectorViewTest {
    private DocumentSession session;
    private Scene scene;

    @Start
    void show(Stage stage) {
        session = new DocumentSession(catalogue(), design());
        session.select(Selection.of("scorer"));
        scene = new Scene(new InspectorView(session, List::of), 312, 780);
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        theme.install(scene);
        Commands commands = new Commands();
        commands.register(Command.of("edit.undo", "Undo", "ci-undo", Menu.EDIT, session::undo).on("Shortcut+Z"));
        commands.install(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private static Catalogue catalogue() {
        List<FieldSpec> fields = List.of(
                new FieldSpec("replicas", "Replicas", "How many copies answer requests", FieldSpec.Type.QUANTITY,
                        Unit.NONE, Optional.of(1.0), Optional.of(64.0), List.of(), List.of(), "{} ×"),
                new FieldSpec("service-time", "Service time", "Time of one request in an idle replica",
                        FieldSpec.Type.LATENCY, Unit.MILLISECOND, Optional.of(0.001), Optional.of(60_000.0), List.of(),
                        List.of(), "{}"),
                new FieldSpec("fallback", "Fallback", "What answers when it is down", FieldSpec.Type.CHOICE, Unit.NONE,
                        Optional.empty(), Optional.empty(),
                        List.of(new FieldSpec.Option("none", "None"), new FieldSpec.Option("rules", "Rules")),
                        List.of(), "{}"),
                new FieldSpec("shadow", "Runs in shadow", "", FieldSpec.Type.FLAG, Unit.NONE, Optional.empty(),
                        Optional.empty(), List.of(), List.of(), "{}"),
                new FieldSpec("reads", "Reads from", "Where it gets features", FieldSpec.Type.REFERENCES, Unit.NONE,
                        Optional.empty(), Optional.empty(), List.of(), List.of(), "{}"),
                new FieldSpec("features", "Features", "The most telling ones", FieldSpec.Type.LIST, Unit.NONE,
                        Optional.empty(), Optional.empty(), List.of(), List.of(), "{}"),
                new FieldSpec("why", "Notes", "What the next person must know", FieldSpec.Type.LONG_TEXT, Unit.NONE,
                        Optional.empty(), Optional.empty(), List.of(), List.of(), "{}"));
        Kind ranker = new Kind("ranker-service", "Ranker service", Step.SERVING, "ci-chart-line",
                "Scores each request with the model.", fields, List.of("replicas"), Map.of(), Map.of());
        return new Catalogue(List.of(ranker), Map.of());
    }

    private static Design design() {
        Fields fields = Fields.none().with("replicas", new Value.Quantity(6, Unit.NONE, Source.GIVEN))
                .with("service-time", new Value.Latency(9.8, Unit.MILLISECOND, 99, Source.MEASURED))
                .with("fallback", new Value.Choice("none"))
                .with("reads", new Value.References(List.of("other", "gone")))
                .with("features", new Value.TextList(List.of("amount", "card count 1 d")));
        return Design.empty("d", "Card fraud").withComponents(Elements.of(List.of(
                new Component("scorer", "ranker-service", Step.SERVING, "Fraud scorer", 0, 0, 168, 72, fields),
                new Component("other", "ranker-service", Step.SERVING, "Velocity store", 0, 90, 168, 72, Fields.none()),
                new Component("alien", "time-machine", Step.DATA, "From the future", 0, 0, 168, 72, Fields.none()))));
    }

    private Optional<Value> value(String key) {
        return session.design().components().get("scorer").orElseThrow().fields().get(key);
    }

    private TextField number(FxRobot robot, String key) {
        return robot.from(robot.lookup("#field-" + key).<Node>query()).lookup(".bare").query();
    }

    @Test
    void typingIsOneUndoEntryAndUndoShowsInTheField(FxRobot robot) {
        TextField field = number(robot, "replicas");
        robot.clickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).write("12");
        assertEquals(Optional.of(new Value.Quantity(12, Unit.NONE, Source.GIVEN)), value("replicas"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(Optional.of(new Value.Quantity(6, Unit.NONE, Source.GIVEN)), value("replicas"));
        assertEquals("6", field.getText());
        assertFalse(session.isChanged());
    }

    @Test
    void aNumberOutsideTheRangeStaysInItsFieldWithTheReason(FxRobot robot) {
        TextField field = number(robot, "replicas");
        robot.clickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).write("900");
        assertEquals("900", field.getText());
        assertEquals(Optional.of(new Value.Quantity(9, Unit.NONE, Source.GIVEN)), value("replicas"),
                "90 and 900 were refused, 9 was not");
        assertTrue(field.getParent().getStyleClass().contains("invalid"));
        assertEquals("Must be between 1 and 64.", shownReason(robot));
        robot.push(KeyCode.ESCAPE);
        assertEquals("9", field.getText());
        assertEquals("Points at something that is no longer in the design. Remove it or undo.", shownReason(robot));
    }

    private String shownReason(FxRobot robot) {
        return robot.lookup(".error-text").match(Node::isVisible).<Label>query().getText();
    }

    @Test
    void aFigureTypedOverAMeasuredOneIsNoLongerMeasured(FxRobot robot) {
        TextField field = number(robot, "service-time");
        robot.clickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).write("8");
        assertEquals(Optional.of(new Value.Latency(8, Unit.MILLISECOND, 99, Source.ASSUMED)), value("service-time"));
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("9.8");
        assertEquals(Optional.of(new Value.Latency(9.8, Unit.MILLISECOND, 99, Source.MEASURED)),
                value("service-time"), "typing back what was there brings its source back");
    }

    @Test
    void aUnitTypedBehindTheNumberBecomesItsUnit(FxRobot robot) {
        robot.clickOn(number(robot, "service-time")).push(KeyCode.SHORTCUT, KeyCode.A).write("2 s");
        assertEquals(Optional.of(new Value.Latency(2, Unit.SECOND, 99, Source.ASSUMED)), value("service-time"));
    }

    @Test
    void theSourceIsChosenFromItsBadge(FxRobot robot) {
        Button badge = robot.from(robot.lookup("#field-replicas").<Node>query()).lookup(".source-button").query();
        robot.clickOn(badge);
        robot.clickOn("#source-measured");
        assertEquals(Optional.of(new Value.Quantity(6, Unit.NONE, Source.MEASURED)), value("replicas"));
        assertEquals("measured", badge.getText());
    }

    @Test
    void listsGrowByEnterAndShrinkByBackspace(FxRobot robot) {
        robot.clickOn("card count 1 d").push(KeyCode.ENTER).write("hour");
        assertEquals(Optional.of(new Value.TextList(List.of("amount", "card count 1 d", "hour"))), value("features"));
        robot.eraseText(4).push(KeyCode.BACK_SPACE);
        assertEquals(Optional.of(new Value.TextList(List.of("amount", "card count 1 d"))), value("features"));
    }

    @Test
    void anUnknownKindSaysSo(FxRobot robot) {
        robot.interact(() -> session.select(Selection.of("alien")));
        assertTrue(robot.lookup(".notice").<Label>query().getText().contains("time-machine"));
    }

    @Test
    void decisionsAreAddedAndEdited(FxRobot robot) {
        robot.interact(() -> session.select(Selection.none()));
        robot.clickOn("#add-decision").write("Model");
        assertEquals("Model", session.design().decisions().list().getFirst().subject());
        robot.interact(session::undo).interact(session::undo);
        assertTrue(session.design().decisions().isEmpty());
    }

    /** Pictures to be looked at; checks nothing. */
    @Tag("screens")
    @Test
    void looks(FxRobot robot) {
        robot.interact(() -> Screen.save(scene, "inspector-component"));
        robot.clickOn(number(robot, "replicas")).push(KeyCode.SHORTCUT, KeyCode.A).write("900");
        robot.interact(() -> Screen.save(scene, "inspector-error"));
        robot.interact(() -> session.select(Selection.none()));
        robot.clickOn("#add-decision");
        robot.interact(() -> Screen.save(scene, "inspector-design"));
    }
}
