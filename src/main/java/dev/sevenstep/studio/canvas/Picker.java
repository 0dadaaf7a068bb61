package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what lies under a place. Links can be met within a few pixels, at any zoom. */
final class Picker {
    private static final double NEAR_LINK = 6;
    /** Height of the line with a group's title, by which it is taken hold of. */
    private static final double GROUP_TITLE = 24;
    private static final double NEAR_BORDER = 4;
    private static final double NEAR_PORT = 9;

    private Picker() {
    }

    /** @param scale pixels per canvas unit */
    static Hit at(Shown shown, double scale, Point place) {
        Optional<Component> card = card(shown, place);
        if (card.isPresent()) {
            return new Hit.Card(card.get().id());
        }
        for (Note note : shown.design().notes().list().reversed()) {
            if (NoteNode.boundsOf(note).contains(place.x(), place.y())) {
                return new Hit.Note(note.id());
            }
        }
        // A title covers the links below it.
        for (Group group : shown.design().groups().list().reversed()) {
            if (FrameLayout.titleText(group).contains(place.x(), place.y())) {
                return new Hit.Group(group.id());
            }
        }
        Optional<String> link = link(shown, place, scale);
        if (link.isPresent()) {
            return new Hit.Link(link.get());
        }
        for (Group group : shown.design().groups().list().reversed()) {
            if (takes(GroupNode.boundsOf(group), place, NEAR_BORDER / scale)) {
                return new Hit.Group(group.id());
            }
        }
        for (Step step : Step.values()) {
            if (shown.frames().header(step).contains(place.x(), place.y())) {
                return new Hit.Header(step);
            }
        }
        return new Hit.Ground();
    }

    /** The topmost card at a place. */
    static Optional<Component> card(Shown shown, Point place) {
        List<Component> cards = shown.design().components().list();
        for (Component card : cards.reversed()) {
            if (shown.bounds(card).contains(place.x(), place.y())) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }

    /** The card at a place or a few pixels beside it, where its ports reach. */
    static Optional<String> cardNear(Shown shown, Point place, double scale) {
        Optional<Component> inside = card(shown, place);
        if (inside.isPresent()) {
            return inside.map(Component::id);
        }
        return shown.design().components().stream()
                .filter(card -> shown.bounds(card).grown(NEAR_PORT / scale).contains(place.x(), place.y()))
                .map(Component::id).findFirst();
    }

    /** The middles of the sides: right, bottom, left, top. */
    static List<Point> ports(Bounds card) {
        return List.of(new Point(card.right(), card.centerY()), new Point(card.centerX(), card.bottom()),
                new Point(card.x(), card.centerY()), new Point(card.centerX(), card.y()));
    }

    /** By its title or its border: what is inside can be reached through a group. */
    private static boolean takes(Bounds group, Point place, double near) {
        boolean title = place.y() <= group.y() + GROUP_TITLE && group.contains(place.x(), place.y());
        return title || group.grown(near).contains(place.x(), place.y())
                && !group.grown(-near).contains(place.x(), place.y());
    }

    /** The link whose line is nearest, within a few pixels, or whose label lies at a place. */
    static Optional<String> link(Shown shown, Point place, double scale) {
        for (Map.Entry<String, Bounds> label : shown.labels().entrySet()) {
            if (label.getValue().contains(place.x(), place.y())) {
                return Optional.of(label.getKey());
            }
        }
        double least = NEAR_LINK / scale;
        Optional<String> best = Optional.empty();
        for (Link link : shown.design().links()) {
            List<Point> route = shown.route(link.id());
            for (int i = 1; i < route.size(); i++) {
                Point a = route.get(i - 1);
                Point b = route.get(i);
                double dx = Math.max(0,
                        Math.max(Math.min(a.x(), b.x()) - place.x(), place.x() - Math.max(a.x(), b.x())));
                double dy = Math.max(0,
                        Math.max(Math.min(a.y(), b.y()) - place.y(), place.y() - Math.max(a.y(), b.y())));
                double distance = Math.hypot(dx, dy);
                if (distance < least) {
                    least = distance;
                    best = Optional.of(link.id());
                }
            }
        }
        return best;
    }
}
