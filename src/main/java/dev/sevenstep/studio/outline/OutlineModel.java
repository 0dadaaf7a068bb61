package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A design as the lines of its outline.
 *
 * @param in how many links end at a component, by its id
 * @param out how many links start at a component, by its id
 */
record OutlineModel(Design design, List<Item> items, Map<Step, Integer> cards, Map<Step, Integer> decisions,
        Map<String, Integer> in, Map<String, Integer> out) {

    /** @param open whether the lines below a heading are listed */
    static OutlineModel of(Design design, Predicate<Item> open) {
        Map<Step, List<Item>> cards = new EnumMap<>(Step.class);
        for (Component card : design.components()) {
            cards.computeIfAbsent(card.step(), _ -> new ArrayList<>()).add(new Item.Card(card.id()));
        }
        Map<Step, Integer> decisions = new EnumMap<>(Step.class);
        for (Decision decision : design.decisions()) {
            decisions.merge(decision.step(), 1, Integer::sum);
        }
        Map<Step, Integer> counts = new EnumMap<>(Step.class);
        List<Item> items = new ArrayList<>();
        items.add(new Item.Head());
        for (Step step : Step.values()) {
            List<Item> inStep = cards.getOrDefault(step, List.of());
            counts.put(step, inStep.size());
            Item head = new Item.StepHead(step);
            items.add(head);
            if (open.test(head)) {
                items.add(new Item.StepFields(step));
                items.addAll(inStep);
                items.add(new Item.AddCard(step));
                items.add(new Item.Decisions(step));
            }
        }
        Item notes = new Item.NotesHead();
        items.add(notes);
        if (open.test(notes)) {
            design.notes().forEach(note -> items.add(new Item.NoteItem(note.id())));
            design.groups().forEach(group -> items.add(new Item.GroupItem(group.id())));
            items.add(new Item.AddNote());
        }
        Map<String, Integer> in = new HashMap<>();
        Map<String, Integer> out = new HashMap<>();
        for (Link link : design.links()) {
            in.merge(link.to(), 1, Integer::sum);
            out.merge(link.from(), 1, Integer::sum);
        }
        return new OutlineModel(design, List.copyOf(items), counts, decisions, in, out);
    }

    /** The step that an item stands under; empty for one of the whole design. */
    Optional<Step> stepOf(Item item) {
        return switch (item) {
            case Item.StepHead(Step step) -> Optional.of(step);
            case Item.StepFields(Step step) -> Optional.of(step);
            case Item.AddCard(Step step) -> Optional.of(step);
            case Item.Decisions(Step step) -> Optional.of(step);
            case Item.Card(String id) -> design.components().get(id).map(Component::step);
            case Item.Head _,Item.NotesHead _,Item.NoteItem _,Item.GroupItem _,Item.AddNote _ -> Optional.empty();
        };
    }

    /** What is chosen and every element from there to {@code last}, as Shift and a click mean it. */
    Set<String> upTo(Item last, Set<String> chosen) {
        Set<String> ids = new LinkedHashSet<>(chosen);
        int to = items.indexOf(last);
        int from = to;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).element().filter(chosen::contains).isPresent() && (from == to || i < to)) {
                from = i;
            }
        }
        items.subList(Math.min(from, to), Math.max(from, to) + 1).forEach(item -> item.element().ifPresent(ids::add));
        return ids;
    }
}
