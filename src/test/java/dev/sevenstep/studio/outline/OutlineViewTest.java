package dev.sevenstep.studio.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Validation;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@ExtendWith(WindowExtension.class)
class OutlineViewTest {
    private DocumentSession session;
    private OutlineView view;
    private Scene scene;
    private int deletedElsewhere;

    @Start
    void show(Stage stage) {
        session = new DocumentSession(CatalogueReader.bundled(), Design.empty("d", "Untitled"));
        view = new OutlineView(session, () -> CaseStudies.all(Clock.systemUTC()));
        scene = new Scene(view, 980, 740);
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        theme.install(scene);
        Commands commands = new Commands();
        commands.register(Command.of("edit.undo", "Undo", "ci-undo", Menu.EDIT, session::undo).on("Shortcut+Z"),
                Command.of("canvas.delete", "Delete", "ci-trash-can", Menu.EDIT, () -> deletedElsewhere++)
                        .on("Delete"));
        commands.install(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.focusLine();
    }

    private Component card(String id) {
        return session.design().components().get(id).orElseThrow();
    }

    private Node focused() {
        return scene.getFocusOwner();
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
        }
    }

    /** Adds a component of a kind to a step, by its number, and names it; the focus is then on its line. */
    private void add(FxRobot robot, KeyCode step, String typed, String name) {
        robot.push(step).push(KeyCode.SLASH).write(typed).push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(name).push(KeyCode.ESCAPE);
    }

    /** By keyboard; it follows what is undone or linked elsewhere. */
    @Test
    void theCaseStudyIsChosenHereToo(FxRobot robot) {
        robot.push(KeyCode.ENTER);
        ComboBox<String> linked = robot.lookup("#outline-design-case").queryComboBox();
        assertEquals("Case study", linked.getAccessibleText());
        press(robot, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        assertEquals(linked, focused());
        robot.push(KeyCode.DOWN);
        String first = CaseStudies.all(Clock.systemUTC()).getFirst().id();
        assertEquals(first, session.design().linkedCase());
        robot.interact(session::undo);
        assertEquals("", linked.getValue());
        robot.interact(() -> session.apply(Edits.linkCase("chess", "chess")));
        assertEquals("chess", linked.getValue());
        robot.push(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".outline-line").queryAll().contains(focused()), "Esc leads back to the line");
    }

    @Test
    void aWholeDesignIsMadeByKeyboardAlone(FxRobot robot) {
        // Title and question.
        robot.push(KeyCode.ENTER).write("Spam filter").push(KeyCode.TAB).write("Keep spam out").push(KeyCode.ESCAPE);
        assertEquals("Spam filter", session.design().title());
        assertEquals("Keep spam out", session.design().question());
        // A field of the first step.
        press(robot, KeyCode.DIGIT1, KeyCode.DOWN, KeyCode.ENTER);
        robot.write("Less spam").push(KeyCode.ESCAPE);
        assertEquals(Optional.of(new Value.Text("Less spam")), session.design().fields(Step.PROBLEM).get("goal"));
        // Components with names.
        add(robot, KeyCode.DIGIT2, "stream", "Mail");
        add(robot, KeyCode.DIGIT6, "gateway", "Inbox");
        add(robot, KeyCode.DIGIT6, "ranker serv", "Scorer");
        assertEquals(List.of("Mail", "Inbox", "Scorer"),
                session.design().components().stream().map(Component::title).toList());
        assertEquals(Set.of("ranker-service"), session.selection().ids(), "what has the focus is selected");
        // A typed field with its unit: into the form, from the name over step and buttons to the first field.
        press(robot, KeyCode.ENTER);
        tabTo(robot, "field-replicas");
        robot.write("6").push(KeyCode.ESCAPE);
        assertEquals(Optional.of(new Value.Quantity(6, Unit.NONE, Source.ASSUMED)),
                card("ranker-service").fields().get("replicas"));
        // A link from the gateway to the scorer.
        press(robot, KeyCode.UP, KeyCode.ENTER);
        assertEquals(Set.of("gateway"), session.selection().ids());
        tabTo(robot, "outline-link-to-gateway");
        robot.write("scor").push(KeyCode.ENTER);
        Link link = session.design().links().list().getFirst();
        assertEquals(List.of("gateway", "ranker-service"), List.of(link.from(), link.to()));
        robot.push(KeyCode.ESCAPE);
        // A decision.
        press(robot, KeyCode.PAGE_DOWN, KeyCode.UP, KeyCode.ENTER);
        robot.push(KeyCode.ENTER).write("Model");
        Decision decision = session.design().decisions().list().getFirst();
        assertEquals(Step.SERVING, decision.step());
        assertEquals("Model", decision.subject());
        robot.push(KeyCode.ESCAPE);
        // A note.
        press(robot, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.DOWN, KeyCode.ENTER);
        robot.write("Ask about peaks").push(KeyCode.ESCAPE);
        assertEquals("Ask about peaks", session.design().notes().list().getFirst().text());
        assertEquals(List.of(), Validation.of(session.design(), session.catalogue()));
    }

