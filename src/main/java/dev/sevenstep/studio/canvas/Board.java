package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Element;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkLabels;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.Selection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a design in layers: frames, groups, links, cards, notes. A change only marks the board; the layout pass of
 * the next pulse brings the nodes up to date, once, and touches those whose element is another object than before. Nodes
 * outside the view are not drawn.
 */
final class Board extends Pane {
    /** Up to this many links all routes are made anew while a card is dragged; above, only those of the moved cards. */
    private static final int FULL_REROUTE = 60;
    /** Cards just outside the view stay drawn, so that panning shows no gaps. */
    private static final double OVERSCAN = 64;

    private final Catalogue catalogue;
    private final Viewport view;
    private final Pane frameLayer = layer();
    private final Pane groupLayer = layer();
    private final Pane linkLayer = layer();
    private final Pane cardLayer = layer();
    private final Pane noteLayer = layer();
    private final Pane overlay = layer();
    private final Translate shift = new Translate();
    private final Scale zoom = new Scale();
    private final Map<Step, FrameNode> frames = new EnumMap<>(Step.class);
    private final Map<String, CardNode> cards = new LinkedHashMap<>();
    private final Map<String, LinkNode> links = new LinkedHashMap<>();
    private final Map<String, NoteNode> notes = new LinkedHashMap<>();
    private final Map<String, GroupNode> groups = new LinkedHashMap<>();
    private Runnable updated = () -> {};
    private Design design;
    private @Nullable Design preview;
    private Selection selection = Selection.none();
    private Shown shown;
    private Selection shownSelection = Selection.none();
    private boolean dirty = true;
    private boolean built;

    Board(Catalogue catalogue, Viewport view, Design design) {
        this.catalogue = catalogue;
        this.view = view;
        this.design = design;
        getStyleClass().add("canvas-board");
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().addAll(shift, zoom);
        getChildren().addAll(frameLayer, groupLayer, linkLayer, cardLayer, noteLayer, overlay);
        for (Step step : Step.values()) {
            FrameNode frame = new FrameNode(step, Hints.of(step));
            frames.put(step, frame);
            frameLayer.getChildren().add(frame);
        }
        shown = new Shown(design, FrameLayout.of(design), Map.of(), Map.of());
    }

    private static Pane layer() {
        Pane pane = new Pane();
        pane.setManaged(false);
        return pane;
    }

    /** Called after nodes changed. */
    void onUpdated(Runnable listener) {
        updated = listener;
    }

    void setDesign(Design now) {
        design = now;
        mark();
    }

    void setSelection(Selection now) {
        selection = now;
        mark();
    }

    /** Shows a design that is not kept; null to show the document again. */
    void preview(@Nullable Design draft) {
        preview = draft;
        mark();
    }

    private void mark() {
        dirty = true;
        requestLayout();
    }

    /** What is shown, brought up to date first. */
    Shown shown() {
        refresh();
        return shown;
    }

    /** Nodes above the cards in world coordinates: ports, rubber band, draft links. */
    Pane overlay() {
        return overlay;
    }

    Optional<CardNode> card(String id) {
        refresh();
        return Optional.ofNullable(cards.get(id));
    }

    Optional<LinkNode> link(String id) {
        refresh();
        return Optional.ofNullable(links.get(id));
    }

    /** How high a note must be for all of its text, in canvas units. */
    double heightOf(Note note) {
        NoteNode measured = new NoteNode(note);
        noteLayer.getChildren().add(measured);
        measured.show(note);
        double height = measured.neededHeight();
        noteLayer.getChildren().remove(measured);
        return height;
    }

    Iterable<CardNode> cards() {
        return cards.values();
    }

    FrameNode frame(Step step) {
        return frames.computeIfAbsent(step, missing -> new FrameNode(missing, Hints.of(missing)));
    }

    /** Follows zoom and pan. */
    void follow() {
        shift.setX(view.shiftX());
        shift.setY(view.shiftY());
        zoom.setX(view.scale());
        zoom.setY(view.scale());
        cull();
    }

    @Override
    protected void layoutChildren() {
        refresh();
    }

    private void refresh() {
        if (!dirty) {
            return;
        }
        dirty = false;
        Design now = preview == null ? design : preview;
        boolean first = !built;
        boolean other = first || now != shown.design();
        if (other) {
            FrameLayout layout = FrameLayout.of(now);
            Map<String, List<Point>> routes = routes(now, layout);
            built = true;
            showFrames(now, layout);
            showCards(now, layout);
            showNotes(now);
            showGroups(now);
            showLinks(now, routes);
            shown = new Shown(now, layout, routes, placeLabels(now, layout, routes));
            if (first) {
                follow();
            }
        }
        if (other || !selection.equals(shownSelection)) {
            shownSelection = selection;
            showSelection(now);
        }
        cull();
        updated.run();
    }

    private Map<String, List<Point>> routes(Design now, FrameLayout layout) {
        if (preview == null || now.links().size() <= FULL_REROUTE || shown.routes().isEmpty()) {
            return LinkRouter.route(now, layout);
        }
        Set<String> moved = new HashSet<>();
        for (Component card : now.components()) {
            Optional<Component> before = shown.design().components().get(card.id());
            if (before.isEmpty() || !shown.frames().bounds(before.get()).equals(layout.bounds(card))) {
                moved.add(card.id());
            }
        }
        return LinkRouter.reroute(shown.routes(), now, layout, moved);
    }

