package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What can be done on the canvas, however it was asked for: by mouse, key, menu or palette. */
final class Editor {
    private static final double SNAP = FrameLayout.GRID / 2;
    private static final int RECENT = 5;

    /** The parts of the window that an action may bring up. */
    interface Chrome {
        /** Says something near a place of the canvas until the next action. */
        void message(String text, Point world);

        void hideMessage();

        /** Opens the list of kinds at a place; with {@code from}, what is chosen is linked from that card. */
        void quickAdd(Point world, Optional<String> from);

        /** Lets the title of a card be edited where it stands. */
        void rename(CardNode card);

        /** Takes the keyboard focus. */
        void focus();
    }

    private final DocumentSession session;
    private final Board board;
    private final Viewport view;
    private final Chrome chrome;
    private final ObservableList<Kind> recent = FXCollections.observableArrayList();

    Editor(DocumentSession session, Board board, Viewport view, Chrome chrome) {
        this.session = session;
        this.board = board;
        this.view = view;
        this.chrome = chrome;
    }

    DocumentSession session() {
        return session;
    }

    Board board() {
        return board;
    }

    Viewport view() {
        return view;
    }

    /** Kinds added last, newest first. */
    ObservableList<Kind> recent() {
        return recent;
    }

    void showMessage(String text, Point world) {
        chrome.message(text, world);
    }

    void hideMessage() {
        chrome.hideMessage();
    }

    void quickAdd(Point world, Optional<String> from) {
        chrome.quickAdd(world, from);
    }

    /** Adds a card of a kind at a free place of its step's frame and selects it. */
    void add(Kind kind) {
        add(newCard(kind, Optional.empty()));
    }

    /** Adds a card at a place of the canvas, if that lies in its step's frame and is free; else as {@link #add(Kind)}. */
    void addAt(Kind kind, Point world) {
        add(newCard(kind, Optional.of(world)));
    }

    private void add(Component card) {
        remember(card);
        session.apply(Edits.addComponent(card));
        session.select(Selection.of(card.id()));
        revealAndFocus(card.id());
    }

    /** Adds a card and links it from another one, as one entry of the history. */
    void addLinked(Kind kind, Point world, String from) {
        Design before = session.design();
        Component card = newCard(kind, Optional.of(world));
        Edit add = Edits.addComponent(card);
        Design with = add.applyTo(before);
        List<Link.Kind> possible = session.catalogue().possibleLinks(with, from, card.id());
        if (possible.isEmpty()) {
            add(card);
            return;
        }
        remember(card);
        session.apply(add.then(Edits.addLink(with, session.catalogue(), possible.getFirst(), from, card.id())));
        session.select(Selection.of(card.id()));
        revealAndFocus(card.id());
    }

    private void remember(Component card) {
        session.catalogue().kind(card.kind()).ifPresent(kind -> {
            recent.remove(kind);
            recent.addFirst(kind);
            if (recent.size() > RECENT) {
                recent.removeLast();
            }
        });
    }

    /** The card that adding would make, not added yet. */
    Component newCard(Kind kind, Optional<Point> world) {
        Design design = session.design();
        Point place = world.flatMap(at -> placeIn(design, kind, at)).orElseGet(() -> FrameLayout.placeFor(design,
                kind.step(), Component.DEFAULT_WIDTH, Component.DEFAULT_HEIGHT));
        return Edits.newComponent(design, kind, place.x(), place.y());
    }

    private static Optional<Point> placeIn(Design design, Kind kind, Point world) {
        FrameLayout frames = FrameLayout.of(design);
        Bounds frame = frames.frame(kind.step());
        if (!frame.contains(world.x(), world.y())) {
            return Optional.empty();
        }
        Point origin = frames.contentOrigin(kind.step());
        double x = snapped(world.x() - origin.x() - Component.DEFAULT_WIDTH / 2);
        double y = snapped(world.y() - origin.y() - Component.DEFAULT_HEIGHT / 2);
        double roomX = frame.width() - 2 * FrameLayout.PADDING - Component.DEFAULT_WIDTH;
        double roomY = frame.height() - FrameLayout.TOP - FrameLayout.PADDING - Component.DEFAULT_HEIGHT;
        Point place = new Point(Math.clamp(x, 0, Math.max(0, roomX)), Math.clamp(y, 0, Math.max(0, roomY)));
        Bounds wanted = new Bounds(place.x(), place.y(), Component.DEFAULT_WIDTH, Component.DEFAULT_HEIGHT);
        boolean taken = design.components().stream().filter(card -> card.step() == kind.step())
                .anyMatch(card -> new Bounds(card.x(), card.y(), card.width(), card.height()).overlaps(wanted));
        return taken ? Optional.empty() : Optional.of(place);
    }

