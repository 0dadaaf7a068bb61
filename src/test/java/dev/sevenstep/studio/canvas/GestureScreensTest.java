package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.BorderPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

/**
 * Writes what each gesture shows half-way to {@code target/screens/gesture-*.png}, light and dark, at 100 % and 200 %, for a
 * person to look at. Run with {@code -Dtest=GestureScreensTest -Dtest.excludedGroups=none}.
 */
@Tag("screens")
@ExtendWith(WindowExtension.class)
class GestureScreensTest {
    private GesturePictures pictures;
    private GestureFixture on;

    @Start
    void show(Stage stage) {
        pictures = new GesturePictures(stage);
        on = pictures.on;
    }

    private void save(String name) {
        pictures.save(name);
    }

    private String id(String title) {
        return pictures.id(title);
    }

    private String link(String from, String to) {
        return pictures.link(from, to);
    }

    private Point2D middleOf(String link) {
        return pictures.middleOf(link);
    }

    @Test
    void drawingALink() {
        String from = id("Authorise payment");
        on.hover(on.middle(from));
        save("ports");
        on.press(on.port(from), false);
        on.dragTo(on.middle(id("Fraud scorer")), false);
        save("link-fits");
        on.dragTo(on.middle(id("Answer in time")), false);
        save("link-refused");
        on.dragTo(on.middle(from).add(0, 110), false);
        on.release();
        assertTrue(on.count(".draft-link") > 0);
        save("link-to-empty");
    }

    @Test
    void anEndAndALabel() {
        String link = link("Fraud scorer", "Four layers");
        on.on(() -> on.session.select(Selection.of(link)));
        save("link-selected");
        List<Point> route = pictures.route(link);
        Point2D end = new Point2D(route.getLast().x(), route.getLast().y());
        on.hover(end);
        on.press(end, false);
        on.dragTo(on.middle(id("Answer in time")), false);
        save("reconnect-refused");
        on.dragTo(on.middle(id("Let-through sample")).add(30, 0), false);
        save("reconnect");
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        on.doubleClick(middleOf(link));
        save("label-edit");
        on.key(KeyCode.ESCAPE, false, false);
        on.on(() -> on.session.apply(Edits.setDisabled(Set.of(link, link("Three zones", "Champion 90 / 10")), true)));
        on.on(() -> on.session.select(Selection.none()));
        save("link-disabled");
        on.on(() -> on.session.select(Selection.of(link)));
        on.rightClick(middleOf(link));
        save("menu-behind");
    }

    @Test
    void moving() {
        String card = id("Beat production");
        on.hover(on.middle(card));
        on.press(on.middle(card), false);
        on.dragTo(on.middle(card).add(2, 23), false);
        save("guides");
        on.dragTo(on.middle(card).add(-150, 122), false);
        save("guides-far");
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        on.on(() -> on.session.apply(Edits.addComponent(Edits.newComponent(on.design(),
                GestureFixture.CATALOGUE.kind("cache").orElseThrow(), 176, 240))));
        String cache = id("Result cache");
        on.hover(on.middle(cache));
        on.press(on.middle(cache), false);
        on.dragTo(middleOf(link("Three zones", "Champion 90 / 10")), false);
        save("insert");
        on.key(KeyCode.ESCAPE, false, false);
    }

    @Test
    void copying() {
        on.on(() -> on.session
                .select(Selection.of(id("Three zones"), id("Champion 90 / 10"), id("Beat production"))));
        Point2D card = on.middle(id("Three zones"));
        on.hover(card);
        on.press(card, false);
        on.control(true);
        on.dragTo(card.add(60, 110), false);
        save("copy-many");
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        on.control(false);
        Point2D one = on.middle(id("Fraud scorer"));
        on.click(one.add(0, 140), false);
        on.press(one, false);
        on.control(true);
        on.dragTo(one.add(2, 101), false);
        save("copy-one");
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        on.control(false);
    }

    @Test
    void bandAndMany() {
        on.press(new Point2D(-40, 540), false);
        on.dragTo(new Point2D(410, 690), false);
        save("rubber-band");
        on.release();
        Point2D card = on.middle(id("Beat production"));
        on.press(card, false);
        on.dragTo(card.add(26, 24), false);
        save("move-many");
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        on.on(() -> on.session.apply(Edits.putGroup(new Group("g1", "Candidates", "ok", 216, 424, 184, 336))));
        on.press(new Point2D(230, 434), false);
        on.dragTo(new Point2D(246, 458), false);
        save("move-group");
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
    }

