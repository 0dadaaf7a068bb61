package dev.sevenstep.design.edit;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Problem;
import dev.sevenstep.design.Validation;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A component made one of another kind, keeping what fits: id, size, the title unless it was the old kind's name, fields that
 * the new kind has under the same key and type and in range, and links that it may have. It stays where it is when both kinds
 * belong to one step; otherwise it gets a free place in the other step's frame.
 *
 * @param edit the change, as one entry of the history
 * @param lost what does not fit, in words, fields first; empty when all of it does
 */
public record Replacement(Edit edit, List<String> lost) {
    public Replacement {
        lost = List.copyOf(lost);
    }

    /** Empty when the design has no such component. */
    public static Optional<Replacement> of(Design design, Catalogue catalogue, String cardId, Kind kind) {
        return design.components().get(cardId).map(card -> of(design, catalogue, card, kind));
    }

    private static Replacement of(Design design, Catalogue catalogue, Component card, Kind kind) {
        Component changed = moved(design, titled(catalogue, card, kind), kind).withKind(kind.id(), card.fields());
        Set<String> refused = refused(design, catalogue, changed);
        Fields kept = card.fields();
        List<String> lost = new ArrayList<>();
        for (String key : card.fields().values().keySet()) {
            if (refused.contains(key) || kind.field(key).isEmpty()) {
                kept = kept.without(key);
                lost.add(catalogue.field(card.kind(), key).map(FieldSpec::label).orElse(key));
            }
        }
        Component after = changed.withKind(kind.id(), kept);
        Design with = design.withComponents(design.components().with(after));
        Set<String> gone = with.links().stream().filter(link -> touches(link, card.id()))
                .filter(link -> !LinkEdits.mayReconnect(with, catalogue, link.id(), link.from(), link.to()).allowed())
                .map(Link::id).collect(Collectors.toSet());
        design.links().stream().filter(link -> gone.contains(link.id()))
                .forEach(link -> lost.add(words(design, link, card.id())));
        return new Replacement(new Edit("Make " + Titles.of(card) + " a " + kind.name(),
                before -> before.withComponents(before.components().with(after))
                        .withLinks(before.links().without(link -> gone.contains(link.id())))),
                lost);
    }

    private static Component titled(Catalogue catalogue, Component card, Kind kind) {
        boolean usual = catalogue.kind(card.kind()).filter(old -> old.name().equals(card.title())).isPresent();
        return usual ? card.withTitle(kind.name()) : card;
    }

    private static Component moved(Design design, Component card, Kind kind) {
        if (card.step() == kind.step()) {
            return card;
        }
        Point place = FrameLayout.placeFor(design, kind.step(), card.width(), card.height());
        return card.withStep(kind.step()).movedTo(place.x(), place.y());
    }

    private static Set<String> refused(Design design, Catalogue catalogue, Component changed) {
        Design with = design.withComponents(design.components().with(changed));
        return Validation.of(with, catalogue).stream().filter(problem -> problem.element().equals(changed.id())
                && problem.severity() == Problem.Severity.ERROR).map(Problem::field).collect(Collectors.toSet());
    }

    private static boolean touches(Link link, String id) {
        return link.from().equals(id) || link.to().equals(id);
    }

    private static String words(Design design, Link link, String id) {
        boolean out = link.from().equals(id);
        return "link " + (out ? "to " : "from ") + Titles.of(design, Set.of(out ? link.to() : link.from()));
    }
}
