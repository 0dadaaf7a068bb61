package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.LinkLabels;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
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
    /** Length of a bend for each unit of {@link #CORNER}: that of the quadratic curve at a right angle. */
    private static final double BEND_LENGTH = 1.623;
    private static final double SEAM = 0.5;
    private static final double ROUNDING = 1e-6;
    /** A longer label is cut. */
    private static final double LABEL_WIDTH = 180;

    /** One path a leg: painting goes over the rectangle around a path, thin for a leg, for a whole route maybe all of the view. */
    private final List<Path> legs = new ArrayList<>();
    private final Path head = new Path();
    private final Path dot = new Path();
    private final Path cut = new Path();
    private final Label label = new Label();
    private final FontIcon icon = new FontIcon();
    private Link link;
    private List<Point> route = List.of();
    /** The route that the legs were last drawn for. */
    private List<Point> drawn = List.of();
    private Ends described;

    /** What a screen reader says of a link follows from these. */
    private record Ends(Link link, String from, String to) {}

    LinkNode(Link link) {
        this.link = link;
        described = new Ends(link, "", "");
        head.getStyleClass().add("link-head");
        dot.getStyleClass().add("link-dot");
        cut.getStyleClass().add("link-cut");
        label.getStyleClass().add("link-label");
        icon.getStyleClass().add("link-icon");
        label.setGraphic(icon);
        label.setManaged(false);
        getChildren().add(head);
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

    void show(Link now) {
        boolean otherMarks = now.kind() != link.kind() || now.disabled() != link.disabled();
        link = now;
        label.setText(now.label());
        part(label, !now.label().isEmpty());
        if (otherMarks) {
            dress();
            setLayoutX(0);
            setLayoutY(0);
            draw(false);
        }
    }

    /** Says what the link joins, by the titles of its ends. */
    void describe(String from, String to) {
        Ends now = new Ends(link, from, to);
        if (!now.equals(described)) {
            described = now;
            setAccessibleText((link.disabled() ? "Disabled link, " : "Link, ") + link.kind().id() + ", from " + from
                    + " to " + to + (link.label().isEmpty() ? "" : ", " + link.label()));
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
        if (now.equals(route)) {
            return;
        }
        route = now;
        boolean moved = !now.isEmpty() && sameShape(now, drawn);
        setLayoutX(moved ? now.getFirst().x() - drawn.getFirst().x() : 0);
        setLayoutY(moved ? now.getFirst().y() - drawn.getFirst().y() : 0);
        if (!moved) {
            draw(true);
        }
    }

    /** Whether one route is the other moved somewhere else: then all that was drawn moves with it as it is. */
    private static boolean sameShape(List<Point> one, List<Point> other) {
        if (one.size() != other.size()) {
            return false;
        }
        double dx = one.getFirst().x() - other.getFirst().x();
        double dy = one.getFirst().y() - other.getFirst().y();
        for (int i = 1; i < one.size(); i++) {
            if (Math.abs(one.get(i).x() - other.get(i).x() - dx) > ROUNDING
                    || Math.abs(one.get(i).y() - other.get(i).y() - dy) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    /** How much room the label wants. */
    LinkLabels.Size labelSize() {
        label.applyCss();
        return new LinkLabels.Size(Math.min(LABEL_WIDTH, Math.ceil(label.prefWidth(-1))), label.prefHeight(-1));
    }

    void placeLabel(Bounds place) {
        label.resizeRelocate(place.x() - getLayoutX(), place.y() - getLayoutY(), place.width(), place.height());
    }

    /** @param sameMarks whether the ends look as they did */
    private void draw(boolean sameMarks) {
        int count = Math.max(0, route.size() - 1);
        while (legs.size() < count) {
            Path leg = new Path();
            leg.getStyleClass().add("link-line");
            getChildren().add(legs.size(), leg);
            legs.add(leg);
        }
        for (Path spare : legs.subList(count, legs.size())) {
            spare.getElements().clear();
        }
        if (count == 0) {
            List.of(head, dot, cut).forEach(mark -> mark.getElements().clear());
            drawn = route;
            return;
        }
        drawLegs(sameMarks);
        drawn = route;
        head.getElements().setAll(lines(LinkMarks.head(link.kind(), route), link.kind() != Link.Kind.FEEDBACK));
        drawDot(LinkMarks.dot(route));
        drawCut();
    }

    /** Each leg with the bend that follows it. A leg that is as it was is not touched, so nothing of it is painted again. */
    private void drawLegs(boolean sameMarks) {
        Point from = route.getFirst();
        double run = 0;
        for (int i = 1; i < route.size(); i++) {
            Point corner = route.get(i);
            Path leg = legs.get(i - 1);
            boolean same = sameMarks && sameAround(i);
            // Where two legs meet they overlap a little, so that no seam shows; dashes go on where those before ended.
            Point start = i == 1 ? from : towards(from, route.get(i - 1), SEAM);
            leg.setStrokeDashOffset(i > 1 && link.kind() == Link.Kind.FEEDBACK ? run - SEAM : 0);
            if (i == route.size() - 1) {
                Point tip = towards(corner, from, LinkMarks.stopBefore(link.kind()));
                if (!same) {
                    leg.getElements().setAll(new MoveTo(start.x(), start.y()), new LineTo(tip.x(), tip.y()));
                }
            } else {
                Point after = route.get(i + 1);
                double reach = Math.min(CORNER,
                        Math.min(length(route.get(i - 1), corner), length(corner, after)) / 2);
                Point in = towards(corner, route.get(i - 1), reach);
                Point out = towards(corner, after, reach);
                if (!same) {
                    leg.getElements().setAll(new MoveTo(start.x(), start.y()), new LineTo(in.x(), in.y()),
                            new QuadCurveTo(corner.x(), corner.y(), out.x(), out.y()));
                }
                run += length(from, in) + BEND_LENGTH * reach;
                from = out;
            }
        }
    }

    /** Whether all that the look of a leg follows from is as it was drawn: its ends, and the corners before and after it. */
    private boolean sameAround(int leg) {
        if (drawn.size() != route.size()) {
            return false;
        }
        for (int i = Math.max(0, leg - 2); i <= Math.min(leg + 1, route.size() - 1); i++) {
            if (!drawn.get(i).equals(route.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void drawDot(Point at) {
        boolean shown = link.kind() == Link.Kind.REQUEST;
        part(dot, shown);
        if (shown) {
            double r = LinkMarks.DOT;
            dot.getElements().setAll(new MoveTo(at.x() - r, at.y()),
                    new ArcTo(r, r, 0, at.x() + r, at.y(), false, true),
                    new ArcTo(r, r, 0, at.x() - r, at.y(), false, true));
        }
    }

    private void drawCut() {
        part(cut, link.disabled());
        List<PathElement> marks = new ArrayList<>();
        if (link.disabled()) {
            List<Point> strokes = LinkMarks.cut(route);
            for (int i = 0; i < strokes.size(); i += 2) {
                marks.addAll(lines(strokes.subList(i, i + 2), false));
            }
        }
        cut.getElements().setAll(marks);
    }

    private static List<PathElement> lines(List<Point> points, boolean closed) {
        List<PathElement> lines = new ArrayList<>(points.size() + 1);
        lines.add(new MoveTo(points.getFirst().x(), points.getFirst().y()));
        for (Point point : points.subList(1, points.size())) {
            lines.add(new LineTo(point.x(), point.y()));
        }
        if (closed) {
            lines.add(new ClosePath());
        }
        return lines;
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
