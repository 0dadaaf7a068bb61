package dev.sevenstep.exchange;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Ids;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.NoteText;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.export.CleanText;
import dev.sevenstep.export.Contents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds a design from a sketch and the kinds settled on. With a design inside the drawing, that one is changed as the drawing was:
 * what was moved, renamed, added or deleted there; fields, decisions and all that a drawing cannot show stay.
 */
final class SketchDesign {
    private static final double NOTE_WIDTH = 208;
    private static final double NOTE_LINE = 16;
    private static final int NOTE_LETTERS = 28;

    private final Sketch sketch;
    private final Map<String, String> kinds;
    private final Catalogue catalogue;
    private final Design base;
    private final Contents contents;
    private final Set<String> used;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> idOfBox = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * @param kinds kind by id of the box; {@link Guess#NOTE} for a note
     * @param base the design inside the drawing, or an empty one
     */
    SketchDesign(Sketch sketch, Map<String, String> kinds, Catalogue catalogue, Design base) {
        this.sketch = sketch;
        this.kinds = kinds;
        this.catalogue = catalogue;
        this.base = base;
        this.contents = new Contents(base, catalogue);
        this.used = Ids.used(base);
    }

    /** What could not be taken over as it was drawn, in words; filled by {@link #build}. */
    List<String> remarks() {
        return remarks;
    }

    Design build() {
        Design design = base.withLinks(Elements.none()).withNotes(Elements.none()).withGroups(groups());
        design = design.withComponents(components());
        design = design.withLinks(links(design));
        return design.withNotes(notes(design));
    }

    private String kind(Sketch.Box box) {
        return kinds.getOrDefault(box.id(), Guess.NOTE);
    }

    private Optional<Component> original(Sketch.Box box) {
        return base.components().get(box.mark().element());
    }

    private Step step(Sketch.Box box, String kind) {
        boolean kept = box.mark().isOurs() && box.mark().kind().equals(kind);
        Optional<Step> own = catalogue.kind(kind).map(Kind::step);
        Step fallback = own.orElse(original(box).map(Component::step).orElse(Step.DATA));
        return kept ? box.frame().or(() -> original(box).map(Component::step)).orElse(fallback) : fallback;
    }

    private Elements<Component> components() {
        List<Component> cards = new ArrayList<>();
        Map<Step, List<Sketch.Box>> loose = new EnumMap<>(Step.class);
        Set<String> taken = new HashSet<>();
        for (Sketch.Box box : sketch.boxes()) {
            String kind = kind(box);
            if (kind.equals(Guess.NOTE)) {
                continue;
            }
            Step step = step(box, kind);
            Optional<Component> original = original(box).filter(card -> taken.add(card.id()));
            String id = original.map(Component::id).orElseGet(() -> fresh(kind));
            idOfBox.put(box.id(), id);
            Component card = original.filter(old -> old.kind().equals(kind)).map(old -> renamed(old, box))
                    .orElseGet(() -> new Component(id, kind, step, box.title(), 0, 0, Component.DEFAULT_WIDTH,
                            Component.DEFAULT_HEIGHT, Fields.none()));
            if (box.frame().isPresent() && box.frame().get() == step) {
                Bounds at = box.inFrame();
                Component placed = card.withStep(step).movedTo(Math.max(0, at.x() - FrameLayout.PADDING),
                        Math.max(0, at.y() - FrameLayout.TOP));
                cards.add(original.isPresent() ? placed.resizedTo(at.width(), at.height()) : placed);
            } else {
                cards.add(card.withStep(step));
                loose.computeIfAbsent(step, _ -> new ArrayList<>()).add(box);
            }
        }
        return placed(Elements.of(cards), loose);
    }

    /** As {@link Ids#next}, going on from the last number: a drawing may have thousands of one kind. */
    private String fresh(String base) {
        int number = numbers.getOrDefault(base, 1);
        String id = number == 1 ? base : base + "-" + number;
        while (!used.add(id)) {
            number++;
            id = base + "-" + number;
        }
        numbers.put(base, number);
        return id;
    }

    /** The title as the drawing has it; the old one when only the writing differs, such as a blank title shown as its kind. */
    private Component renamed(Component card, Sketch.Box box) {
        boolean same = Limits.cut(contents.titleOf(card), Limits.TITLE).equals(box.title());
        return same ? card : card.withTitle(box.title());
    }

    /** Cards without a place in a frame of ours: beside those that have one, or, in a foreign drawing, in its columns and rows. */
    private Elements<Component> placed(Elements<Component> cards, Map<Step, List<Sketch.Box>> loose) {
        Elements<Component> all = cards;
        for (Map.Entry<Step, List<Sketch.Box>> entry : loose.entrySet()) {
            List<Sketch.Box> boxes = entry.getValue();
            Set<String> ids = new HashSet<>();
            boxes.forEach(box -> ids.add(idOfBox.getOrDefault(box.id(), "")));
            boolean alone = all.stream().noneMatch(card -> card.step() == entry.getKey() && !ids.contains(card.id()));
            Map<String, Point> places = SketchPlaces.of(boxes);
            double below = alone
                    ? 0
                    : all.stream().filter(card -> card.step() == entry.getKey() && !ids.contains(card.id()))
                            .mapToDouble(card -> card.y() + card.height()).max().orElse(0) + 2 * FrameLayout.GRID;
            double first = Math.ceil(below / FrameLayout.GRID) * FrameLayout.GRID;
            List<Component> moved = new ArrayList<>();
            for (Sketch.Box box : boxes) {
                Point place = places.getOrDefault(box.id(), new Point(0, 0));
                all.get(idOfBox.getOrDefault(box.id(), ""))
                        .ifPresent(card -> moved.add(card.movedTo(place.x(), place.y() + first)));
            }
            all = all.withAll(moved);
        }
        return all;
    }

    private Elements<Group> groups() {
        List<Group> groups = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Sketch.Area area : sketch.areas()) {
            base.groups().get(area.mark().element()).filter(group -> taken.add(group.id())).ifPresent(group -> {
                Bounds at = area.bounds();
                boolean same = SketchBuilder.title(group.title()).equals(area.title());
                groups.add((same ? group : group.withTitle(area.title())).movedTo(at.x(), at.y())
                        .resizedTo(at.width(), at.height()));
            });
        }
        return Elements.of(groups);
    }

