package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.WindowExtension;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@ExtendWith(WindowExtension.class)
class LinkNodeTest {
    private static final List<Point> ROUTE = List.of(new Point(10, 20), new Point(60, 20), new Point(60, 90),
            new Point(140, 90));

    @Start
    void start(Stage stage) {
        stage.show();
    }

    private static List<Point> moved(List<Point> route, double dx, double dy) {
        return route.stream().map(point -> new Point(point.x() + dx, point.y() + dy)).toList();
    }

    private static LinkNode node(Link link, List<Point> route) {
        LinkNode node = new LinkNode(link);
        node.show(link);
        node.follow(route);
        node.placeLabel(label(route));
        return node;
    }

    private static Bounds label(List<Point> route) {
        return new Bounds(route.getFirst().x() + 30, route.getFirst().y() - 8, 40, 16);
    }

    /** What is drawn and where, in the coordinates of the canvas; parts that draw nothing count for nothing. */
    private static List<String> drawn(LinkNode node) {
        List<String> parts = new ArrayList<>();
        for (Node part : node.getChildren()) {
            if (!(part instanceof Path path) || !path.getElements().isEmpty()) {
                javafx.geometry.Bounds in = node.localToParent(part.getBoundsInParent());
                parts.add(part.getStyleClass() + " %.2f %.2f %.2f %.2f".formatted(in.getMinX(), in.getMinY(),
                        in.getMaxX(), in.getMaxY()));
            }
        }
        return parts;
    }

    @Test
    void aLinkThatFollowedLooksLikeOneMadeThere(FxRobot robot) {
        List<List<Point>> ways = List.of(moved(ROUTE, 33, -7), moved(ROUTE, 40.5, 12),
                List.of(new Point(10, 20), new Point(90, 20)),
                moved(List.of(new Point(10, 20), new Point(90, 20)), 5, 5),
                ROUTE, List.of(), moved(ROUTE, 1, 1));
        robot.interact(() -> {
            for (Link.Kind kind : Link.Kind.values()) {
                Link link = new Link("l", kind, "a", "b", "Ratings");
                LinkNode followed = node(link, ROUTE);
                for (List<Point> way : ways) {
                    followed.follow(way);
                    if (!way.isEmpty()) {
                        followed.placeLabel(label(way));
                        assertEquals(drawn(node(link, way)), drawn(followed), kind + " " + way);
                    }
                }
            }
        });
    }

    @Test
    void anotherKindIsDrawnWhereTheLinkIsNow(FxRobot robot) {
        robot.interact(() -> {
            Link data = new Link("l", Link.Kind.DATA, "a", "b", "Ratings");
            LinkNode node = node(data, ROUTE);
            List<Point> there = moved(ROUTE, 50, 30);
            node.follow(there);
            Link request = new Link("l", Link.Kind.REQUEST, "a", "b", "Ratings");
            node.show(request);
            node.placeLabel(label(there));
            assertEquals(drawn(node(request, there)), drawn(node));
        });
    }
}