    @Test
    void resizingLockingNotesAndGroups() {
        on.on(() -> {
            on.session.apply(Edits.putNote(new Note("rich", "**Before launch**\n- ask for the *label delay*\n"
                    + "- set `timeout=30`\n1. shadow\n2. 5 % of traffic", 480, 692, 152, 88)));
            on.session.apply(Edits.putGroup(new Group("g1", "Candidates", "ok", 216, 424, 184, 336)));
            on.session.apply(Edits.putGroup(new Group("g2", "Watch", "warn", 216, 848, 408, 112)));
            on.session.apply(Edits.setLocked(on.design(), Set.of(id("Fraud scorer"), "rich", "g2"), true));
        });
        on.on(() -> on.session.select(Selection.of("rich")));
        save("note-and-locks");
        on.run("canvas.unlock");
        on.on(() -> on.session.select(Selection.of("g1")));
        save("group-handles");
        on.on(() -> on.session.select(Selection.of(id("Fraud desk"))));
        var box = on.bounds(id("Fraud desk"));
        on.hover(new Point2D(box.right(), box.bottom()));
        on.press(new Point2D(box.right(), box.bottom()), false);
        on.dragTo(new Point2D(box.right() + 40, box.bottom() + 24), false);
        save("resize");
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        on.drag(on.middle(id("Fraud scorer")), on.middle(id("Fraud scorer")).add(60, 10));
        save("locked-message");
        on.doubleClick(on.middle("rich"));
        save("note-edit");
    }

    @Test
    void coloursOfGroups() {
        List<String> tones = List.of("accent", "ok", "warn", "bad", "neutral");
        for (int i = 0; i < tones.size(); i++) {
            Step step = Step.values()[i];
            on.on(() -> on.session.select(Selection.of(on.design().components().stream()
                    .filter(card -> card.step() == step).limit(2).map(Component::id).toList())));
            on.run("group.add");
            on.key(KeyCode.ENTER, false, false);
            String tone = tones.get(i);
            if (on.can("group.tone-" + tone)) {
                on.run("group.tone-" + tone);
            }
        }
        save("group-colours");
        Group last = on.design().groups().list().getLast();
        pictures.saveMenu(() -> on.rightClick(new Point2D(last.x() + 20, last.y() + 8)), "group-menu");
        Point2D crossed = middleOf(link("Fraud scorer", "Four layers"));
        on.on(() -> {
            on.session.apply(Edits.putGroup(
                    new Group("crossed", "Watched every day", "warn", crossed.getX() - 60, crossed.getY() - 10, 240,
                            96)));
            on.session.apply(Edits.setLocked(on.design(), Set.of("crossed"), true));
            on.session.select(Selection.none());
        });
        save("group-title-crossed");
    }

    @Test
    void addingAndReplacing() {
        on.on(() -> {
            PaletteView palette = new PaletteView(on.session, on.canvas);
            palette.setPrefWidth(220);
            ((BorderPane) on.scene.getRoot()).setLeft(palette);
        });
        on.on(on.canvas::fit);
        Bounds serving = FrameLayout.of(on.design()).frame(Step.SERVING);
        Point2D empty = new Point2D(serving.x() + 0.52 * serving.width(), serving.bottom() - 40);
        fromPalette("cache", empty);
        save("palette-drag");
        Point2D onLink = middleOf(link("Authorise payment", "Three zones"));
        fromPalette("cache", onLink);
        save("palette-drag-on-link");
        on.on(on.canvas::cancelPreview);
        fromPalette("labelling", onLink);
        save("palette-drag-refused");
        on.on(on.canvas::cancelPreview);
        on.doubleClick(empty);
        save("quick-add");
        on.on(() -> ((TextField) on.node("#quick-add-filter")).setText("ca"));
        save("quick-add-typed");
        on.key(KeyCode.ESCAPE, false, false);
        on.on(() -> on.session.select(Selection.of(id("Fraud scorer"))));
        on.run("card.replace");
        save("replace");
        on.key(KeyCode.ESCAPE, false, false);
        on.run("canvas.rename");
        save("rename");
    }

    private void fromPalette(String kind, Point2D world) {
        on.on(() -> {
            Point2D at = on.node(".canvas-board").localToScene(world);
            on.canvas.previewAt(GestureFixture.CATALOGUE.kind(kind).orElseThrow(), at.getX(), at.getY());
        });
    }

    @Test
    void draggingTheViewInTheOverview() {
        on.run("canvas.zoom-actual");
        for (int i = 0; i < 3; i++) {
            on.run("canvas.zoom-in");
        }
        on.on(() -> {
            Node overview = on.node(".minimap");
            for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_DRAGGED)) {
                Point2D at = overview.localToScene(type == MouseEvent.MOUSE_PRESSED ? 20 : 108, 62);
                Event.fireEvent(overview, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                        MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, true,
                        new PickResult(overview, at.getX(), at.getY())));
            }
        });
        save("minimap-drag");
    }
}
