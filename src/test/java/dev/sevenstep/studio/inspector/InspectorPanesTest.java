package dev.sevenstep.studio.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.casestudy.CaseStudies;
import java.time.Clock;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.io.CatalogueReader;
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
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The forms of links, notes, group frames and several elements, driven as a user does. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class InspectorPanesTest {
    private DocumentSession session;
    private Scene scene;
    private Theme theme;

    @Start
    void show(Stage stage) {
        session = new DocumentSession(CatalogueReader.bundled(), design());
        scene = new Scene(new InspectorView(session, () -> CaseStudies.all(Clock.systemUTC())), 312, 780);
        theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        theme.install(scene);
        Commands commands = new Commands();
        commands.register(Command.of("edit.undo", "Undo", "ci-undo", Menu.EDIT, session::undo).on("Shortcut+Z"),
                Command.of("edit.redo", "Redo", "ci-redo", Menu.EDIT, session::redo).on("Shortcut+Shift+Z")
                        .orOn("Shortcut+Y"));
        commands.install(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private static Design design() {
        Fields six = Fields.none().with("replicas", replicas(6)).with("fallback", new Value.Text("Rules"));
        Fields two = Fields.none().with("replicas", replicas(2));
        return Design.empty("d", "Card fraud").withComponents(Elements.of(List.of(
                card("gateway", "gateway", Step.SERVING, "Authorise payment", 0, two),
                card("scorer", "ranker-service", Step.SERVING, "Fraud scorer", 100, six),
                card("second", "ranker-service", Step.SERVING, "Second scorer", 200, two),
                card("stream", "stream", Step.DATA, "Transactions", 0,
                        Fields.none().with("mode", new Value.Choice("stream"))),
                card("clicks", "stream", Step.DATA, "Clicks", 100,
                        Fields.none().with("mode", new Value.Choice("batch"))))))
                .withLinks(Elements.of(List.of(new Link("l1", Link.Kind.REQUEST, "gateway", "scorer", ""),
                        new Link("l2", Link.Kind.REQUEST, "gateway", "second", ""))))
                .withNotes(Elements.of(List.of(new Note("n", "Ask about peaks", 0, 0, 160, 80))))
                .withGroups(Elements.of(List.of(
                        new Group("g", "Scoring", "neutral", 0, 0, 4_000, 4_000),
                        new Group("far", "Elsewhere", "ok", 9_000, 9_000, 10, 10))));
    }

    private static Component card(String id, String kind, Step step, String title, double y, Fields fields) {
        return new Component(id, kind, step, title, 0, y, 168, 72, fields);
    }

    private static Value replicas(double number) {
        return new Value.Quantity(number, Unit.NONE, Source.GIVEN);
    }

    private Optional<Value> value(String card, String key) {
        return session.design().components().get(card).orElseThrow().fields().get(key);
    }

    private void select(FxRobot robot, String... ids) {
        robot.interact(() -> session.select(Selection.of(ids)));
    }

    private TextField number(FxRobot robot, String key) {
        return robot.from(robot.lookup("#field-" + key).<Node>query()).lookup(".bare").query();
    }

    @Test
    void aFieldThatSeveralFillDifferentlyIsMixedUntilItIsGivenOneValue(FxRobot robot) {
        Design before = session.design();
        select(robot, "scorer", "second");
        TextField field = number(robot, "replicas");
        assertEquals("", field.getText());
        assertEquals("mixed", field.getPromptText());
        robot.clickOn(field).write("12");
        assertEquals(Optional.of(new Value.Quantity(12, Unit.NONE, Source.ASSUMED)), value("scorer", "replicas"));
        assertEquals(value("scorer", "replicas"), value("second", "replicas"));
        assertEquals("Set Replicas of 2 components to 12", session.undoNameProperty().get());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, session.design(), "one entry for both, typed in one go");
        assertEquals("mixed", field.getPromptText());
        robot.push(KeyCode.SHORTCUT, KeyCode.Y);
        assertEquals("12", field.getText());
    }

    @Test
    void aDesignIsLinkedWithACaseStudy(FxRobot robot) {
        ComboBox<?> linked = robot.lookup("#design-case").query();
        assertEquals("None", shown(linked));
        robot.interact(linked::requestFocus).push(KeyCode.DOWN);
        String first = CaseStudies.all(Clock.systemUTC()).getFirst().id();
        String title = CaseStudies.all(Clock.systemUTC()).getFirst().title();
        assertEquals(first, session.design().linkedCase());
        assertEquals(title, shown(linked));
        assertEquals("Link the design with " + title, session.undoNameProperty().get());
        robot.interact(session::undo);
        assertEquals("", session.design().linkedCase());
        assertEquals("None", shown(linked));
        robot.interact(() -> session.apply(Edits.linkCase("chess", "chess")));
        assertEquals("chess", shown(linked), "a case of another program stays");
    }

    @Test
    void whatAllSayShowsAndMixedIsNeverWritten(FxRobot robot) {
        select(robot, "gateway", "second");
        assertEquals("2", number(robot, "replicas").getText());
        select(robot, "stream", "clicks");
        Design before = session.design();
        ComboBox<?> mode = robot.lookup("#field-mode").query();
        assertEquals("mixed", shown(mode));
        robot.interact(mode::requestFocus).push(KeyCode.TAB);
        assertEquals(before, session.design());
        robot.interact(mode::requestFocus).push(KeyCode.DOWN);
        assertEquals(value("stream", "mode"), value("clicks", "mode"));
        robot.interact(session::undo);
        assertEquals("mixed", shown(mode));
    }

    private static <T> String shown(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    @Test
    void severalOfDifferentKindsShareOnlyWhatAllHave(FxRobot robot) {
        select(robot, "gateway", "scorer", "stream");
        assertTrue(robot.lookup("#field-replicas").tryQuery().isEmpty());
        assertEquals("3 components", robot.lookup(".inspector-pane > .heading").<Label>query().getText());
        select(robot, "gateway", "scorer", "l1", "n");
        assertEquals("2 components, 1 link and 1 note",
                robot.lookup(".inspector-pane > .heading").<Label>query().getText());
        assertTrue(robot.lookup("#field-replicas").tryQuery().isPresent());
        robot.clickOn("Fraud scorer");
        assertEquals(Set.of("scorer"), session.selection().ids());
    }

    @Test
    void duplicateAndDeleteAreOneEntryEach(FxRobot robot) {
        Design before = session.design();
        select(robot, "gateway", "scorer");
        robot.clickOn("Duplicate");
        assertEquals(7, session.design().components().size());
        assertEquals(3, session.design().links().size());
        assertEquals(2, session.selection().ids().size());
        robot.clickOn("Delete");
        assertEquals(before.components(), session.design().components());
        robot.interact(session::undo).interact(session::undo);
        assertEquals(before, session.design());
    }

    @Test
    void aKindOfLinkThatDoesNotFitIsRefusedWithTheReason(FxRobot robot) {
        Design before = session.design();
        select(robot, "l1");
        robot.clickOn("Feedback");
        assertEquals(before, session.design());
        assertTrue(robot.lookup("Request").<ToggleButton>query().isSelected());
        String reason = robot.lookup(".error-text").match(Node::isVisible).<Label>query().getText();
        assertEquals("Gateway gives outcomes; Ranker service takes control.", reason);
        select(robot, "l1", "l2");
        assertTrue(robot.lookup("Request").<ToggleButton>query().isSelected());
    }

    @Test
    void aNoteIsTypedAndUndone(FxRobot robot) {
        Design before = session.design();
        select(robot, "n");
        TextArea text = robot.lookup("#note-text").query();
        robot.clickOn(text).push(KeyCode.SHORTCUT, KeyCode.A).write("Peak at 20:00");
        assertEquals("Peak at 20:00", session.design().notes().get("n").orElseThrow().text());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, session.design());
        assertEquals("Ask about peaks", text.getText());
        robot.clickOn("Delete note");
        assertTrue(session.design().notes().isEmpty());
        assertTrue(session.selection().isEmpty());
    }

    @Test
    void aGroupIsNamedColouredAndUndone(FxRobot robot) {
        select(robot, "g");
        robot.clickOn("#group-title").push(KeyCode.SHORTCUT, KeyCode.A).write("Hot path");
        robot.clickOn("Yellow");
        assertEquals(new Group("g", "Hot path", "warn", 0, 0, 4_000, 4_000),
                session.design().groups().get("g").orElseThrow());
        robot.interact(session::undo);
        assertTrue(robot.lookup("Grey").<ToggleButton>query().isSelected());
        robot.interact(session::undo);
        assertFalse(session.isChanged());
        robot.clickOn("Select them");
        assertEquals(5, session.selection().ids().size());
        select(robot, "g", "far");
        robot.clickOn("Red");
        assertTrue(session.design().groups().stream().allMatch(group -> group.tone().equals("bad")));
    }

    @Test
    void theHelpStripSaysMoreThanTheNameOrNothing(FxRobot robot) {
        select(robot, "scorer");
        for (Node block : robot.lookup(".field-block").queryAll()) {
            robot.moveTo(block);
            List<String> lines = robot.lookup(".help-strip > .label").<Label>queryAll().stream().map(Label::getText)
                    .toList();
            assertEquals(lines.get(0).isEmpty(), lines.get(1).isEmpty(), lines.toString());
        }
    }

    /** Pictures to be looked at; checks nothing. */
    @Tag("screens")
    @Test
    void looks(FxRobot robot) {
        Map<String, String[]> views = Map.of("several", new String[]{"scorer", "second"}, "several-kinds",
                new String[]{"gateway", "scorer", "stream", "l1", "n", "g"}, "link", new String[]{"l1"}, "note",
                new String[]{"n"}, "group", new String[]{"g"});
        views.forEach((name, ids) -> {
            select(robot, ids);
            if (name.equals("link")) {
                robot.clickOn("Feedback");
            }
            for (Theme.Mode mode : new Theme.Mode[]{Theme.Mode.LIGHT, Theme.Mode.DARK}) {
                robot.interact(() -> theme.modeProperty().set(mode));
                robot.interact(() -> Screen.save(scene, "inspector-" + name + "-" + mode.name().toLowerCase()));
            }
        });
    }
}
