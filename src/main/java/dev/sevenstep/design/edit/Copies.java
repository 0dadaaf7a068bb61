package dev.sevenstep.design.edit;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Ids;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Copies of components under new ids. */
final class Copies {
    private Copies() {
    }

    static Design paste(Design design, List<Component> components, List<Link> links, double dx, double dy) {
        Set<String> used = Ids.used(design);
        Map<String, String> newIds = new HashMap<>();
        for (Component card : components) {
            String id = Ids.next(used, card.kind());
            used.add(id);
            newIds.put(card.id(), id);
        }
        List<Component> newCards = new ArrayList<>();
        for (Component card : components) {
            String id = newIds.getOrDefault(card.id(), card.id());
            newCards.add(new Component(id, card.kind(), card.step(), card.title(), Math.max(0, card.x() + dx),
                    Math.max(0, card.y() + dy), card.width(), card.height(), pointedAt(card.fields(), newIds),
                    card.locked(), card.unknown()));
        }
        List<Link> newLinks = new ArrayList<>();
        for (Link link : links) {
            Optional<String> from = Optional.ofNullable(newIds.get(link.from()));
            Optional<String> to = Optional.ofNullable(newIds.get(link.to()));
            if (from.isPresent() && to.isPresent()) {
                String id = Ids.next(used, "link");
                used.add(id);
                newLinks.add(new Link(id, link.kind(), from.get(), to.get(), link.label(), link.disabled(),
                        link.unknown()));
            }
        }
        return design.withComponents(design.components().withAll(newCards))
                .withLinks(design.links().withAll(newLinks));
    }

    private static Fields pointedAt(Fields fields, Map<String, String> newIds) {
        Map<String, Value> values = new LinkedHashMap<>();
        fields.values().forEach((key, value) -> values.put(key, value instanceof Value.References(List<String> ids)
                ? new Value.References(ids.stream().map(id -> newIds.getOrDefault(id, id)).toList())
                : value));
        return new Fields(values);
    }
}
