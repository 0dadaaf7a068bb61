package dev.sevenstep.design.edit;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Ids;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Copies of elements under new ids. */
final class Copies {
    private Copies() {
    }

    /** References to what was left behind stay within a design; in another one their ids would mean something else. */
    static Design paste(Design design, Design fragment) {
        boolean sameDesign = design.id().equals(fragment.id());
        Set<String> used = Ids.used(design);
        Map<String, String> newIds = new HashMap<>();
        for (Component card : fragment.components()) {
            newIds.put(card.id(), taken(used, card.kind()));
        }
        List<Component> cards = new ArrayList<>();
        for (Component card : fragment.components()) {
            String id = newIds.getOrDefault(card.id(), card.id());
            cards.add(new Component(id, card.kind(), card.step(), card.title(), Math.max(0, card.x()),
                    Math.max(0, card.y()), card.width(), card.height(), pointedAt(card.fields(), newIds, sameDesign),
                    false,
                    card.unknown()));
        }
        List<Link> links = new ArrayList<>();
        for (Link link : fragment.links()) {
            Optional<String> from = Optional.ofNullable(newIds.get(link.from()));
            Optional<String> to = Optional.ofNullable(newIds.get(link.to()));
            if (from.isPresent() && to.isPresent()) {
                links.add(new Link(taken(used, "link"), link.kind(), from.get(), to.get(), link.label(),
                        link.disabled(), link.unknown()));
            }
        }
        List<Note> notes = fragment.notes().stream().map(note -> new Note(taken(used, "note"), note.text(), note.x(),
                note.y(), note.width(), note.height(), false, note.unknown())).toList();
        List<Group> groups = fragment.groups().stream().map(group -> new Group(taken(used, "group"), group.title(),
                group.tone(), group.x(), group.y(), group.width(), group.height(), false, group.unknown())).toList();
        return design.withComponents(design.components().withAll(cards)).withLinks(design.links().withAll(links))
                .withNotes(design.notes().withAll(notes)).withGroups(design.groups().withAll(groups));
    }

    private static String taken(Set<String> used, String base) {
        String id = Ids.next(used, base);
        used.add(id);
        return id;
    }

    private static Fields pointedAt(Fields fields, Map<String, String> newIds, boolean sameDesign) {
        Map<String, Value> values = new LinkedHashMap<>();
        fields.values().forEach((key, value) -> values.put(key, value instanceof Value.References(List<String> ids)
                ? new Value.References(ids.stream().filter(id -> sameDesign || newIds.containsKey(id))
                        .map(id -> newIds.getOrDefault(id, id)).toList())
                : value));
        return new Fields(values);
    }
}
