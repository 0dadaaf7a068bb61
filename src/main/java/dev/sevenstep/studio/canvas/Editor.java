package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.BoxEdits;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.Fragments;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What can be done on the canvas, however it was asked for: by mouse, key, menu or palette. */
final class Editor {
    private static final double SNAP = FrameLayout.GRID / 2;
    private static final int RECENT = 5;

    /** The parts of the window that an action may bring up. */
    interface Chrome {
        /** Says something near a place of the canvas until the next action, off the line that is drawn there. */
        void message(String text, Point world, Optional<Point> lineStart);

        void hideMessage();

        /** Says something that is no error, apart from any place. */
        void notice(String text);

        /** Asks for a kind of component, in a list at a place. */
        void choose(KindQuestion question, Point world);

        /** Lets a line of text be edited where it stands. */
        void edit(InPlaceText text);

        /** Lets the text of a note be edited; {@code keep} gets the new one when it is another. */
        void editNote(String text, Bounds place, Consumer<String> keep);

        /** Takes the keyboard focus. */
        void focus();
    }

    private final DocumentSession session;
    private final Board board;
    private final Viewport view;
    private final Chrome chrome;
    private final Executor background;
    private final KindChoices choices;
    private final Annotations annotations;
    private final ObservableList<Kind> recent = FXCollections.observableArrayList();

    /** @param background for what takes longer than a frame */
    Editor(DocumentSession session, Board board, Viewport view, Chrome chrome, Executor background) {
        this.background = background;
        this.session = session;
        this.board = board;
        this.view = view;
        this.chrome = chrome;
        this.choices = new KindChoices(this);
        this.annotations = new Annotations(this);
    }

    DocumentSession session() {
        return session;
    }

    Executor background() {
        return background;
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
        chrome.message(text, world, Optional.empty());
    }

    /** As {@link #showMessage(String, Point)} while a line is drawn from one place to the other. */
    void showMessage(String text, Point world, Point lineStart) {
        chrome.message(text, world, Optional.of(lineStart));
    }

    void hideMessage() {
        chrome.hideMessage();
    }

    void notice(String text) {
        chrome.notice(text);
    }

    KindChoices choices() {
        return choices;
    }

    /** Opens the list of kinds to add from. */
    void quickAdd(Point world) {
        choose(choices.adding(world), world);
    }

    void choose(KindQuestion question, Point world) {
        chrome.choose(question, world);
    }

    void editNote(String text, Bounds place, Consumer<String> keep) {
        chrome.editNote(text, place, keep);
    }

    Annotations annotations() {
        return annotations;
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
        addWith(card, Edits.addComponent(card));
    }

    /** Applies an edit that adds a card, and goes there. */
    void addWith(Component card, Edit edit) {
        remember(card);
        session.apply(edit);
        goTo(card.id());
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
        choices.usual(design, from, to).ifPresent(kind -> {
            session.apply(Edits.addLink(design, session.catalogue(), kind, from, to));
            session.select(Selection.of(session.design().links().list().getLast().id()));
        });
    }

    /** Why no more links can run between two cards: the one there is, or what the first one's kind of link lacks. */
    String refusal(String from, String to) {
        Design design = session.design();
        Optional<Link> there = design.links().stream()
                .filter(link -> link.from().equals(from) && link.to().equals(to)).findFirst();
        if (there.isPresent()) {
            return session.catalogue().mayLink(design, there.get().kind(), from, to).reason();
        }
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

    /** Deletes what is selected, but not what is locked. */
    void deleteSelected() {
        Set<String> ids = session.selection().ids();
        if (ids.isEmpty() || allLocked(ids, places(ids))) {
            return;
        }
        session.apply(Edits.delete(session.design(), ids));
        chrome.focus();
    }

    private Point places(Set<String> ids) {
        Shown shown = board.shown();
        return ids.stream().flatMap(id -> BoxEdits.bounds(shown.design(), shown.frames(), id).stream()).findFirst()
                .map(box -> new Point(box.x(), box.bottom())).orElse(new Point(0, 0));
    }

    /** Whether elements that can be locked all are; says so at {@code place}. */
    boolean allLocked(Set<String> ids, Point place) {
        Design design = session.design();
        if (ids.isEmpty() || !ids.stream().allMatch(id -> BoxEdits.locked(design, id))) {
            return false;
        }
        showMessage(ids.size() == 1 ? "This is locked. Unlock it first." : "All of this is locked. Unlock it first.",
                place);
        return true;
    }

    /**
     * Adds copies of what a fragment holds, placed as it should stand, and selects them.
     *
     * @param naming gives the entry of the history another name than "Paste …"
     */
    void paste(Design fragment, UnaryOperator<Edit> naming) {
        if (Fragments.isEmpty(fragment)) {
            return;
        }
        Design before = session.design();
        session.apply(naming.apply(Edits.paste(fragment)));
        Set<String> added = new LinkedHashSet<>(Fragments.added(before, session.design()));
        session.select(Selection.of(added));
        Optional<String> card = session.design().components().stream().map(Component::id).filter(added::contains)
                .findFirst();
        if (added.size() == 1 && card.isPresent()) {
            goTo(card.get());
        } else {
            focusCanvas();
        }
    }

    /** Moves the selected elements; nudges in a row are one entry. */
    void nudge(double dx, double dy) {
        Set<String> chosen = session.selection().ids();
        if (chosen.stream().noneMatch(id -> MoveGesture.movable(session.design(), id))
                || allLocked(chosen, places(chosen))) {
            return;
        }
        Set<String> ids = BoxEdits.withContents(session.design(), board.shown().frames(), chosen);
        session.apply(Edits.move(session.design(), ids, dx, dy), "nudge " + String.join(" ", chosen));
    }

    /** Lets the words of the one selected element be edited: a title, a link's label, the text of a note. */
    void rename() {
        if (session.selection().ids().size() == 1) {
            String id = session.selection().ids().iterator().next();
            InPlaceText.of(this, id).ifPresentOrElse(chrome::edit, () -> annotations.editNote(id));
        }
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

    /** Brings a card into view. */
    void reveal(String cardId) {
        Shown shown = board.shown();
        shown.design().components().get(cardId).ifPresent(card -> view.reveal(shown.bounds(card), 24));
    }

    private void revealAndFocus(String cardId) {
        reveal(cardId);
        board.card(cardId).ifPresent(CardNode::requestFocus);
    }

    void fit() {
        view.fitAll(FrameLayout.of(session.design()).extent(), 24);
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