    private Elements<Link> links(Design design) {
        List<Link> links = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        for (Sketch.Arrow arrow : sketch.arrows()) {
            String from = idOfBox.get(arrow.from());
            String to = idOfBox.get(arrow.to());
            if (from == null || to == null) {
                remarks.add("An arrow at a note is left out.");
                continue;
            }
            Optional<Link> original = base.links().get(arrow.mark().element()).filter(link -> taken.add(link.id()))
                    .filter(link -> link.from().equals(from) && link.to().equals(to));
            if (original.isPresent()) {
                Link link = original.get();
                boolean same = SketchBuilder.title(link.label()).equals(arrow.label());
                links.add(same ? link : link.withLabel(arrow.label()));
                pairs.add(pair(link));
                continue;
            }
            if (from.equals(to)) {
                remarks.add("An arrow from “" + title(design, from) + "” to itself is left out.");
                continue;
            }
            Link link = new Link(fresh("link"), linkKind(design, arrow, from, to), from, to, arrow.label());
            if (!pairs.add(pair(link))) {
                remarks.add("A second " + link.kind().id() + " link from “" + title(design, from) + "” to “"
                        + title(design, to) + "” is left out.");
            } else {
                links.add(link);
            }
        }
        // A link that no drawing can show cannot have been deleted in one.
        base.links().stream().filter(link -> !base.components().contains(link.from())
                || !base.components().contains(link.to())).filter(link -> taken.add(link.id())).forEach(links::add);
        return Elements.of(links);
    }

    private static String pair(Link link) {
        return link.kind() + "\n" + link.from() + "\n" + link.to();
    }

    private Link.Kind linkKind(Design design, Sketch.Arrow arrow, String from, String to) {
        for (Link.Kind kind : Link.Kind.values()) {
            if (kind.id().equals(arrow.mark().kind())) {
                return kind;
            }
        }
        List<Link.Kind> possible = catalogue.possibleLinks(design, from, to);
        if (arrow.dashed() && (possible.isEmpty() || possible.contains(Link.Kind.FEEDBACK))) {
            return Link.Kind.FEEDBACK;
        }
        if (possible.isEmpty()) {
            remarks.add("The link from “" + title(design, from) + "” to “" + title(design, to)
                    + "” does not fit their kinds: " + catalogue.mayLink(design, Link.Kind.DATA, from, to).reason());
            return Link.Kind.DATA;
        }
        return possible.getFirst();
    }

    private String title(Design design, String id) {
        return new Contents(design, catalogue).titleOf(id);
    }

    /** Notes of ours stay where they are; others, and boxes that became notes, go in a column beside the frames. */
    private Elements<Note> notes(Design design) {
        List<Note> notes = new ArrayList<>();
        List<Sketch.Note> others = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Sketch.Note note : sketch.notes()) {
            Optional<Note> original = base.notes().get(note.mark().element()).filter(old -> taken.add(old.id()));
            if (original.isPresent()) {
                Note old = original.get();
                boolean same = isSame(old.text(), note.text());
                Bounds at = note.bounds();
                notes.add((same ? old : old.withText(note.text())).movedTo(at.x(), at.y()).resizedTo(at.width(),
                        at.height()));
            } else {
                others.add(note);
            }
        }
        sketch.boxes().stream().filter(box -> kind(box).equals(Guess.NOTE) && !box.title().isEmpty())
                .forEach(box -> others.add(new Sketch.Note(box.title(), box.bounds(), box.mark())));
        others.sort(Comparator.comparingDouble((Sketch.Note note) -> note.bounds().y())
                .thenComparingDouble(note -> note.bounds().x()));
        double x = FrameLayout.of(design).extent().right() + 2 * FrameLayout.GRID;
        double y = 0;
        for (Sketch.Note note : others) {
            long lines = note.text().lines().mapToLong(line -> 1 + line.length() / NOTE_LETTERS).sum();
            double height = (Math.min(lines, 20) + 1) * NOTE_LINE;
            notes.add(new Note(fresh("note"), note.text(), x, y, NOTE_WIDTH, height));
            y += height + FrameLayout.GRID;
        }
        return Elements.of(notes);
    }

    /** Whether a text is what was written for a note: with its marks, with other marks of the same look, or without. */
    private static boolean isSame(String old, String read) {
        NoteText text = NoteText.of(CleanText.block(old));
        return text.equals(NoteText.of(read))
                || Stream.of(CleanText.block(old), text.plain()).anyMatch(
                        written -> Limits.cut(written, Limits.NOTE).equals(read));
    }
}
