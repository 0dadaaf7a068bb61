package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurveTo;

/** A link along its route: rounded corners, an arrow head, a label on its longest leg. */
final class LinkNode extends Group {
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /** Touches a selected card. */
    static final PseudoClass RELATED = PseudoClass.getPseudoClass("related");
    static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");
    private static final double CORNER = 7;
    private static final double HEAD = 7;
    private static final double HALF_HEAD = 4;

    private final Path line = new Path();
    private final Polygon head = new Polygon();
    private final Label label = new Label();
    private Link link;
    private List<Point> route = List.of();
    private Bounds extent = new Bounds(0, 0, 0, 0);

    LinkNode(Link link) {
        this.link = link;
        line.getStyleClass().add("link-line");
        head.getStyleClass().add("link-head");
        label.getStyleClass().add("link-label");
        label.setManaged(false);
        getStyleClass().addAll("canvas-link", styleOf(link));
        getChildren().addAll(line, head);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setManaged(false);
        setId("link-" + link.id());
    }

    private static String styleOf(Link link) {
        return link.kind().name().toLowerCase(Locale.ROOT);
    }

    Link link() {
        return link;
    }

    List<Point> route() {
        return route;
    }

    Bounds extent() {
        return extent;
    }

    void show(Link now) {
        if (now.kind() != link.kind()) {
            getStyleClass().setAll("canvas-link", styleOf(now));
        }
        link = now;
        label.setText(now.label());
        boolean shown = getChildren().contains(label);
        if (now.label().isEmpty() && shown) {
            getChildren().remove(label);
        } else if (!now.label().isEmpty() && !shown) {
            getChildren().add(label);
        }
        placeLabel();
    }

    void follow(List<Point> now) {
        if (now.equals(route)) {
            return;
        }
        route = now;
        line.getElements().clear();
        head.getPoints().clear();
        if (route.size() < 2) {
            return;
        }
        Point first = route.getFirst();
        line.getElements().add(new MoveTo(first.x(), first.y()));
        double left = first.x();
        double top = first.y();
        double right = first.x();
        double bottom = first.y();
        for (int i = 1; i < route.size(); i++) {
            Point at = route.get(i);
            left = Math.min(left, at.x());
            right = Math.max(right, at.x());
            top = Math.min(top, at.y());
            bottom = Math.max(bottom, at.y());
            if (i == route.size() - 1) {
                Point tip = towards(at, route.get(i - 1), HEAD - 1);
                line.getElements().add(new LineTo(tip.x(), tip.y()));
            } else {
                Point before = route.get(i - 1);
                Point after = route.get(i + 1);
                double reach = Math.min(CORNER, Math.min(length(before, at), length(at, after)) / 2);
                Point in = towards(at, before, reach);
                Point out = towards(at, after, reach);
                line.getElements().addAll(new LineTo(in.x(), in.y()),
                        new QuadCurveTo(at.x(), at.y(), out.x(), out.y()));
            }
        }
        extent = Bounds.between(left, top, right, bottom).grown(10);
        drawHead();
        placeLabel();
    }

    private void drawHead() {
        Point tip = route.getLast();
        Point back = towards(tip, route.get(route.size() - 2), HEAD);
        double acrossX = (tip.y() - back.y()) / HEAD * HALF_HEAD;
        double acrossY = (back.x() - tip.x()) / HEAD * HALF_HEAD;
        head.getPoints().setAll(tip.x(), tip.y(), back.x() + acrossX, back.y() + acrossY, back.x() - acrossX,
                back.y() - acrossY);
    }

    private void placeLabel() {
        if (route.size() < 2 || link.label().isEmpty()) {
            return;
        }
        int longest = 1;
        for (int i = 2; i < route.size(); i++) {
            if (length(route.get(i - 1), route.get(i)) > length(route.get(longest - 1), route.get(longest)) + 1) {
                longest = i;
            }
        }
        Point a = route.get(longest - 1);
        Point b = route.get(longest);
        label.applyCss();
        double width = label.prefWidth(-1);
        double height = label.prefHeight(-1);
        label.resizeRelocate(Math.round((a.x() + b.x() - width) / 2), Math.round((a.y() + b.y() - height) / 2), width,
                height);
    }

    private static double length(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private static Point towards(Point from, Point to, double by) {
        double length = length(from, to);
        double part = length == 0 ? 0 : Math.min(1, by / length);
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }
}
