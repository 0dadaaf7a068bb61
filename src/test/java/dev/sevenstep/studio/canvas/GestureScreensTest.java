package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Writes what each gesture shows half-way to {@code target/screens/gesture-*.png}, light and dark, at 100 % and 200 %, for a
 * person to look at. Run with {@code -Dtest=GestureScreensTest -Dtest.excludedGroups=none}.
 */
@Tag("screens")
@ExtendWith(ApplicationExtension.class)
class GestureScreensTest {
    private GestureFixture on;

    @Start
    void show(Stage stage) {
        Design design = Samples.open("card-fraud");
        on = new GestureFixture(stage, design, 1180, 760);
        on.on(() -> on.canvas.suggest(Suggestions.of(Samples.list().stream().map(Samples.Sample::design).toList())));
    }

    private void save(String name) {
        for (Theme.Mode mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
            on.on(() -> {
                on.theme(mode);
                String file = "gesture-" + name + "-" + mode.name().toLowerCase(Locale.ROOT);
                Screen.save(on.scene.getRoot(), file, 1);
                Screen.save(on.scene.getRoot(), file + "-200", 2);
            });
        }
    }

    private String id(String title) {
        return on.design().components().stream().filter(card -> card.title().equals(title)).findFirst().orElseThrow()
                .id();
    }

    private Point2D middleOf(String link) {
        Point middle = LinkMarks.middle(LinkRouter.route(on.design(), FrameLayout.of(on.design())).get(link));
        return new Point2D(middle.x(), middle.y());
    }

    private String link(String from, String to) {
        return on.design().links().stream().filter(link -> link.from().equals(id(from)) && link.to().equals(id(to)))
                .map(Link::id).findFirst().orElseThrow();
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
        assertFalse(on.canvas.lookupAll(".draft-link").isEmpty());
        save("link-to-empty");
    }

    @Test
    void anEndAndALabel() {
        String link = link("Fraud scorer", "Four layers");
        on.on(() -> on.session.select(Selection.of(link)));
        save("link-selected");
        List<Point> route = LinkRouter.route(on.design(), FrameLayout.of(on.design())).get(link);
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
}
