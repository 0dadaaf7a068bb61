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
        if (!now.equals(route)) {
            route = now;
            draw(true);
        }
    }

    /** How much room the label wants. */
    LinkLabels.Size labelSize() {
        label.applyCss();
        return new LinkLabels.Size(Math.min(LABEL_WIDTH, Math.ceil(label.prefWidth(-1))), label.prefHeight(-1));
    }

    void placeLabel(Bounds place) {
        label.resizeRelocate(place.x(), place.y(), place.width(), place.height());
    }

    /** @param sameMarks whether the ends look as they did */
    private void draw(boolean sameMarks) {
        head.getElements().clear();
        dot.getElements().clear();
        cut.getElements().clear();
        int count = Math.max(0, route.size() - 1);
        while (legs.size() > count) {
            getChildren().remove(legs.removeLast());
        }
        while (legs.size() < count) {
            Path leg = new Path();
            leg.getStyleClass().add("link-line");
            getChildren().add(legs.size(), leg);
            legs.add(leg);
        }
        if (count == 0) {
            drawn = route;
            return;
        }
        drawLegs(sameMarks);
        drawn = route;
        trace(head, LinkMarks.head(link.kind(), route), link.kind() != Link.Kind.FEEDBACK);
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