    /** Goes on by Tab until the focus is in the node of an id. */
    private void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < 60; i++) {
            for (Node at = focused(); at != null; at = at.getParent()) {
                if (id.equals(at.getId())) {
                    return;
                }
            }
            robot.push(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not reach " + id);
    }

    private void make(FxRobot robot, String... kinds) {
        robot.interact(() -> {
            for (String kind : kinds) {
                session.apply(Edits.addComponent(Edits.newComponent(session.design(),
                        session.catalogue().kind(kind).orElseThrow(), 0, 0)));
            }
        });
    }

    private void select(FxRobot robot, String id) {
        robot.interact(() -> session.select(Selection.of(id)));
        robot.interact(view::focusLine);
    }

    @Test
    void deletingIsOneEntryAndTheFocusGoesOn(FxRobot robot) {
        make(robot, "gateway", "ranker-service", "cache");
        Design before = session.design();
        select(robot, "ranker-service");
        robot.push(KeyCode.DELETE);
        assertEquals(2, session.design().components().size());
        assertEquals("outline-cache", focused().getId(), "the line that took its place");
        assertEquals(0, deletedElsewhere, "the window's Delete did not hear the key");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, session.design());
    }

    @Test
    void severalAreSelectedByShiftAndDeletedTogether(FxRobot robot) {
        make(robot, "gateway", "ranker-service", "cache");
        select(robot, "gateway");
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(Set.of("gateway", "ranker-service"), session.selection().ids());
        robot.push(KeyCode.DELETE);
        assertEquals(List.of("cache"), session.design().components().stream().map(Component::id).toList());
    }

    @Test
    void altAndArrowsReorderAndMoveToAnotherStep(FxRobot robot) {
        make(robot, "gateway", "ranker-service", "cache");
        select(robot, "cache");
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertEquals(List.of("gateway", "cache", "ranker-service"),
                session.design().components().stream().map(Component::id).toList());
        assertEquals("outline-cache", focused().getId());
        robot.push(KeyCode.ALT, KeyCode.UP).push(KeyCode.ALT, KeyCode.UP);
        assertEquals("cache", session.design().components().list().getFirst().id(), "stops at the top");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertEquals(Step.TRAINING, card("cache").step());
        assertEquals("outline-cache", focused().getId());
        robot.interact(session::undo);
        assertEquals(Step.SERVING, card("cache").step());
    }

    @Test
    void aLinkThatDoesNotFitIsListedWithItsReason(FxRobot robot) {
        make(robot, "gateway", "ranker-service", "objective");
        select(robot, "objective");
        robot.push(KeyCode.ENTER);
        tabTo(robot, "outline-link-to-objective");
        robot.write("gateway");
        String spoken = focused().getAccessibleText();
        robot.push(KeyCode.ENTER);
        assertTrue(session.design().links().isEmpty() != spoken.contains("link"), spoken);
        select(robot, "gateway");
        robot.push(KeyCode.ENTER);
        tabTo(robot, "outline-link-to-gateway");
        robot.write("objective");
        assertTrue(focused().getAccessibleText().contains("Gateway gives"), focused().getAccessibleText());
        Design before = session.design();
        robot.push(KeyCode.ENTER);
        assertEquals(before, session.design());
    }

    @Test
    void aLinkIsSelectedWhileTheFocusIsInItAndDeletedByKey(FxRobot robot) {
        make(robot, "gateway", "ranker-service");
        robot.interact(() -> session.apply(Edits.addLink(session.design(), session.catalogue(), Link.Kind.REQUEST,
                "gateway", "ranker-service")));
        robot.interact(() -> session.select(Selection.of("link")));
        assertTrue(robot.lookup(".link-line").tryQuery().isPresent(), "a link that is selected opens its component");
        Node name = robot.lookup(".link-line > .hyperlink").query();
        robot.interact(() -> session.select(Selection.none()));
        robot.interact(name::requestFocus);
        assertEquals(Set.of("link"), session.selection().ids());
        robot.push(KeyCode.DELETE);
        assertTrue(session.design().links().isEmpty());
        assertEquals(0, deletedElsewhere);
    }

    @Test
    void whatIsSelectedElsewhereComesIntoView(FxRobot robot) {
        for (int i = 0; i < 30; i++) {
            make(robot, "drift-detector");
        }
        robot.interact(() -> session.select(Selection.of("drift-detector-25")));
        Node line = robot.lookup("#outline-drift-detector-25").query();
        Bounds bounds = line.localToScene(line.getLayoutBounds());
        assertTrue(bounds.getMinY() >= 0 && bounds.getMaxY() <= 740, bounds.toString());
        robot.interact(() -> session.select(Selection.of(Step.DATA)));
        assertTrue(robot.lookup("#outline-step-data").tryQuery().isPresent());
    }

    /** At first the step gone to, after scrolling the one that stands at the top. */
    @Test
    void theStepThatIsReadIsMarkedAtTheSide(FxRobot robot) {
        for (int i = 0; i < 30; i++) {
            make(robot, "drift-detector");
        }
        press(robot, KeyCode.DIGIT7);
        assertEquals("outline-nav-monitoring", marked(robot));
        press(robot, KeyCode.DIGIT2);
        assertEquals("outline-nav-data", marked(robot));
        robot.moveTo(".outline-column").scroll(60, VerticalDirection.DOWN);
        Await.settled();
        assertEquals("outline-nav-monitoring", marked(robot));
    }

    private static String marked(FxRobot robot) {
        PseudoClass chosen = PseudoClass.getPseudoClass("chosen");
        return robot.lookup(".outline-nav-entry").match(entry -> entry.getPseudoClassStates().contains(chosen)).query()
                .getId();
    }

    @Test
    void headingsFoldAndWhatIsLookedForUnfoldsThem(FxRobot robot) {
        make(robot, "gateway");
        press(robot, KeyCode.DIGIT6, KeyCode.LEFT);
        assertTrue(robot.lookup("#outline-gateway").tryQuery().isEmpty());
        robot.interact(() -> session.select(Selection.of("gateway")));
        assertTrue(robot.lookup("#outline-gateway").tryQuery().isPresent());
    }

    @Test
    void undoOfAnAdditionLeavesTheFocusInTheOutline(FxRobot robot) {
        add(robot, KeyCode.DIGIT2, "stream", "Mail");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertTrue(session.design().components().isEmpty());
        assertTrue(view.isFocusWithin());
        assertFalse(session.isChanged());
    }

    @Test
    void onlyLinesNearTheViewExist(FxRobot robot) {
        robot.interact(() -> {
            Design design = session.design();
            List<Component> many = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                Step step = Step.values()[i % 7];
                many.add(new Component("c" + i, session.catalogue().kinds(step).getFirst().id(), step, "Card " + i, 0,
                        i, 168, 72, Fields.none()));
            }
            session.openUntitled(design.withComponents(design.components().withAll(many)), false);
        });
        assertTrue(nodes(view) < 1_500, "there are " + nodes(view) + " nodes");
        robot.interact(() -> session.select(Selection.of("c999")));
        assertTrue(robot.lookup("#outline-c999").tryQuery().isPresent());
        assertTrue(nodes(view) < 1_500);
    }

    private static int nodes(Node node) {
        return node instanceof Parent parent
                ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(OutlineViewTest::nodes).sum()
                : 1;
    }

    @Test
    void whateverTakesTheFocusSaysWhatItIs(FxRobot robot) {
        make(robot, "gateway", "ranker-service");
        select(robot, "gateway");
        robot.push(KeyCode.ENTER);
        List<String> silent = new ArrayList<>();
        collect(view, silent);
        assertEquals(List.of(), silent);
    }

    private static void collect(Node node, List<String> silent) {
        boolean says = node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Labeled labeled && !labeled.getText().isBlank()
                || node instanceof TextInputControl input && !input.getPromptText().isBlank();
        if (node.isFocusTraversable() && node.isVisible() && !says) {
            silent.add(node.toString());
        }
        if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, silent));
        }
    }
}
