package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.LinkEdits;
import dev.sevenstep.design.edit.Replacement;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a list of kinds is opened for: to add, to add and link, to insert on a link, to make a card another kind. */
final class KindChoices {
    private final Editor editor;
    private Suggestions suggestions = Suggestions.none();

    KindChoices(Editor editor) {
        this.editor = editor;
    }

    void suggest(Suggestions now) {
        suggestions = now;
    }

    private Design design() {
        return editor.session().design();
    }

    private Catalogue catalogue() {
        return editor.session().catalogue();
    }

    /** Kinds of the step at this place first, of these the ones that the design does not have yet. */
    KindQuestion adding(Point world) {
        Step here = editor.board().shown().frames().nearest(world.x(), world.y());
        List<Kind> kinds = new ArrayList<>(catalogue().kinds());
        kinds.sort(Comparator.comparingInt((Kind kind) -> kind.step() == here ? 0 : 1)
                .thenComparingInt(kind -> has(kind) ? 1 : 0));
        return new KindQuestion("Add a component", kinds, kind -> editor.addAt(kind, world), () -> {});
    }

    private boolean has(Kind kind) {
        return design().components().stream().anyMatch(card -> card.kind().equals(kind.id()));
    }

    /** What usually follows a card first; what is chosen is added and linked from it as one entry of the history. */
    KindQuestion following(String from, Point world, Runnable closed) {
        List<Kind> kinds = design().components().get(from).map(card -> suggestions.after(catalogue(), card.kind()))
                .orElse(List.of());
        return new KindQuestion("Add and link a component", kinds, kind -> addLinked(kind, world, from), closed);
    }

    private void addLinked(Kind kind, Point world, String from) {
        Component card = editor.newCard(kind, Optional.of(world));
        Edit add = Edits.addComponent(card);
        Design with = add.applyTo(design());
        usual(with, from, card.id()).ifPresentOrElse(
                usual -> editor.addWith(card, add.then(Edits.addLink(with, catalogue(), usual, from, card.id()))),
                () -> editor.addWith(card, add));
    }

    /** The kind of link that is usual between two cards, if any may be drawn. */
    Optional<Link.Kind> usual(Design design, String from, String to) {
        List<Link.Kind> possible = catalogue().possibleLinks(design, from, to);
        return suggestions.usual(possible, kindOf(design, from), kindOf(design, to));
    }

    private static String kindOf(Design design, String id) {
        return design.components().get(id).map(Component::kind).orElse("");
    }

    /** Only what fits between the two ends of a link; what is chosen splits it. */
    KindQuestion inserting(Link link, Point world) {
        List<Kind> kinds = suggestions.between(catalogue(), kindOf(design(), link.from()),
                kindOf(design(), link.to()));
        return new KindQuestion("Insert a component on the link", kinds, kind -> insert(kind, link, world), () -> {});
    }

    private void insert(Kind kind, Link link, Point world) {
        Component card = editor.newCard(kind, Optional.of(world));
        if (LinkEdits.mayInsert(design(), catalogue(), link.id(), card).allowed()) {
            editor.addWith(card, LinkEdits.insert(design(), catalogue(), link.id(), card));
        }
    }

    /** Kinds that would lose none of the card's links first, of these the ones of its own step. */
    KindQuestion replacing(Component card) {
        List<Kind> kinds = new ArrayList<>(catalogue().kinds());
        kinds.removeIf(kind -> kind.id().equals(card.kind()));
        kinds.sort(Comparator.comparingLong((Kind kind) -> linksLost(card, kind))
                .thenComparingInt(kind -> kind.step() == card.step() ? 0 : 1));
        return new KindQuestion("Replace " + card.title() + " by", kinds, kind -> replace(card, kind), () -> {});
    }

    private long linksLost(Component card, Kind kind) {
        Design with = design().withComponents(design().components().with(card.withKind(kind.id(), card.fields())));
        return with.links().stream().filter(link -> link.from().equals(card.id()) || link.to().equals(card.id()))
                .filter(link -> !catalogue().mayLink(link.kind(), kindOf(with, link.from()), kindOf(with, link.to()))
                        .allowed())
                .count();
    }

    private void replace(Component card, Kind kind) {
        Replacement.of(design(), catalogue(), card.id(), kind).ifPresent(replacement -> {
            editor.session().apply(replacement.edit());
            editor.goTo(card.id());
            if (!replacement.lost().isEmpty()) {
                editor.notice(card.title() + " is now a " + kind.name() + ". It could not keep: "
                        + String.join(", ", replacement.lost()) + ".");
            }
        });
    }
}
