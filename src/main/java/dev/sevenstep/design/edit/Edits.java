package dev.sevenstep.design.edit;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Element;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Ids;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.LinkCheck;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.ValueText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The edits a user can make. An edit of an element that is not in the design changes nothing. Positions of components count
 * from the content origin of their step's frame and are kept from going negative.
 */
public final class Edits {
    private Edits() {
    }

    /** A card of {@code kind} for {@code design}, with an id of its own, the kind's name as title and no fields. */
    public static Component newComponent(Design design, Kind kind, double x, double y) {
        return new Component(Ids.next(design, kind.id()), kind.id(), kind.step(), kind.name(), Math.max(0, x),
                Math.max(0, y), Component.DEFAULT_WIDTH, Component.DEFAULT_HEIGHT, Fields.none());
    }

    public static Edit addComponent(Component component) {
        return new Edit("Add " + Titles.of(component),
                design -> design.withComponents(design.components().with(component)));
    }

    /**
     * Adds copies of what a fragment holds: ids are new and nothing is locked, ends of links and references follow the
     * copies, links with an end outside are left out.
     *
     * @param fragment placed as it should stand, see {@link Fragments#placed}
     */
    public static Edit paste(Design fragment) {
        return new Edit("Paste " + Titles.of(fragment, Fragments.added(Design.empty("", ""), fragment)),
                design -> Copies.paste(design, fragment));
    }

    /** Moves components, notes and groups by the same way; a component stops at the edge of its frame. */
    public static Edit move(Design design, Set<String> ids, double dx, double dy) {
        return new Edit("Move " + Titles.of(design, ids), before -> moved(before, ids, dx, dy));
    }