    private void showFrames(Design now, FrameLayout layout) {
        Map<Step, Integer> counts = new EnumMap<>(Step.class);
        now.components().forEach(card -> counts.merge(card.step(), 1, Integer::sum));
        frames.forEach((step, node) -> node.show(layout.frame(step), counts.getOrDefault(step, 0)));
    }

    private void showCards(Design now, FrameLayout layout) {
        drop(cards, now.components()::contains, cardLayer);
        for (Component card : now.components()) {
            CardNode node = cards.get(card.id());
            if (node != null && !node.component().kind().equals(card.kind())) {
                cardLayer.getChildren().remove(node);
                node = null;
            }
            if (node == null) {
                node = new CardNode(card, catalogue.kind(card.kind()));
                node.show(card, ValueText.cardFigures(card, now, catalogue));
                cards.put(card.id(), node);
                cardLayer.getChildren().add(node);
            } else if (preview == null || node.component() != card) {
                node.show(card, ValueText.cardFigures(card, now, catalogue));
            }
            node.place(layout.bounds(card));
        }
        if (preview == null) {
            Map<String, Integer> degrees = new HashMap<>();
            for (Link link : now.links()) {
                degrees.merge(link.from(), 1, Integer::sum);
                degrees.merge(link.to(), 1, Integer::sum);
            }
            cards.forEach((id, node) -> node.describe(degrees.getOrDefault(id, 0)));
        }
    }

    private void showLinks(Design now, Map<String, List<Point>> routes) {
        drop(links, now.links()::contains, linkLayer);
        for (Link link : now.links()) {
            LinkNode node = links.get(link.id());
            if (node == null) {
                node = new LinkNode(link);
                links.put(link.id(), node);
                linkLayer.getChildren().add(node);
                node.show(link);
            } else if (node.link() != link) {
                node.show(link);
            }
            node.follow(routes.getOrDefault(link.id(), List.of()));
            node.setAccessibleText(describe(now, link));
        }
    }

    private Map<String, Bounds> placeLabels(Design now, FrameLayout layout, Map<String, List<Point>> routes) {
        Map<String, Bounds> places = LinkLabels.place(now, layout, routes,
                link -> Optional.ofNullable(links.get(link.id())).map(LinkNode::labelSize));
        places.forEach((id, place) -> Optional.ofNullable(links.get(id)).ifPresent(node -> node.placeLabel(place)));
        return places;
    }

    private static String describe(Design design, Link link) {
        String from = design.components().get(link.from()).map(Component::title).orElse(link.from());
        String to = design.components().get(link.to()).map(Component::title).orElse(link.to());
        return (link.disabled() ? "Disabled link, " : "Link, ") + link.kind().id() + ", from " + from + " to " + to
                + (link.label().isEmpty() ? "" : ", " + link.label());
    }

    private void showNotes(Design now) {
        drop(notes, now.notes()::contains, noteLayer);
        for (Note note : now.notes()) {
            NoteNode node = notes.get(note.id());
            if (node == null) {
                node = new NoteNode(note);
                notes.put(note.id(), node);
                noteLayer.getChildren().add(node);
            }
            node.show(note);
        }
    }

    private void showGroups(Design now) {
        drop(groups, now.groups()::contains, groupLayer);
        for (Group group : now.groups()) {
            GroupNode node = groups.get(group.id());
            if (node == null) {
                node = new GroupNode(group);
                groups.put(group.id(), node);
                groupLayer.getChildren().add(node);
            }
            node.show(group);
        }
    }

    private static <N extends Node> void drop(Map<String, N> nodes, java.util.function.Predicate<String> kept,
            Pane layer) {
        nodes.entrySet().removeIf(entry -> {
            boolean gone = !kept.test(entry.getKey());
            if (gone) {
                layer.getChildren().remove(entry.getValue());
            }
            return gone;
        });
    }

    private void showSelection(Design now) {
        Selection chosen = selection;
        frames.forEach((step, node) -> node.pseudoClassStateChanged(CardNode.SELECTED,
                chosen.step().filter(step::equals).isPresent()));
        cards.forEach((id, node) -> node.pseudoClassStateChanged(CardNode.SELECTED, chosen.contains(id)));
        notes.forEach((id, node) -> node.pseudoClassStateChanged(CardNode.SELECTED, chosen.contains(id)));
        groups.forEach((id, node) -> node.pseudoClassStateChanged(CardNode.SELECTED, chosen.contains(id)));
        for (LinkNode node : links.values()) {
            Link link = node.link();
            boolean related = chosen.contains(link.from()) || chosen.contains(link.to());
            node.pseudoClassStateChanged(LinkNode.SELECTED, chosen.contains(link.id()));
            if (node.getPseudoClassStates().contains(LinkNode.RELATED) != related) {
                node.pseudoClassStateChanged(LinkNode.RELATED, related);
            }
            if (related || chosen.contains(link.id())) {
                node.toFront();
            }
        }
        raise(now.components(), chosen);
    }

    /** A selected card lies above one that it is dragged over. */
    private void raise(Iterable<? extends Element> elements, Selection chosen) {
        for (Element element : elements) {
            CardNode node = cards.get(element.id());
            if (node != null && chosen.contains(element.id())) {
                node.toFront();
            }
        }
    }

    private void cull() {
        Bounds seen = view.visible().grown(OVERSCAN / view.scale());
        for (CardNode node : cards.values()) {
            node.setVisible(node.getLayoutX() < seen.right() && node.getLayoutX() + node.getWidth() > seen.x()
                    && node.getLayoutY() < seen.bottom() && node.getLayoutY() + node.getHeight() > seen.y());
        }
        for (LinkNode node : links.values()) {
            node.setVisible(node.extent().overlaps(seen));
        }
    }
}
