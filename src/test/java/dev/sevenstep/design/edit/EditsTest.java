package dev.sevenstep.design.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.io.CatalogueReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each edit does to a design, seen from outside. */
class EditsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final FieldSpec REPLICAS = CATALOGUE.field("ranker-service", "replicas").orElseThrow();
    private static final Value SIX = new Value.Quantity(6, Unit.NONE, Source.GIVEN);

    private static Component card(String id, double x, double y) {
        return new Component(id, "ranker-service", Step.SERVING, "Title of " + id, x, y, 168, 72, Fields.none(), false,
                Map.of("later", 1L));
    }

    private static Link link(String id, String from, String to) {
        return new Link(id, Link.Kind.REQUEST, from, to, "calls", false, Map.of("later", 2L));
    }

    /** Two cards with a link, a note, a group and a decision. */
    private static Design design() {
        return Design.empty("d", "Design").withComponents(Elements.of(List.of(card("a", 100, 50), card("b", 300, 0))))
                .withLinks(Elements.of(List.of(link("l", "a", "b"))))
                .withNotes(Elements.of(List.of(new Note("n", "Why?", 10, 20, 160, 80))))
                .withGroups(Elements.of(List.of(new Group("g", "Path", "neutral", 0, 0, 400, 200))))
                .withDecisions(Elements.of(List.of(
                        new Decision("q", Step.MODEL, "Ranker", "Trees", List.of(), "Fast", Map.of()))));
    }

    private static Edit paste(List<Component> components, List<Link> links, double dx, double dy) {
        return Edits.paste(Fragments.shifted(Design.empty("fragment", "").withComponents(Elements.of(components))
                .withLinks(Elements.of(links)), dx, dy));
    }

    private static Component component(Design design, String id) {
        return design.components().get(id).orElseThrow();
    }

    @Test
    void anEditOfAnElementThatIsNotThereChangesNothing() {
        Design design = design();
        List<Edit> edits = List.of(Edits.rename("gone", "x"), Edits.setField("gone", REPLICAS, SIX),
                Edits.clearField("gone", REPLICAS), Edits.setLinkKind("gone", Link.Kind.DATA),
                Edits.setLinkLabel("gone", "x"), Edits.setNoteText("gone", "x"),
                Edits.setGroupTones(Set.of("gone"), "bad"),
                Edits.move(design, Set.of("gone"), 10, 10), Edits.place(design, "gone", Step.DATA, 1, 1),
                Edits.resize(design, "gone", 10, 10),
                Edits.delete(design, Set.of("gone")), Edits.paste(Design.empty("fragment", "")));
        for (Edit edit : edits) {
            assertEquals(design, edit.applyTo(design), edit.name(design));
            assertFalse(History.ofSaved(design).apply(edit), edit.name(design));
        }
    }

    @Test
    void aNewComponentHasAnIdOfItsOwnAndKeepsOffTheEdge() {
        Kind kind = CATALOGUE.kind("ranker-service").orElseThrow();
        Component first = Edits.newComponent(design(), kind, -20, 5);
        assertEquals("ranker-service", first.id());
        assertEquals(0, first.x());
        assertEquals(5, first.y());
        assertEquals(Step.SERVING, first.step());
        assertTrue(first.fields().isEmpty());
        Design added = Edits.addComponent(first).applyTo(design());
        assertEquals("ranker-service-2", Edits.newComponent(added, kind, 0, 0).id());
        assertEquals(3, added.components().size());
        assertEquals("Add Ranker service", Edits.addComponent(first).name(design()));
    }

    @Test
    void movingASelectionKeepsItsShapeAtTheEdge() {
        Design moved = Edits.move(design(), Set.of("a", "b", "n", "g"), -150, -30).applyTo(design());
        assertEquals(0, component(moved, "a").x(), "a stands 100 from the edge");
        assertEquals(200, component(moved, "b").x(), "b keeps its distance from a");
        assertEquals(50, component(moved, "a").y());
        assertEquals(0, component(moved, "b").y(), "b stands at the top already");
        assertEquals(-90, moved.notes().get("n").orElseThrow().x(), "notes go the way of the cards");
        assertEquals(-100, moved.groups().get("g").orElseThrow().x());
    }

    @Test
    void notesAloneMayLeaveTheOrigin() {
        Design moved = Edits.move(design(), Set.of("n"), -50, -50).applyTo(design());
        assertEquals(-40, moved.notes().get("n").orElseThrow().x());
        assertEquals(-30, moved.notes().get("n").orElseThrow().y());
    }

    @Test
    void movingThereAndBackIsNoChange() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            Design start = design();
            double dx = random.nextInt(0, 500);
            double dy = random.nextInt(0, 500);
            Set<String> some = new LinkedHashSet<>(List.of("a", "b", "n", "g").subList(0, 1 + random.nextInt(4)));
            Design there = Edits.move(start, some, dx, dy).applyTo(start);
            assertEquals(start, Edits.move(there, some, -dx, -dy).applyTo(there), "seed 5, round " + i);
        }
    }

    @Test
    void noMoveIsTheSameDesign() {
        Design design = design();
        assertSame(design, Edits.move(design, Set.of("a"), 0, 0).applyTo(design));
        assertSame(design, Edits.move(design, Set.of("b"), 0, -10).applyTo(design), "stopped by the edge");
    }

    @Test
    void placesAreKeptFromGoingNegative() {
        Design placed = Edits.place(design(), "a", Step.DATA, -5, -6).applyTo(design());
        assertEquals(Step.DATA, component(placed, "a").step());
        assertEquals(0, component(placed, "a").x());
        assertEquals(0, component(placed, "a").y());
    }

    @Test
    void twoComponentsChangePlacesInTheOrderAndNothingElse() {
        Design design = design();
        Design swapped = Edits.swap(design, "b", "a").applyTo(design);
        assertEquals(List.of("b", "a"), swapped.components().stream().map(Component::id).toList());
        assertEquals(component(design, "a"), component(swapped, "a"));
        assertEquals(design, Edits.swap(design, "a", "b").applyTo(swapped));
        assertEquals(design, Edits.swap(design, "a", "gone").applyTo(design));
        assertEquals("Move Title of b", Edits.swap(design, "b", "a").name(design));
    }

    @Test
    void resizeFindsWhateverHasTheId() {
        Design resized = design();
        for (String id : List.of("a", "n", "g")) {
            resized = Edits.resize(resized, id, 200, 100).applyTo(resized);
        }
        assertEquals(200, component(resized, "a").width());
        assertEquals(100, resized.notes().get("n").orElseThrow().height());
        assertEquals(200, resized.groups().get("g").orElseThrow().width());
        assertEquals(168, component(resized, "b").width());
    }

    @Test
    void deletingAComponentTakesItsLinksAndLeavesReferences() {
        Value.References toA = new Value.References(List.of("a", "b"));
        Design design = design();
        design = design.withComponents(design.components()
                .with(card("b", 300, 0).withFields(Fields.none().with("reads", toA))));
        Design deleted = Edits.delete(design, Set.of("a")).applyTo(design);
        assertEquals(List.of("b"), deleted.components().stream().map(Component::id).toList());
        assertTrue(deleted.links().isEmpty());
        assertEquals(Optional.of(toA), component(deleted, "b").fields().get("reads"), "shown as broken, undo mends it");
        assertEquals("Delete Title of a", Edits.delete(design, Set.of("a")).name(design));
    }

    @Test
    void anySortOfElementCanBeDeletedTogether() {
        Design design = design();
        Design left = Edits.delete(design, Set.of("a", "b", "l", "n", "g", "q")).applyTo(design);
        assertEquals(Design.empty("d", "Design"), left);
        assertEquals("Delete 6 elements", Edits.delete(design, Set.of("a", "b", "l", "n", "g", "q")).name(design));
        assertEquals("Delete link Title of a → Title of b", Edits.delete(design, Set.of("l")).name(design));
        assertEquals("Delete note “Why?”", Edits.delete(design, Set.of("n")).name(design));
        assertEquals("Delete Ranker", Edits.delete(design, Set.of("q")).name(design));
    }

    @Test
    void whatIsLockedStaysAsItIs() {
        Design design = Edits.setLocked(design(), Set.of("a", "n", "g", "gone"), true).applyTo(design());
        assertTrue(component(design, "a").locked());
        assertEquals(design, Edits.move(design, Set.of("a", "n", "g"), 10, 10).applyTo(design));
        assertEquals(310, component(Edits.move(design, Set.of("a", "b"), 10, 0).applyTo(design), "b").x());
        for (String id : List.of("a", "n", "g")) {
            assertEquals(design, Edits.resize(design, id, 1, 1).applyTo(design), id);
            assertEquals(design, Edits.delete(design, Set.of(id)).applyTo(design), id);
        }
        assertEquals("Scorer", component(Edits.rename("a", "Scorer").applyTo(design), "a").title(),
                "locked in place, not in words");
        assertEquals(design(), Edits.setLocked(design, Set.of("a", "n", "g"), false).applyTo(design));
    }

    @Test
    void aLinkIsSwitchedOffAndOnAgain() {
        Design off = Edits.setDisabled(Set.of("l", "gone"), true).applyTo(design());
        assertTrue(off.links().get("l").orElseThrow().disabled());
        assertEquals(design(), Edits.setDisabled(Set.of("l"), false).applyTo(off));
    }

    @Test
    void renameGivesComponentsAndGroupsATitle() {
        Design renamed = Edits.rename("g", "Hot").then(Edits.rename("a", "Scorer")).applyTo(design());
        assertEquals("Scorer", component(renamed, "a").title());
        assertEquals("Hot", renamed.groups().get("g").orElseThrow().title());
        assertEquals("Title of b", component(renamed, "b").title());
    }

    @Test
    void fieldsAreSetReplacedAndCleared() {
        Design set = Edits.setField("a", REPLICAS, SIX).applyTo(design());
        assertEquals(Optional.of(SIX), component(set, "a").fields().get("replicas"));
        assertEquals(design(), Edits.clearField("a", REPLICAS).applyTo(set));
        FieldSpec goal = CATALOGUE.stepFields(Step.PROBLEM).getFirst();
        Design stated = Edits.setStepField(Step.PROBLEM, goal, new Value.Text("Less fraud")).applyTo(design());
        assertEquals(Optional.of(new Value.Text("Less fraud")), stated.fields(Step.PROBLEM).get(goal.key()));
        assertEquals(design(), Edits.clearStepField(Step.PROBLEM, goal).applyTo(stated));
    }

    @Test
    void aLinkThatDoesNotFitIsRefusedWithTheReason() {
        Design design = design();
        assertEquals("Title of a cannot be linked to itself.", assertThrows(IllegalArgumentException.class,
                () -> Edits.addLink(design, CATALOGUE, Link.Kind.REQUEST, "a", "a")).getMessage());
        assertThrows(IllegalArgumentException.class,
                () -> Edits.addLink(design, CATALOGUE, Link.Kind.REQUEST, "a", "gone"));
        assertThrows(IllegalArgumentException.class,
                () -> Edits.addLink(design, CATALOGUE, Link.Kind.REQUEST, "a", "b"), "there is one already");
        Edit back = Edits.addLink(design, CATALOGUE, Link.Kind.REQUEST, "b", "a");
        assertEquals("Link Title of b to Title of a", back.name(design));
        Link added = back.applyTo(design).links().list().getLast();
        assertEquals(new Link("link", Link.Kind.REQUEST, "b", "a", ""), added);
    }

    @Test
    void linksNotesAndGroupsChangeInPlaceAndKeepWhatIsUnknown() {
        Design changed = Edits.setLinkKind("l", Link.Kind.FEEDBACK).then(Edits.setLinkLabel("l", "outcomes"))
                .then(Edits.setNoteText("n", "Because")).then(Edits.setGroupTones(Set.of("g"), "bad"))
                .applyTo(design());
        assertEquals(new Link("l", Link.Kind.FEEDBACK, "a", "b", "outcomes", false, Map.of("later", 2L)),
                changed.links().get("l").orElseThrow());
        assertEquals("Because", changed.notes().get("n").orElseThrow().text());
        assertEquals("bad", changed.groups().get("g").orElseThrow().tone());
    }

    @Test
    void puttingAddsOrReplaces() {
        Note note = new Note("n2", "New", 0, 0, 1, 1);
        Group group = new Group("g", "Other", "ok", 1, 1, 1, 1);
        Decision decision = new Decision("q", Step.DATA, "Store", "SQL", List.of(), "", Map.of());
        Design put = Edits.putNote(note).then(Edits.putGroup(group)).then(Edits.putDecision(decision))
                .applyTo(design());
        assertEquals(List.of("n", "n2"), put.notes().stream().map(Note::id).toList());
        assertEquals(List.of(group), put.groups().list());
        assertEquals(List.of(decision), put.decisions().list());
    }

    @Test
    void titleQuestionAndSummary() {
        Design design = Edits.setTitle("T").then(Edits.setQuestion("Q")).then(Edits.setSummary("S")).applyTo(design());
        assertEquals(List.of("T", "Q", "S"), List.of(design.title(), design.question(), design.summary()));
        assertEquals("Title the design “T”", Edits.setTitle("T").then(Edits.setQuestion("Q")).name(design),
                "the first one's name");
    }

    /** Each name says of what, and where it is short to which value. */
    @Test
    void namesSayWhatWasChangedAndToWhat() {
        Design design = design();
        assertNames(design, Map.ofEntries(
                Map.entry("Title the design “Card fraud, for a bank with two mil…”",
                        Edits.setTitle("Card fraud, for a bank with two million cards")),
                Map.entry("Set question of the design to “Which?”", Edits.setQuestion("Which?")),
                Map.entry("Set Replicas of Title of a to 6", Edits.setField("a", REPLICAS, SIX)),
                Map.entry("Clear Replicas of Title of a", Edits.clearField("a", REPLICAS)),
                Map.entry("Set Replicas of 2 components to 6", Edits.setFields(Set.of("a", "b"), REPLICAS, SIX)),
                Map.entry("Set Replicas of Data to 6", Edits.setStepField(Step.DATA, REPLICAS, SIX)),
                Map.entry("Rename Title of a to “Scorer”", Edits.rename("a", "Scorer")),
                Map.entry("Label Title of a → Title of b “calls”", Edits.setLinkLabel("l", "calls")),
                Map.entry("Clear label of Title of a → Title of b", Edits.setLinkLabel("l", "")),
                Map.entry("Make Title of a → Title of b a data link", Edits.setLinkKind("l", Link.Kind.DATA)),
                Map.entry("Disable link Title of a → Title of b", Edits.setDisabled(Set.of("l"), true)),
                Map.entry("Edit note “Why so…”", Edits.setNoteText("n", "Why so\nand not otherwise")),
                Map.entry("Colour Path red", Edits.setGroupTones(Set.of("g"), "bad")),
                Map.entry("Set choice of decision Ranker to “Trees”", Edits.changeDecision("q", "Set choice",
                        Optional.of("Trees"), decision -> decision)),
                Map.entry("Align left: 2 components", Arrange.align(Set.of("a", "b"), Arrange.Line.LEFT)),
                Map.entry("Delete 2 elements", Edits.delete(design, Set.of("a", "n")))));
    }

    private static void assertNames(Design design, Map<String, Edit> edits) {
        edits.forEach((name, edit) -> assertEquals(name, edit.name(design)));
    }

    @Test
    void copiesGetNewIdsAndPointAtEachOther() {
        Design design = design();
        Component reader = card("b", 300, 0)
                .withFields(Fields.none().with("reads", new Value.References(List.of("a", "elsewhere"))));
        Edit paste = paste(List.of(card("a", 100, 50), reader), List.of(link("l", "a", "b"),
                link("out", "a", "elsewhere")), -500, 24);
        Design pasted = paste.applyTo(design);
        assertEquals("Paste 2 components", paste.name(design));
        List<Component> copies = pasted.components().list().subList(2, 4);
        assertEquals(List.of("ranker-service", "ranker-service-2"), copies.stream().map(Component::id).toList());
        assertEquals(0, copies.getFirst().x(), "kept from going negative");
        assertEquals(74, copies.getFirst().y());
        assertEquals(Map.of("later", 1L), copies.getFirst().unknown());
        assertEquals(Optional.of(new Value.References(List.of("ranker-service"))),
                copies.getLast().fields().get("reads"), "what is not in this design is not pointed at");
        assertEquals(List.of(link("l", "a", "b"), new Link("link", Link.Kind.REQUEST, "ranker-service",
                "ranker-service-2", "calls", false, Map.of("later", 2L))), pasted.links().list());
    }

    @Test
    void pastingTwiceNeverMeetsAnId() {
        Design design = design();
        for (int i = 0; i < 20; i++) {
            design = paste(design.components().list(), design.links().list(), 1, 1).applyTo(
                    design.components().size() > 200 ? design() : design);
        }
        List<String> ids = new ArrayList<>();
        List.<Elements<? extends Element>>of(design.components(), design.links(), design.notes(), design.groups(),
                design.decisions()).forEach(elements -> elements.forEach(element -> ids.add(element.id())));
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(ids.size(), Ids.used(design).size());
    }

    @Test
    void typingOneFieldIsOneEntryAndTypingAnotherIsItsOwn() {
        History history = History.ofSaved(design());
        Optional<String> replicas = Optional.of("field a replicas");
        for (double n : new double[]{1, 12, 120}) {
            history.apply(Edits.setField("a", REPLICAS, new Value.Quantity(n, Unit.NONE, Source.ASSUMED)), replicas);
        }
        history.apply(Edits.rename("a", "S"), Optional.of("rename a"));
        history.apply(Edits.rename("a", "Sc"), Optional.of("rename a"));
        assertEquals(List.of("Set Replicas of Title of a to 120", "Rename Title of a to “Sc”"),
                history.entries().stream().map(History.Line::name)
                        .toList());
        history.undo();
        assertEquals("Title of a", component(history.current(), "a").title());
        history.undo();
        assertEquals(design(), history.current());
    }

    @Test
    void everyEditIsUndoneExactly() {
        Design design = design();
        List<Edit> edits = List.of(Edits.rename("a", "x"), Edits.setField("a", REPLICAS, SIX),
                Edits.move(design, Set.of("a", "n", "g"), 7, 8), Edits.place(design, "a", Step.DATA, 1, 2),
                Edits.resize(design, "g", 1, 2), Edits.delete(design, Set.of("a", "q")),
                Edits.addLink(design, CATALOGUE, Link.Kind.REQUEST, "b", "a"), Edits.setLinkLabel("l", "y"),
                paste(design.components().list(), design.links().list(), 5, 5), Edits.setSummary("s"));
        for (Edit edit : edits) {
            History history = History.ofSaved(design);
            assertTrue(history.apply(edit), edit.name(design));
            assertTrue(history.isChanged(), edit.name(design));
            Design after = history.current();
            history.undo();
            assertSame(design, history.current(), edit.name(design));
            assertFalse(history.isChanged(), edit.name(design));
            history.redo();
            assertSame(after, history.current(), edit.name(design));
        }
    }
}
