package dev.sevenstep.design;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A seven-step design: the whole document as one immutable value.
 *
 * @param id stable over saves and renames
 * @param question the interview question or task it answers; may be empty
 * @param summary a paragraph for the title page; may be empty
 * @param steps the structured fields of each step; all seven keys are always there
 * @param linkedCase id of the case study whose run backs the measured figures; empty for none
 * @param placeholders elements that could not be read, kept as they were
 * @param unknown members of the file that this program does not understand, kept through a save
 */
public record Design(String id, String title, String question, String summary, Map<Step, Fields> steps,
        Elements<Component> components, Elements<Link> links, Elements<Note> notes, Elements<Group> groups,
        Elements<Decision> decisions, String linkedCase, List<Placeholder> placeholders, Map<String, Object> unknown) {

    public Design {
        Map<Step, Fields> all = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            all.put(step, steps.getOrDefault(step, Fields.none()));
        }
        steps = Collections.unmodifiableMap(all);
        placeholders = List.copyOf(placeholders);
        unknown = PlainTree.copyOf(unknown);
    }

    /** A design with nothing in it but its title. */
    public static Design empty(String id, String title) {
        return new Design(id, title, "", "", Map.of(), Elements.none(), Elements.none(), Elements.none(),
                Elements.none(), Elements.none(), "", List.of(), Map.of());
    }

    public Fields fields(Step step) {
        return steps.getOrDefault(step, Fields.none());
    }

    /** The same design as another document. */
    public Design withId(String newId) {
        return new Design(newId, title, question, summary, steps, components, links, notes, groups, decisions,
                linkedCase, placeholders, unknown);
    }

    public Design withTitle(String newTitle) {
        return new Design(id, newTitle, question, summary, steps, components, links, notes, groups, decisions,
                linkedCase, placeholders, unknown);
    }

    public Design withQuestion(String newQuestion) {
        return new Design(id, title, newQuestion, summary, steps, components, links, notes, groups, decisions,
                linkedCase, placeholders, unknown);
    }

    public Design withSummary(String newSummary) {
        return new Design(id, title, question, newSummary, steps, components, links, notes, groups, decisions,
                linkedCase, placeholders, unknown);
    }

    public Design withLinkedCase(String newCase) {
        return new Design(id, title, question, summary, steps, components, links, notes, groups, decisions, newCase,
                placeholders, unknown);
    }

    public Design withFields(Step step, Fields fields) {
        Map<Step, Fields> changed = new EnumMap<>(steps);
        changed.put(step, fields);
        return new Design(id, title, question, summary, changed, components, links, notes, groups, decisions,
                linkedCase, placeholders, unknown);
    }

    public Design withComponents(Elements<Component> newComponents) {
        return new Design(id, title, question, summary, steps, newComponents, links, notes, groups, decisions,
                linkedCase, placeholders, unknown);
    }

    public Design withLinks(Elements<Link> newLinks) {
        return new Design(id, title, question, summary, steps, components, newLinks, notes, groups, decisions,
                linkedCase, placeholders, unknown);
    }

    public Design withNotes(Elements<Note> newNotes) {
        return new Design(id, title, question, summary, steps, components, links, newNotes, groups, decisions,
                linkedCase, placeholders, unknown);
    }

    public Design withGroups(Elements<Group> newGroups) {
        return new Design(id, title, question, summary, steps, components, links, notes, newGroups, decisions,
                linkedCase, placeholders, unknown);
    }

    public Design withDecisions(Elements<Decision> newDecisions) {
        return new Design(id, title, question, summary, steps, components, links, notes, groups, newDecisions,
                linkedCase, placeholders, unknown);
    }
}
