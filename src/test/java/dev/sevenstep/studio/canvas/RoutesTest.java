package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.GeneratedDesigns;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.WindowExtension;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What the routes of a design are while something is moved in it, step by step with the background. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class RoutesTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private int better;
    private Design design = Design.empty("", "");
    private Routes routes = new Routes(design, background::add, () -> better++);
    private Shown before = shown(design, Map.of());
    /** One that a link starts from. */
    private String card = "";

    @Start
    void start(Stage stage) {
        stage.show();
    }

    private void open(int cards, int links, long seed) {
        design = GeneratedDesigns.of(cards, links, new SplittableRandom(seed));
        routes = new Routes(design, background::add, () -> better++);
        before = shown(design, routes.open(design, FrameLayout.of(design)));
        card = design.links().list().getFirst().from();
    }

    /** Runs what the background was asked to do; what it hands back is done when this returns. */
    private void inBackground(FxRobot robot) {
        while (!background.isEmpty()) {
            background.remove().run();
            robot.interact(() -> {});
        }
    }

    private Design moved(double dx, double dy) {
        Component was = design.components().get(card).orElseThrow();
        return design.withComponents(design.components().with(was.movedTo(was.x() + dx, was.y() + dy)));
    }

    private static Shown shown(Design design, Map<String, List<Point>> routes) {
        return new Shown(design, FrameLayout.of(design), routes, Map.of());
    }

    private String linkOfCard() {
        return design.links().stream().filter(link -> link.from().equals(card)).findFirst().map(Link::id)
                .orElseThrow();
    }

    @Test
    void aSmallDesignShowsTheRoutesItWillKeepAsSoonAsTheyAreFound(FxRobot robot) {
        open(28, 32, 3);
        Design now = moved(24, 16);
        List<Point> atOnce = routes.follow(before, now, FrameLayout.of(now), false)
                .getOrDefault(linkOfCard(), List.of());
        assertNotEquals(before.route(linkOfCard()), atOnce, "the link follows in the same frame");
        Bounds place = FrameLayout.of(now).bounds(now.components().get(card).orElseThrow());
        assertTrue(place.grown(0.01).contains(atOnce.getFirst().x(), atOnce.getFirst().y()), "and holds on");
        inBackground(robot);
        assertEquals(1, better);
        Map<String, List<Point>> found = routes.follow(before, now, FrameLayout.of(now), false);
        assertEquals(LinkRouter.route(now, FrameLayout.of(now)), found);
        assertTrue(background.isEmpty(), "nothing is left to be looked for");
        Design dropped = moved(24, 16);
        assertSame(found, routes.follow(before, dropped, FrameLayout.of(dropped), true), "no second search");
    }

    @Test
    void aTitleOfAGroupMovesLinksToo(FxRobot robot) {
        open(28, 32, 3);
        Point at = LinkMarks.middle(before.routes().values().stream().max(Comparator.comparingInt(List::size))
                .orElseThrow());
        Design now = design.withGroups(
                Elements.of(List.of(new Group("g", "Candidates", "ok", at.x() - 20, at.y() - 10, 200, 100))));
        assertNotEquals(before.routes(), LinkRouter.route(now, FrameLayout.of(now)));
        routes.follow(before, now, FrameLayout.of(now), false);
        inBackground(robot);
        assertEquals(LinkRouter.route(now, FrameLayout.of(now)),
                routes.follow(before, now, FrameLayout.of(now), true));
    }

    @Test
    void oneSearchAtATimeAndTheNewestIsAskedAboutNext(FxRobot robot) {
        open(80, 100, 4);
        for (int frame = 1; frame <= 5; frame++) {
            Design now = moved(8 * frame, 8);
            routes.follow(before, now, FrameLayout.of(now), false);
        }
        assertEquals(1, background.size());
        inBackground(robot);
        assertEquals(1, better, "what is shown by now is asked about again");
        Design newest = moved(40, 8);
        routes.follow(before, newest, FrameLayout.of(newest), false);
        assertEquals(1, background.size());
        inBackground(robot);
        routes.follow(before, newest, FrameLayout.of(newest), false);
        assertTrue(background.isEmpty());
    }

    @Test
    void whatIsFoundTooLateIsForgotten(FxRobot robot) {
        open(28, 32, 5);
        Design preview = moved(64, 48);
        routes.follow(before, preview, FrameLayout.of(preview), false);
        Design kept = moved(8, 8);
        Map<String, List<Point>> exact = routes.follow(before, kept, FrameLayout.of(kept), true);
        assertEquals(LinkRouter.route(kept, FrameLayout.of(kept)), exact);
        inBackground(robot);
        assertSame(exact, routes.follow(before, kept, FrameLayout.of(kept), true));
        assertSame(before.routes(),
                routes.follow(before, design.withTitle("Back"), before.frames(), true));
    }
}