    private static double snapped(double value) {
        return Math.round(value / SNAP) * SNAP;
    }

    /** Links two cards with the kind of link that is usual between them, and selects the link. */
    void link(String from, String to) {
        Design design = session.design();
        List<Link.Kind> possible = session.catalogue().possibleLinks(design, from, to);
        if (possible.isEmpty()) {
            return;
        }
        session.apply(Edits.addLink(design, session.catalogue(), possible.getFirst(), from, to));
        session.select(Selection.of(session.design().links().list().getLast().id()));
    }

    /** Why no link can run between two cards: the reason for the kind of link that the first one gives. */
    String refusal(String from, String to) {
        Design design = session.design();
        Map<Link.Kind, Set<String>> given = design.components().get(from)
                .flatMap(card -> session.catalogue().kind(card.kind())).map(Kind::gives).orElse(Map.of());
        Link.Kind asked = Link.Kind.DATA;
        for (Link.Kind kind : Link.Kind.values()) {
            if (!given.getOrDefault(kind, Set.of()).isEmpty()) {
                asked = kind;
                break;
            }
        }
        return session.catalogue().mayLink(design, asked, from, to).reason();
    }

    void deleteSelected() {
        Set<String> ids = session.selection().ids();
        if (!ids.isEmpty()) {
            session.apply(Edits.delete(session.design(), ids));
            chrome.focus();
        }
    }

    /** Moves the selected elements; nudges in a row are one entry. */
    void nudge(double dx, double dy) {
        Set<String> ids = session.selection().ids();
        if (ids.stream().anyMatch(id -> MoveGesture.movable(session.design(), id))) {
            session.apply(Edits.move(session.design(), ids, dx, dy), "nudge " + String.join(" ", ids));
        }
    }

    /** Edits the title of the one selected card. */
    void rename() {
        selectedCard().flatMap(board::card).ifPresent(chrome::rename);
    }

    /** The id of the selected card, when exactly one card is selected. */
    Optional<String> selectedCard() {
        Set<String> ids = session.selection().ids();
        return ids.size() == 1
                ? ids.stream().filter(session.design().components()::contains).findFirst()
                : Optional.empty();
    }

    /** Selects a card, brings it into view and gives it the keyboard focus. */
    void goTo(String cardId) {
        session.select(Selection.of(cardId));
        revealAndFocus(cardId);
    }

    private void revealAndFocus(String cardId) {
        Shown shown = board.shown();
        shown.design().components().get(cardId).ifPresent(card -> view.reveal(shown.bounds(card), 24));
        board.card(cardId).ifPresent(CardNode::requestFocus);
    }

    void fit() {
        view.fit(board.shown().frames().extent(), 24);
    }

    /** Shows all that is selected, links by their way, no larger than 100 %. */
    void fitSelected() {
        Set<String> ids = session.selection().ids();
        Shown shown = board.shown();
        Design design = shown.design();
        Stream<Bounds> cards = design.components().stream().filter(card -> ids.contains(card.id()))
                .map(shown::bounds);
        Stream<Bounds> notes = design.notes().stream().filter(note -> ids.contains(note.id()))
                .map(NoteNode::boundsOf);
        Stream<Bounds> groups = design.groups().stream().filter(group -> ids.contains(group.id()))
                .map(group -> new Bounds(group.x(), group.y(), group.width(), group.height()));
        Stream<Bounds> links = design.links().stream().filter(link -> ids.contains(link.id()))
                .flatMap(link -> shown.route(link.id()).stream()).map(at -> new Bounds(at.x(), at.y(), 0, 0));
        Stream.of(cards, notes, groups, links).flatMap(boxes -> boxes).reduce(Bounds::union)
                .ifPresent(all -> view.fit(all.grown(1), 48));
    }

    void focusCanvas() {
        chrome.focus();
    }
}
