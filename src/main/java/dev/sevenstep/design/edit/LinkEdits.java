package dev.sevenstep.design.edit;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Ids;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.LinkCheck;
import java.util.Optional;

/** Edits of what links join. Each has a question to ask first, which answers with the reason when it may not be. */
public final class LinkEdits {
    private LinkEdits() {
    }

    /** Whether a link may run between two other components; it keeps its kind. */
    public static LinkCheck mayReconnect(Design design, Catalogue catalogue, String linkId, String from, String to) {
        Optional<Link> link = design.links().get(linkId);
        return link.isEmpty()
                ? new LinkCheck.Refused("This link is no longer there.")
                : catalogue.mayLink(without(design, linkId), link.get().kind(), from, to);
    }

    private static Design without(Design design, String linkId) {
        return design.withLinks(design.links().without(link -> link.id().equals(linkId)));
    }

    /** Lets a link run between two other components; its kind, label and place in the order stay. */
    public static Edit reconnect(Design design, String linkId, String from, String to) {
        return new Edit(
                "Reconnect " + Titles.of(design, linkId) + " to "
                        + Titles.of(design, changed(design, linkId, from, to)),
                before -> before.links().get(linkId).filter(link -> !link.from().equals(from) || !link.to().equals(to))
                        .map(link -> before.withLinks(before.links().with(link.withEnds(from, to)))).orElse(before));
    }

    private static String changed(Design design, String linkId, String from, String to) {
        return design.links().get(linkId).filter(link -> !link.from().equals(from)).isPresent() ? from : to;
    }

    /** Turns a link round, if it may run that way. */
    public static LinkCheck mayReverse(Design design, Catalogue catalogue, String linkId) {
        return design.links().get(linkId)
                .map(link -> mayReconnect(design, catalogue, linkId, link.to(), link.from()))
                .orElse(new LinkCheck.Refused("This link is no longer there."));
    }

    /**
     * Whether a component can stand on a link: what the link's start gives it takes, and what it gives the link's end takes.
     *
     * @param card in the design already, or about to be added
     */
    public static LinkCheck mayInsert(Design design, Catalogue catalogue, String linkId, Component card) {
        Optional<Link> found = design.links().get(linkId);
        if (found.isEmpty()) {
            return new LinkCheck.Refused("This link is no longer there.");
        }
        Link link = found.get();
        if (link.from().equals(card.id()) || link.to().equals(card.id())) {
            return new LinkCheck.Refused(card.title() + " is an end of this link already.");
        }
        Design with = design.withComponents(design.components().with(card));
        LinkCheck first = half(with, catalogue, link.kind(), link.from(), card.id());
        return first.allowed() ? half(with, catalogue, link.kind(), card.id(), link.to()) : first;
    }

    /** A half that is there already, or may be drawn, of the link's kind or another. */
    private static LinkCheck half(Design design, Catalogue catalogue, Link.Kind kind, String from, String to) {
        return exists(design, from, to) || !catalogue.possibleLinks(design, from, to).isEmpty()
                ? new LinkCheck.Allowed()
                : catalogue.mayLink(design, kind, from, to);
    }

    private static boolean exists(Design design, String from, String to) {
        return design.links().stream().anyMatch(link -> link.from().equals(from) && link.to().equals(to));
    }

    /**
     * Splits a link in two at a component, which is added when the design does not have it. The first half is the old link
     * with its label; each half keeps the kind when the ends allow it and takes their first possible one otherwise. Between
     * two cards of its own frame the component is put in line, and what is in its way is pushed on.
     *
     * @throws IllegalArgumentException with the reason when {@link #mayInsert} refuses: ask it first
     */
    public static Edit insert(Design design, Catalogue catalogue, String linkId, Component card) {
        if (mayInsert(design, catalogue, linkId, card) instanceof LinkCheck.Refused(String reason)) {
            throw new IllegalArgumentException(reason);
        }
        return new Edit("Insert " + Titles.of(card) + " on " + Titles.of(design, linkId),
                before -> before.links().get(linkId)
                        .map(link -> split(before.withComponents(before.components().with(
                                before.components().get(card.id()).orElse(card))), catalogue, link, card.id()))
                        .orElse(before));
    }

    private static Design split(Design design, Catalogue catalogue, Link link, String middle) {
        Design after = without(roomy(design, link, middle), link.id());
        if (!exists(after, link.from(), middle)) {
            Link.Kind kind = kind(after, catalogue, link.kind(), link.from(), middle);
            after = after.withLinks(design.links().with(link.withEnds(link.from(), middle).withKind(kind)));
        }
        if (!exists(after, middle, link.to())) {
            Link.Kind kind = kind(after, catalogue, link.kind(), middle, link.to());
            after = after.withLinks(after.links().with(new Link(Ids.next(after, "link"), kind, middle, link.to(), "")
                    .withDisabled(link.disabled())));
        }
        return after;
    }

    private static Design roomy(Design design, Link link, String middle) {
        Optional<Component> card = design.components().get(middle);
        Optional<Component> from = design.components().get(link.from());
        Optional<Component> to = design.components().get(link.to());
        return card.isPresent() && from.isPresent() && to.isPresent()
                ? Room.between(design, card.get(), from.get(), to.get())
                : design;
    }

    private static Link.Kind kind(Design design, Catalogue catalogue, Link.Kind wished, String from, String to) {
        return catalogue.mayLink(design, wished, from, to).allowed()
                ? wished
                : catalogue.possibleLinks(design, from, to).stream().findFirst().orElse(wished);
    }
}
