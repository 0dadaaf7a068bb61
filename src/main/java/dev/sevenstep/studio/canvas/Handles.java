package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * What can be taken hold of besides the elements: the ports of the card under the pointer, the ends of the selected link, the
 * corners (of notes and groups the sides too) of the selected element. They have one size on screen at any zoom.
 */
final class Handles {
    private static final double RADIUS = 4.5;
    private static final double STROKE = 1.6;
    /** Canvas units between a link's mark and the handle behind it. */
    private static final double MARGIN = 2;
    private static final double NEAR = 9;
    /** Below this zoom elements are too small to be resized by hand. */
    private static final double LEAST_ZOOM = 0.35;
    private static final Bounds NOWHERE = new Bounds(Double.MAX_VALUE, Double.MAX_VALUE, 0, 0);

    /** A handle, where it is, and how far from there it can be taken hold of as well. */
    private record Place(Hit hit, Point at, Point to, Shape shape) {
        Place(Hit hit, Point at, Shape shape) {
            this(hit, at, at, shape);
        }

        double distance(Point from) {
            double dx = to.x() - at.x();
            double dy = to.y() - at.y();
            double square = dx * dx + dy * dy;
            double part = square == 0
                    ? 0
                    : Math.clamp(((from.x() - at.x()) * dx + (from.y() - at.y()) * dy) / square, 0, 1);
            return length(new Point(at.x() + part * dx, at.y() + part * dy), from);
        }
    }

    private final Editor editor;
    private final List<Place> places = new ArrayList<>();
    private Optional<String> hovered = Optional.empty();
    /** The part of the hovered card by which it can be moved, however small it is seen. */
    private Bounds middle = NOWHERE;
    private boolean hidden;

    Handles(Editor editor) {
        this.editor = editor;
    }

    /** The card whose ports are shown. */
    void hover(Optional<String> card) {
        if (!card.equals(hovered)) {
            hovered = card;
            refresh();
        }
    }

    /** While something is being dragged there is nothing else to take hold of. */
    void hide(boolean now) {
        if (now != hidden) {
            hidden = now;
            refresh();
        }
    }

    /** The handle at a place. */
    Optional<Hit> at(Point world) {
        double near = NEAR / editor.view().scale();
        Place best = null;
        for (Place place : places) {
            double distance = place.distance(world);
            boolean spared = place.hit() instanceof Hit.Port && middle.contains(world.x(), world.y());
            if (distance <= near && !spared) {
                near = distance;
                best = place;
            }
        }
        return best == null ? Optional.empty() : Optional.of(best.hit());
    }

    /** Follows selection, design and zoom. */
    void refresh() {
        // Before all else: it may bring the board up to date, which calls this.
        Shown shown = editor.board().shown();
        places.forEach(place -> editor.board().overlay().getChildren().remove(place.shape()));
        places.clear();
        middle = NOWHERE;
        if (hidden) {
            return;
        }
        hovered.flatMap(shown.design().components()::get).ifPresent(card -> ports(card, shown.bounds(card)));
        Set<String> ids = editor.session().selection().ids();
        if (ids.size() == 1) {
            String id = ids.iterator().next();
            ends(shown, id);
            if (editor.view().scale() >= LEAST_ZOOM) {
                corners(shown, id);
            }
        }
        places.forEach(place -> editor.board().overlay().getChildren().add(place.shape()));
    }

    private void ports(Component card, Bounds bounds) {
        middle = new Bounds(bounds.centerX() - bounds.width() / 4, bounds.centerY() - bounds.height() / 4,
                bounds.width() / 2, bounds.height() / 2);
        for (Point port : Picker.ports(bounds)) {
            places.add(new Place(new Hit.Port(card.id()), port, round(port, "port")));
        }
    }

    private void ends(Shown shown, String id) {
        List<Point> route = shown.route(id);
        if (route.size() >= 2) {
            end(new Hit.LinkEnd(id, true), route);
            end(new Hit.LinkEnd(id, false), route.reversed());
        }
    }

    /** Behind the mark that the end wears, so that the direction and kind of the link are still seen. */
    private void end(Hit.LinkEnd hit, List<Point> route) {
        double length = 0;
        for (int i = 1; i < route.size(); i++) {
            length += length(route.get(i - 1), route.get(i));
        }
        double left = Math.min(LinkMarks.HEAD + MARGIN + (RADIUS + STROKE) / editor.view().scale(), length / 3);
        int leg = 1;
        double leap = length(route.getFirst(), route.get(1));
        while (left > leap && leg < route.size() - 1) {
            left -= leap;
            leg++;
            leap = length(route.get(leg - 1), route.get(leg));
        }
        Point from = route.get(leg - 1);
        double part = leap == 0 ? 0 : left / leap;
        Point at = new Point(from.x() + part * (route.get(leg).x() - from.x()),
                from.y() + part * (route.get(leg).y() - from.y()));
        places.add(new Place(hit, at, route.getFirst(), round(at, "link-end")));
    }

    private static double length(Point from, Point to) {
        return Math.hypot(to.x() - from.x(), to.y() - from.y());
    }

    private void corners(Shown shown, String id) {
        shown.design().components().get(id).filter(card -> !card.locked())
                .ifPresent(card -> box(id, shown.bounds(card), false));
        shown.design().notes().get(id).filter(note -> !note.locked())
                .ifPresent(note -> box(id, NoteNode.boundsOf(note), true));
        shown.design().groups().get(id).filter(group -> !group.locked())
                .ifPresent(group -> box(id, GroupNode.boundsOf(group), true));
    }

    private void box(String id, Bounds bounds, boolean sides) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if (dx != 0 && dy != 0 || sides && (dx != 0 || dy != 0)) {
                    Point at = new Point(bounds.centerX() + dx * bounds.width() / 2,
                            bounds.centerY() + dy * bounds.height() / 2);
                    places.add(new Place(new Hit.Handle(id, dx, dy), at, square(at)));
                }
            }
        }
    }

    private Shape round(Point at, String style) {
        Circle circle = new Circle(at.x(), at.y(), RADIUS / editor.view().scale());
        return styled(circle, style);
    }

    private Shape square(Point at) {
        double side = 1.7 * RADIUS / editor.view().scale();
        return styled(new Rectangle(at.x() - side / 2, at.y() - side / 2, side, side), "resize-handle");
    }

    private Shape styled(Shape shape, String style) {
        shape.getStyleClass().add(style);
        shape.setStrokeWidth(STROKE / editor.view().scale());
        shape.setManaged(false);
        return shape;
    }
}