    private static Design moved(Design design, Set<String> ids, double dx, double dy) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        List<Component> cards = chosen(design.components(), ids).filter(card -> !card.locked()).toList();
        for (Component card : cards) {
            left = Math.min(left, card.x());
            top = Math.min(top, card.y());
        }
        // One way for all, so that a selection keeps its shape at the edge.
        double wayX = cards.isEmpty() ? dx : Math.max(dx, -left);
        double wayY = cards.isEmpty() ? dy : Math.max(dy, -top);
        if (wayX == 0 && wayY == 0) {
            return design;
        }
        List<Component> newCards = cards.stream().map(card -> card.movedTo(card.x() + wayX, card.y() + wayY)).toList();
        List<Note> newNotes = chosen(design.notes(), ids).filter(note -> !note.locked())
                .map(note -> note.movedTo(note.x() + wayX, note.y() + wayY)).toList();
        List<Group> newGroups = chosen(design.groups(), ids).filter(group -> !group.locked())
                .map(group -> group.movedTo(group.x() + wayX, group.y() + wayY)).toList();
        return design.withComponents(design.components().withAll(newCards))
                .withNotes(design.notes().withAll(newNotes)).withGroups(design.groups().withAll(newGroups));
    }

    /** Found by id: a drag asks in every frame, and few of thousands are chosen. */
    private static <E extends Element> Stream<E> chosen(Elements<E> elements, Set<String> ids) {
        return ids.stream().flatMap(id -> elements.get(id).stream());
    }

    /** Puts a component at a place of its frame, or of another step's frame. */
    public static Edit place(Design design, String componentId, Step step, double x, double y) {
        return component(_ -> "Move " + Titles.of(design, componentId), componentId,
                card -> card.withStep(step).movedTo(Math.max(0, x), Math.max(0, y)));
    }

    /**
     * Lets two components change places in the order of the document, which is that of lists and of print. Where they stand on
     * the canvas does not change.
     */
    public static Edit swap(Design design, String one, String other) {
        return new Edit("Move " + Titles.of(design, Set.of(one)), before -> {
            List<Component> order = new ArrayList<>(before.components().list());
            Optional<Component> first = before.components().get(one);
            Optional<Component> second = before.components().get(other);
            if (first.isEmpty() || second.isEmpty()) {
                return before;
            }
            Collections.swap(order, order.indexOf(first.get()), order.indexOf(second.get()));
            return before.withComponents(Elements.of(order));
        });
    }

    /** Resizes a component, a note or a group that is not locked. */
    public static Edit resize(Design design, String id, double width, double height) {
        return new Edit("Resize " + Titles.of(design, Set.of(id)), before -> {
            Design after = before.components().get(id).filter(card -> !card.locked())
                    .map(card -> before.withComponents(before.components().with(card.resizedTo(width, height))))
                    .orElse(before);
            after = before.notes().get(id).filter(note -> !note.locked())
                    .map(note -> before.withNotes(before.notes().with(note.resizedTo(width, height)))).orElse(after);
            return before.groups().get(id).filter(group -> !group.locked())
                    .map(group -> before.withGroups(before.groups().with(group.resizedTo(width, height))))
                    .orElse(after);
        });
    }

    /**
     * Deletes elements of any sort but locked ones, and the links at deleted components. References to them stay and show as
     * broken.
     */
    public static Edit delete(Design design, Set<String> ids) {
        Set<String> named = Set.copyOf(ids);
        return new Edit("Delete " + Titles.of(design, named), before -> {
            Set<String> gone = new HashSet<>(named);
            before.components().stream().filter(Component::locked).map(Component::id).forEach(gone::remove);
            return before.withComponents(before.components().without(card -> gone.contains(card.id())))
                    .withLinks(before.links().without(link -> gone.contains(link.id()) || gone.contains(link.from())
                            || gone.contains(link.to())))
                    .withNotes(before.notes().without(note -> gone.contains(note.id()) && !note.locked()))
                    .withGroups(before.groups().without(group -> gone.contains(group.id()) && !group.locked()))
                    .withDecisions(before.decisions().without(decision -> gone.contains(decision.id())));
        });
    }

    /** Locks or unlocks components, notes and groups. */
    public static Edit setLocked(Design design, Set<String> ids, boolean locked) {
        Set<String> named = Set.copyOf(ids);
        return new Edit((locked ? "Lock " : "Unlock ") + Titles.of(design, named), before -> before
                .withComponents(before.components().withAll(before.components().stream()
                        .filter(card -> named.contains(card.id())).map(card -> card.withLocked(locked)).toList()))
                .withNotes(before.notes().withAll(before.notes().stream().filter(note -> named.contains(note.id()))
                        .map(note -> note.withLocked(locked)).toList()))
                .withGroups(before.groups().withAll(before.groups().stream()
                        .filter(group -> named.contains(group.id())).map(group -> group.withLocked(locked)).toList())));
    }

    /** Switches links off, so that they are drawn faintly and count for nothing else, or on again. */
    public static Edit setDisabled(Set<String> linkIds, boolean disabled) {
        Set<String> named = Set.copyOf(linkIds);
        return new Edit(before -> (disabled ? "Disable " : "Enable ") + Titles.of(before, named),
                before -> before.withLinks(before.links().withAll(before.links().stream()
                        .filter(link -> named.contains(link.id())).map(link -> link.withDisabled(disabled)).toList())));
    }

    /** Gives a component or a group a new title. */
    public static Edit rename(String id, String title) {
        return new Edit(before -> "Rename " + Titles.of(before, id) + " to " + Titles.quoted(title), design -> {
            Design after = design.components().get(id)
                    .map(card -> design.withComponents(design.components().with(card.withTitle(title))))
                    .orElse(design);
            return design.groups().get(id)
                    .map(group -> design.withGroups(design.groups().with(group.withTitle(title)))).orElse(after);
        });
    }

    public static Edit setField(String componentId, FieldSpec field, Value value) {
        return component(before -> set(before, field, value, Titles.of(before, componentId)), componentId,
                card -> card.withFields(card.fields().with(field.key(), value)));
    }

    public static Edit clearField(String componentId, FieldSpec field) {
        return component(before -> clear(field, Titles.of(before, componentId)), componentId,
                card -> card.withFields(card.fields().without(field.key())));
    }

    /** Sets a field in each of several components. */
    public static Edit setFields(Set<String> componentIds, FieldSpec field, Value value) {
        return each(componentIds, id -> setField(id, field, value),
                before -> set(before, field, value, Titles.of(before, componentIds)));
    }

    public static Edit clearFields(Set<String> componentIds, FieldSpec field) {
        return each(componentIds, id -> clearField(id, field), before -> clear(field, Titles.of(before, componentIds)));
    }

    private static Edit each(Set<String> ids, Function<String, Edit> edit, Function<Design, String> naming) {
        return ids.stream().map(edit).reduce(new Edit(naming, design -> design), Edit::then);
    }

    private static String set(Design design, FieldSpec field, Value value, String owner) {
        String text = ValueText.of(value, Optional.of(field), design);
        boolean words = value instanceof Value.Text || value instanceof Value.TextList
                || value instanceof Value.References;
        return text.isBlank()
                ? clear(field, owner)
                : "Set " + field.label() + " of " + owner + " to " + (words ? Titles.quoted(text) : text);
    }

    private static String clear(FieldSpec field, String owner) {
        return "Clear " + field.label() + " of " + owner;
    }

    public static Edit setStepField(Step step, FieldSpec field, Value value) {
        return new Edit(before -> set(before, field, value, step.shortName()),
                design -> design.withFields(step, design.fields(step).with(field.key(), value)));
    }

    public static Edit clearStepField(Step step, FieldSpec field) {
        return new Edit(clear(field, step.shortName()),
                design -> design.withFields(step, design.fields(step).without(field.key())));
    }

    /**
     * Links two components.
     *
     * @throws IllegalArgumentException with the reason when {@link Catalogue#mayLink} refuses: ask it first
     */
    public static Edit addLink(Design design, Catalogue catalogue, Link.Kind kind, String from, String to) {
        if (catalogue.mayLink(design, kind, from, to) instanceof LinkCheck.Refused(String reason)) {
            throw new IllegalArgumentException(reason);
        }
        Link link = new Link(Ids.next(design, "link"), kind, from, to, "");
        return new Edit("Link " + Titles.of(design, Set.of(from)) + " to " + Titles.of(design, Set.of(to)),
                before -> before.withLinks(before.links().with(link)));
    }

    public static Edit setLinkKind(String linkId, Link.Kind kind) {
        return link(linkId, (before, link) -> "Make " + Titles.of(before, link) + " a " + kind.id() + " link",
                link -> link.withKind(kind));
    }

    public static Edit setLinkLabel(String linkId, String label) {
        return link(linkId, (before, link) -> label.isBlank()
                ? "Clear label of " + Titles.of(before, link)
                : "Label " + Titles.of(before, link) + " " + Titles.quoted(label), link -> link.withLabel(label));
    }

    /** Adds a note, or replaces the one of the same id. */
    public static Edit putNote(Note note) {
        return new Edit(before -> (before.notes().contains(note.id()) ? "Edit " : "Add ") + Titles.of(note),
                design -> design.withNotes(design.notes().with(note)));
    }

    public static Edit setNoteText(String noteId, String text) {
        return new Edit(before -> "Edit " + before.notes().get(noteId).map(note -> Titles.of(note.withText(text)))
                .orElse("note"), design -> design.notes().get(noteId)
                        .map(note -> design.withNotes(design.notes().with(note.withText(text)))).orElse(design));
    }

    /** Adds a group, or replaces the one of the same id. */
    public static Edit putGroup(Group group) {
        return new Edit("Draw group " + group.title(), design -> design.withGroups(design.groups().with(group)));
    }

    /** Gives groups another of {@link Group#TONES}. */
    public static Edit setGroupTones(Set<String> groupIds, String tone) {
        return each(groupIds, id -> setGroupTone(id, tone),
                before -> "Colour " + Titles.of(before, groupIds) + " " + Group.colour(tone));
    }

    private static Edit setGroupTone(String groupId, String tone) {
        return new Edit("Colour group", design -> design.groups().get(groupId)
                .map(group -> design.withGroups(design.groups().with(group.withTone(tone)))).orElse(design));
    }

    /**
     * Changes a decision.
     *
     * @param words what is done, as the name of the edit begins: "Set choice"
     * @param value what it is set to, if that is one text
     */
    public static Edit changeDecision(String id, String words, Optional<String> value, UnaryOperator<Decision> change) {
        return new Edit(before -> words + " of decision " + Titles.of(before, id)
                + value.map(text -> " to " + Titles.quoted(text)).orElse(""),
                design -> design.decisions().get(id)
                        .map(old -> design.withDecisions(design.decisions().with(change.apply(old)))).orElse(design));
    }

    /** Adds a decision, or replaces the one of the same id. */
    public static Edit putDecision(Decision decision) {
        return new Edit(
                before -> (before.decisions().contains(decision.id()) ? "Change" : "Add") + " decision "
                        + Titles.quoted(decision.subject()),
                design -> design.withDecisions(design.decisions().with(decision)));
    }

    public static Edit setTitle(String title) {
        return new Edit("Title the design " + Titles.quoted(title), design -> design.withTitle(title));
    }

    public static Edit setQuestion(String question) {
        return new Edit("Set question of the design to " + Titles.quoted(question),
                design -> design.withQuestion(question));
    }

    public static Edit setSummary(String summary) {
        return new Edit("Set summary of the design to " + Titles.quoted(summary),
                design -> design.withSummary(summary));
    }

    /**
     * Links the design with a case study, or with none.
     *
     * @param id of the case study; empty for none
     * @param title of it, for the history
     */
    public static Edit linkCase(String id, String title) {
        return new Edit(id.isEmpty() ? "Unlink the design from its case study" : "Link the design with " + title,
                design -> design.withLinkedCase(id));
    }

    private static Edit component(Function<Design, String> naming, String id, UnaryOperator<Component> change) {
        return new Edit(naming, design -> design.components().get(id)
                .map(card -> design.withComponents(design.components().with(change.apply(card)))).orElse(design));
    }

    private static Edit link(String id, BiFunction<Design, Link, String> naming, UnaryOperator<Link> change) {
        return new Edit(before -> before.links().get(id).map(link -> naming.apply(before, link)).orElse("Change link"),
                design -> design.links().get(id)
                        .map(link -> design.withLinks(design.links().with(change.apply(link)))).orElse(design));
    }
}
