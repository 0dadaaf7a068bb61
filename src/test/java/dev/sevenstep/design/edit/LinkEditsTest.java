package dev.sevenstep.design.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Problem;
import dev.sevenstep.design.Validation;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkEditsTest {
    private final Catalogue catalogue = CatalogueReader.bundled();

    private Kind kind(String id) {
        return catalogue.kind(id).orElseThrow();
    }

    private Design with(Design design, String kind) {
        return Edits.addComponent(Edits.newComponent(design, kind(kind), 0, 0)).applyTo(design);
    }

    private Design path() {
        Design design = with(with(Design.empty("d", "Test"), "gateway"), "ab-splitter");
        Design linked = Edits.addLink(design, catalogue, Link.Kind.REQUEST, "gateway", "ab-splitter").applyTo(design);
        return Edits.setLinkLabel("link", "5,000/s").applyTo(linked);
    }

    @Test
    void aNewComponentSplitsALinkInTwo() {
        Design before = path();
        Component card = Edits.newComponent(before, kind("load-balancer"), 0, 0);
        Design after = LinkEdits.insert(before, catalogue, "link", card).applyTo(before);
        assertEquals(List.of(
                new Link("link", Link.Kind.REQUEST, "gateway", "load-balancer", "5,000/s"),
                new Link("link-2", Link.Kind.REQUEST, "load-balancer", "ab-splitter", "")), after.links().list());
        assertTrue(after.components().contains("load-balancer"));
    }

    private static Design at(Design design, String card, double x) {
        return Edits.place(design, card, design.components().get(card).orElseThrow().step(), x, 80).applyTo(design);
    }

    @Test
    void betweenTwoCardsOfItsFrameItIsPutInLineAndTheRestPushedOn() {
        Design before = at(at(path(), "gateway", 0), "ab-splitter", 248);
        Component far = Edits.newComponent(before, kind("cache"), 496, 0);
        Design with = Edits.addComponent(far).applyTo(before);
        Component card = Edits.newComponent(with, kind("load-balancer"), 90, 90);
        Design after = LinkEdits.insert(with, catalogue, "link", card).applyTo(with);
        assertEquals(List.of(0.0, 416.0, 664.0, 208.0), after.components().stream().map(Component::x).toList());
        assertEquals(80, after.components().get("load-balancer").orElseThrow().y());
        Design roomy = at(with, "ab-splitter", 600);
        Design same = LinkEdits.insert(roomy, catalogue, "link", card).applyTo(roomy);
        assertEquals(600, same.components().get("ab-splitter").orElseThrow().x(), "there is room enough");
    }

    @Test
    void whatDoesNotFitBetweenIsRefusedWithTheReason() {
        Design before = path();
        Component card = Edits.newComponent(before, kind("objective"), 0, 0);
        assertTrue(LinkEdits.mayInsert(before, catalogue, "link", card).reason().contains("Objective"));
        assertThrows(IllegalArgumentException.class, () -> LinkEdits.insert(before, catalogue, "link", card));
        Component end = before.components().get("gateway").orElseThrow();
        assertFalse(LinkEdits.mayInsert(before, catalogue, "link", end).allowed());
    }

    @Test
    void halvesThatAreThereAlreadyAreNotDrawnTwice() {
        Design before = with(path(), "load-balancer");
        Design linked = Edits.addLink(before, catalogue, Link.Kind.REQUEST, "gateway", "load-balancer").applyTo(before);
        Component card = linked.components().get("load-balancer").orElseThrow();
        Design after = LinkEdits.insert(linked, catalogue, "link", card).applyTo(linked);
        assertEquals(2, after.links().size());
        assertTrue(after.links().stream().noneMatch(link -> link.to().equals("ab-splitter")
                && link.from().equals("gateway")));
        assertEquals(List.of(), errors(after));
    }

    @Test
    void anEndGoesToAnotherComponentOrIsRefused() {
        Design before = with(with(path(), "load-balancer"), "objective");
        assertTrue(LinkEdits.mayReconnect(before, catalogue, "link", "gateway", "load-balancer").allowed());
        Design after = LinkEdits.reconnect(before, "link", "gateway", "load-balancer").applyTo(before);
        assertEquals("load-balancer", after.links().get("link").orElseThrow().to());
        assertEquals("5,000/s", after.links().get("link").orElseThrow().label());
        assertFalse(LinkEdits.mayReconnect(before, catalogue, "link", "gateway", "objective").allowed());
        assertTrue(LinkEdits.mayReconnect(before, catalogue, "link", "gateway", "ab-splitter").allowed(),
                "where it is it may stay");
        assertSame(before, LinkEdits.reconnect(before, "link", "gateway", "ab-splitter").applyTo(before));
    }

    @Test
    void replacingKeepsWhatFitsAndNamesTheRest() {
        Design sample = Samples.open("card-fraud");
        for (Component card : sample.components()) {
            for (Kind kind : catalogue.kinds()) {
                Replacement replacement = Replacement.of(sample, catalogue, card.id(), kind).orElseThrow();
                Design after = replacement.edit().applyTo(sample);
                String what = card.id() + " as " + kind.id();
                Component now = after.components().get(card.id()).orElseThrow();
                assertEquals(kind.id(), now.kind(), what);
                assertEquals(kind.step(), now.step(), what);
                int gone = card.fields().values().size() - now.fields().values().size() + sample.links().size()
                        - after.links().size();
                assertEquals(gone, replacement.lost().size(), what + " lost " + replacement.lost());
                assertEquals(errors(sample).size(),
                        errors(after).stream().filter(problem -> !problem.message().contains("points at")).count(),
                        what + ": " + errors(after));
            }
        }
    }

    @Test
    void replacingWithItsOwnKindLosesNothing() {
        Design sample = Samples.open("card-fraud");
        for (Component card : sample.components()) {
            Replacement same = Replacement.of(sample, catalogue, card.id(), kind(card.kind())).orElseThrow();
            assertEquals(List.of(), same.lost());
            assertEquals(sample, same.edit().applyTo(sample));
        }
    }

    @Test
    void onlyATitleThatIsTheKindsNameChangesWithTheKind() {
        Design before = path();
        Design after = Replacement.of(before, catalogue, "gateway", kind("load-balancer")).orElseThrow().edit()
                .applyTo(before);
        assertEquals("Load balancer", after.components().get("gateway").orElseThrow().title());
        Design named = Edits.rename("gateway", "Front door").applyTo(before);
        Design kept = Replacement.of(named, catalogue, "gateway", kind("load-balancer")).orElseThrow().edit()
                .applyTo(named);
        assertEquals("Front door", kept.components().get("gateway").orElseThrow().title());
        assertEquals(1, kept.links().size(), "a load balancer gives requests too");
    }

    private List<Problem> errors(Design design) {
        return Validation.of(design, catalogue).stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR).toList();
    }
}
