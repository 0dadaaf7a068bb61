package dev.sevenstep.design.edit;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.NoteText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to call elements and values in the name of an edit: short enough for a line of a list. */
final class Titles {
    private static final int MOST = 36;

    private Titles() {
    }

    /** The title of one element, or a count of several: "3 components", "4 elements" when they are of several sorts. */
    static String of(Design design, Set<String> ids) {
        if (ids.size() == 1) {
            return of(design, ids.iterator().next());
        }
        Map<String, Elements<?>> sorts = new LinkedHashMap<>();
        sorts.put("components", design.components());
        sorts.put("links", design.links());
        sorts.put("notes", design.notes());
        sorts.put("groups", design.groups());
        sorts.put("decisions", design.decisions());
        return ids.size() + " "
                + sorts.entrySet().stream().filter(sort -> ids.stream().allMatch(sort.getValue()::contains))
                        .map(Map.Entry::getKey).findFirst().orElse("elements");
    }

    /** A component, a group or a decision by its title, a link by its ends, a note by how it begins. */
    static String of(Design design, String id) {
        Optional<String> title = design.components().get(id).map(Component::title)
                .or(() -> design.groups().get(id).map(Group::title))
                .or(() -> design.decisions().get(id).map(Decision::subject));
        if (title.isPresent()) {
            return shortened(title.get());
        }
        Optional<Link> link = design.links().get(id);
        if (link.isPresent()) {
            return "link " + of(design, link.get());
        }
        return design.notes().get(id).map(Titles::of).orElse(shortened(id));
    }

    /** A link by its ends: "Ranker → Cache". */
    static String of(Design design, Link link) {
        return of(design, link.from()) + " → " + of(design, link.to());
    }

    static String of(Component card) {
        return shortened(card.title());
    }

    static String of(Note note) {
        String text = NoteText.of(note.text()).plain();
        return text.isBlank() ? "note" : "note " + quoted(text);
    }

    /** A text as it stands in a sentence, its first line in quotes. */
    static String quoted(String text) {
        return "“" + shortened(text) + "”";
    }

    private static String shortened(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        boolean whole = line.length() == text.strip().length() && line.codePointCount(0, line.length()) <= MOST;
        return whole
                ? line
                : line.substring(0,
                        line.offsetByCodePoints(0, Math.min(MOST - 1, line.codePointCount(0, line.length()))))
                        .strip() + "…";
    }
}
