package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.Selection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a design in layers: frames, groups, links, cards, notes. A change only marks the board; the layout pass of
 * the next pulse brings the nodes up to date, once, and touches those whose element is another object than before. Cards and
 * links outside the view have no node; when they are many and too small to be read they are painted as {@link Blocks}.
 */
final class Board extends Pane {
    /** Cards just outside the view have their node already, so that panning shows no gaps, and keep it for a while. */
    private static final double OVERSCAN = 64;
    private static final double KEPT = 480;
    private static final Bounds NOWHERE = new Bounds(Double.MAX_VALUE, Double.MAX_VALUE, 0, 0);
    /** Below this zoom no text can be read. */
    private static final double READABLE = 0.4;
    /** So few cards are always nodes. */
    private static final int FEW = 150;

    private final Viewport view;
    private final Pane frameLayer = layer();
    private final Pane groupLayer = layer();
    private final Pane headerLayer = layer();
    private final Blocks blocks = new Blocks();
    private final LinkLayer links = new LinkLayer();
    private final CardLayer cards;
    private final Pane noteLayer = layer();
    private final Pane overlay = layer();
    private final Translate shift = new Translate();
    private final Scale zoom = new Scale();
    private final Map<Step, FrameNode> frames = new EnumMap<>(Step.class);
    private final Map<String, NoteNode> notes = new LinkedHashMap<>();
    private final Map<String, GroupNode> groups = new LinkedHashMap<>();
    private final Routes routes;
    private final Labels labels = new Labels();
    private Runnable updated = () -> {};
    private Design design;
    private @Nullable Design preview;
    private Selection selection = Selection.none();
    private Shown shown;
    private Places places;
    /** What is shown of the document itself while a preview is on. */
    private Shown kept;
    private Places keptPlaces;
    private Optional<LinkTargets> targets = Optional.empty();
    private Selection shownSelection = Selection.none();
    private Distance distance = Distance.NEAR;
    private @Nullable Shown painted;
    private List<Object> paintedFrom = List.of();
    private boolean dirty = true;
    private boolean built;
    private boolean rerouted;
    /** Whether some of what is seen waits for its nodes until the next frame. */
    private boolean more;

