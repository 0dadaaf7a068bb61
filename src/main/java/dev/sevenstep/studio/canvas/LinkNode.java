package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.LinkLabels;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import org.kordamp.ikonli.javafx.FontIcon;

/** A link along its route: rounded corners, the marks of its kind, a label. */
final class LinkNode extends Group {
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /** Touches a selected card. */
    static final PseudoClass RELATED = PseudoClass.getPseudoClass("related");
    static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");
    /** Is only drawn and counts for nothing. */
    static final PseudoClass DISABLED = PseudoClass.getPseudoClass("off");
    /** One of its ends is being drawn elsewhere. */
    static final PseudoClass LOOSE = PseudoClass.getPseudoClass("loose");
    private static final double CORNER = 7;
    /** A longer label is cut. */
    private static final double LABEL_WIDTH = 180;

    private final Path line = new Path();
    private final Path head = new Path();
    private final Path dot = new Path();
    private final Path cut = new Path();
    private final Label label = new Label();
    private final FontIcon icon = new FontIcon();
    private Link link;
    private List<Point> route = List.of();
    private Bounds extent = new Bounds(0, 0, 0, 0);

    LinkNode(Link link) {
        this.link = link;
        line.getStyleClass().add("link-line");
        head.getStyleClass().add("link-head");
        dot.getStyleClass().add("link-dot");
        cut.getStyleClass().add("link-cut");
        label.getStyleClass().add("link-label");
        icon.getStyleClass().add("link-icon");
        label.setGraphic(icon);
        label.setManaged(false);
        getChildren().addAll(line, head);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setManaged(false);
        setId("link-" + link.id());
        dress();
    }

    private void dress() {
        getStyleClass().setAll("canvas-link", link.kind().id());
        icon.setIconLiteral(LinkMarks.icon(link.kind()));
        pseudoClassStateChanged(DISABLED, link.disabled());
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
        boolean otherMarks = now.kind() != link.kind() || now.disabled() != link.disabled();
        link = now;
        label.setText(now.label());
        part(label, !now.label().isEmpty());
        if (otherMarks) {
            dress();
            draw();
        }
    }

    private void part(Node node, boolean shown) {
        boolean there = getChildren().contains(node);
        if (shown && !there) {
            getChildren().add(node);
        } else if (!shown && there) {
            getChildren().remove(node);
        }
    }

    void follow(List<Point> now) {
        if (!now.equals(route)) {
            route = now;
            draw();
        }
    }

    /** How much room the label wants. */
    LinkLabels.Size labelSize() {
        label.applyCss();
        return new LinkLabels.Size(Math.min(LABEL_WIDTH, Math.ceil(label.prefWidth(-1))), label.prefHeight(-1));
    }

    void placeLabel(Bounds place) {
        label.resizeRelocate(place.x(), place.y(), place.width(), place.height());
        extent = extent.union(place);
    }

    private void draw() {
        line.getElements().clear();
        head.getElements().clear();
        dot.getElements().clear();
        cut.getElements().clear();
        if (route.size() < 2) {
            return;
        }
        Point first = route.getFirst();
        line.getElements().add(new MoveTo(first.x(), first.y()));
        Bounds all = new Bounds(first.x(), first.y(), 0, 0);
        for (int i = 1; i < route.size(); i++) {
            Point at = route.get(i);
            all = all.union(new Bounds(at.x(), at.y(), 0, 0));
            if (i == route.size() - 1) {
                Point tip = towards(at, route.get(i - 1), LinkMarks.stopBefore(link.kind()));
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
        extent = all.grown(10);
        trace(head, LinkMarks.head(link.kind(), route), link.kind() != Link.Kind.FEEDBACK);
        drawDot(LinkMarks.dot(route));
        drawCut();
    }

    private void drawDot(Point at) {
        part(dot, link.kind() == Link.Kind.REQUEST);
        double r = LinkMarks.DOT;
        List<PathElement> round = dot.getElements();
        round.add(new MoveTo(at.x() - r, at.y()));
        round.add(new ArcTo(r, r, 0, at.x() + r, at.y(), false, true));
        round.add(new ArcTo(r, r, 0, at.x() - r, at.y(), false, true));
    }

    private void drawCut() {
        part(cut, link.disabled());
        List<Point> strokes = LinkMarks.cut(route);
        for (int i = 0; i < strokes.size(); i += 2) {
            trace(cut, strokes.subList(i, i + 2), false);
        }
    }

    private static void trace(Path path, List<Point> points, boolean closed) {
        path.getElements().add(new MoveTo(points.getFirst().x(), points.getFirst().y()));
        for (Point point : points.subList(1, points.size())) {
            path.getElements().add(new LineTo(point.x(), point.y()));
        }
        if (closed) {
            path.getElements().add(new ClosePath());
        }
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