    /** @param background where routes are made that take longer than a frame */
    Board(Catalogue catalogue, Viewport view, Design design, Executor background) {
        this.view = view;
        this.design = design;
        cards = new CardLayer(catalogue);
        routes = new Routes(design, background, () -> {
            rerouted = true;
            mark();
        });
        getStyleClass().add("canvas-board");
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().addAll(shift, zoom);
        getChildren().addAll(labels.ruler(), frameLayer, groupLayer, blocks, links, headerLayer, cards, noteLayer,
                overlay);
        for (Step step : Step.values()) {
            FrameNode frame = new FrameNode(step, Hints.of(step));
            frames.put(step, frame);
            frameLayer.getChildren().add(frame);
            headerLayer.getChildren().add(frame.header());
        }
        shown = new Shown(design, FrameLayout.of(design), Map.of(), Map.of());
        places = Places.of(shown);
        kept = shown;
        keptPlaces = places;
        blocks.onChanged(() -> {
            painted = null;
            cull();
        });
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

    boolean inPreview() {
        return preview != null;
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

    /** The node of a card of the design, also when it is out of view. */
    Optional<CardNode> card(String id) {
        refresh();
        return cards.node(id, shown);
    }

    /** The node of a link of the design, also when it is out of view. */
    Optional<LinkNode> link(String id) {
        refresh();
        return links.node(id, shown);
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

    /** Shows where the link being drawn may end; empty when none is. */
    void showTargets(Optional<LinkTargets> now) {
        refresh();
        boolean begun = targets.isPresent() != now.isPresent();
        targets = now;
        cards.showTargets(now);
        if (begun) {
            painted = null;
        }
        cull();
    }

    FrameNode frame(Step step) {
        return frames.computeIfAbsent(step, missing -> new FrameNode(missing, Hints.of(missing)));
    }

    /** Follows zoom and pan. */
    void follow() {
        shift.setX(snapPositionX(view.shiftX()));
        shift.setY(snapPositionY(view.shiftY()));
        if (zoom.getX() != view.scale()) {
            cards.zoom(view.scale());
        }
        zoom.setX(view.scale());
        zoom.setY(view.scale());
        if (Distance.of(view.scale()) != distance) {
            select(shownSelection);
        }
        cull();
    }

    @Override
    protected void layoutChildren() {
        refresh();
        if (more) {
            more = false;
            cull();
        }
    }

    private void refresh() {
        if (!dirty) {
            return;
        }
        dirty = false;
        Design now = preview == null ? design : preview;
        boolean other = !built || rerouted || now != shown.design();
        if (other) {
            show(now);
        }
        if (!selection.equals(shownSelection)) {
            shownSelection = selection;
            select(selection);
        }
        cull();
        updated.run();
    }

    private void show(Design now) {
        boolean first = !built;
        built = true;
        rerouted = false;
        FrameLayout layout = FrameLayout.of(now);
        Map<String, List<Point>> lines = first
                ? routes.open(now, layout)
                : routes.follow(kept, now, layout, preview == null);
        shown = new Shown(now, layout, lines, labels.place(kept, now, layout, lines));
        places = keptPlaces.with(shown);
        if (preview == null) {
            kept = shown;
            keptPlaces = places;
        }
        showFrames(now, layout);
        cards.show(shown);
        showNotes(now);
        showGroups(now);
        links.show(shown);
        if (first) {
            follow();
        }
    }

    private void showFrames(Design now, FrameLayout layout) {
        int[] counts = new int[Step.values().length];
        for (Component card : now.components()) {
            counts[card.step().ordinal()]++;
        }
        frames.forEach((step, node) -> node.show(layout.frame(step), counts[step.ordinal()]));
    }

    private void showNotes(Design now) {
        drop(notes, now.notes()::contains, noteLayer.getChildren()::remove);
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
        drop(groups, now.groups()::contains, node -> {
            groupLayer.getChildren().remove(node);
            headerLayer.getChildren().remove(node.title());
        });
        for (Group group : now.groups()) {
            GroupNode node = groups.get(group.id());
            if (node == null) {
                node = new GroupNode(group);
                groups.put(group.id(), node);
                groupLayer.getChildren().add(node);
                headerLayer.getChildren().add(node.title());
            }
            node.show(group);
        }
    }

    private static <N> void drop(Map<String, N> nodes, Predicate<String> kept, Consumer<N> gone) {
        nodes.entrySet().removeIf(entry -> {
            boolean dropped = !kept.test(entry.getKey());
            if (dropped) {
                gone.accept(entry.getValue());
            }
            return dropped;
        });
    }

    private void select(Selection chosen) {
        distance = Distance.of(view.scale());
        frames.forEach((step, node) -> node.select(chosen.step().filter(step::equals).isPresent()));
        notes.forEach((id, node) -> outline(node, chosen.contains(id)));
        groups.forEach((id, node) -> outline(node, chosen.contains(id)));
        cards.select(chosen, distance);
        links.select(chosen, distance);
    }

    private void outline(Node node, boolean chosen) {
        node.pseudoClassStateChanged(CardNode.SELECTED, chosen);
        distance.mark(node, chosen);
    }

    /** Gives what is seen its nodes, or paints it. */
    private void cull() {
        if (!built) {
            return;
        }
        Bounds seen = view.visible().grown(OVERSCAN / view.scale());
        boolean far = view.scale() < READABLE && places.count(seen) > FEW;
        // While frames stand as they stood, a preview differs from the document in a few cards and links: those are nodes.
        boolean differs = preview != null && shown.frames().sameFrames(kept.frames());
        List<Component> cardsSeen = new ArrayList<>();
        List<Link> linksSeen = new ArrayList<>();
        if (far) {
            apart(differs, seen, cardsSeen, linksSeen);
        } else {
            places.cards(seen, (card, _) -> cardsSeen.add(card));
            places.links(seen, (link, _) -> linksSeen.add(link));
        }
        Bounds keep = far ? NOWHERE : view.visible().grown(KEPT / view.scale());
        boolean complete = cards.populate(shown, cardsSeen, keep) & links.populate(shown, linksSeen, keep);
        if (far || !complete) {
            paint(differs ? kept : shown, differs ? keptPlaces : places);
        } else {
            blocks.hide();
            painted = null;
        }
        if (!complete && !more) {
            more = true;
            Platform.runLater(this::requestLayout);
        }
    }

    /** What is a node although all else is painted: what is selected, what is aimed at, and what a preview has changed. */
    private void apart(boolean differs, Bounds seen, List<Component> cardsApart, List<Link> linksApart) {
        Map<String, Component> cardsFound = new LinkedHashMap<>();
        Map<String, Link> linksFound = new LinkedHashMap<>();
        if (!selection.ids().isEmpty() && selection.ids().size() <= FEW) {
            selection.ids().forEach(
                    id -> shown.design().components().get(id).ifPresent(card -> cardsFound.put(id, card)));
            shown.design().links().stream().filter(this::concerns).forEach(link -> linksFound.put(link.id(), link));
        }
        targets.flatMap(LinkTargets::target).flatMap(shown.design().components()::get)
                .ifPresent(card -> cardsFound.put(card.id(), card));
        if (differs) {
            keptPlaces.otherCards(shown).forEach(card -> cardsFound.put(card.id(), card));
            keptPlaces.otherLinks(shown).forEach(link -> linksFound.put(link.id(), link));
        }
        cardsFound.values().stream().filter(card -> shown.bounds(card).overlaps(seen)).forEach(cardsApart::add);
        linksFound.values().stream().filter(link -> Places.touches(shown.route(link.id()), seen))
                .forEach(linksApart::add);
    }

    private boolean concerns(Link link) {
        return selection.contains(link.id()) || selection.contains(link.from()) || selection.contains(link.to());
    }

    private void paint(Shown what, Places where) {
        List<Object> from = List.of(view.visible(), view.width(), cards.ids(), links.ids(), selection);
        if (painted != what || !paintedFrom.equals(from)) {
            painted = what;
            paintedFrom = from;
            blocks.paint(view, where, card -> !cards.has(card.id()), link -> !links.has(link.id()),
                    card -> selection.contains(card.id()), targets);
        }
    }
}
