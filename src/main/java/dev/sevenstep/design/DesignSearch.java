package dev.sevenstep.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds elements of a design by any text that people read on them. */
public final class DesignSearch {

    /**
     * An element that fits.
     *
     * @param where the text in which the first word was found: a title, "Kind: …", "Replicas: 12", a label
     */
    public record Match(String id, String where) {}

    private final Design design;
    private final Catalogue catalogue;
    private final List<String> words;
    private final List<Match> matches = new ArrayList<>();

    private DesignSearch(Design design, Catalogue catalogue, String query) {
        this.design = design;
        this.catalogue = catalogue;
        words = List.of(query.toLowerCase(Locale.ROOT).split("\\s+")).stream().filter(word -> !word.isEmpty()).toList();
    }

    /**
     * The elements whose texts contain every word of the query, whatever its case: components by title, kind and field values,
     * links by label and kind, notes, groups. In reading order: components step by step, from the top and from the left, then
     * links, notes and groups. None for a blank query.
     */
    public static List<Match> of(Design design, Catalogue catalogue, String query) {
        DesignSearch search = new DesignSearch(design, catalogue, query);
        if (!search.words.isEmpty()) {
            search.run();
        }
        return List.copyOf(search.matches);
    }

    private void run() {
        design.components().stream().sorted(Comparator.comparing(Component::step).thenComparingDouble(Component::y)
                .thenComparingDouble(Component::x)).forEach(this::component);
        for (Link link : design.links()) {
            // One without a label would be found with each of its cards.
            if (!link.label().isEmpty()) {
                add(link.id(), List.of(link.label(), "Link: " + title(link.from()) + " → " + title(link.to())));
            }
        }
        design.notes().forEach(note -> add(note.id(), List.of(note.text())));
        design.groups().forEach(group -> add(group.id(), List.of(group.title())));
    }

    private String title(String cardId) {
        return design.components().get(cardId).map(Component::title).orElse(cardId);
    }

    private void component(Component card) {
        List<String> texts = new ArrayList<>();
        texts.add(card.title());
        Optional<Kind> kind = catalogue.kind(card.kind());
        texts.add("Kind: " + kind.map(Kind::name).orElse(card.kind()));
        card.fields().values().forEach((key, value) -> {
            Optional<FieldSpec> field = kind.flatMap(known -> known.field(key));
            texts.add(field.map(FieldSpec::label).orElse(key) + ": " + ValueText.of(value, field, design));
        });
        add(card.id(), texts);
    }

    private void add(String id, List<String> texts) {
        List<String> lower = texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        for (String word : words) {
            if (lower.stream().noneMatch(text -> text.contains(word))) {
                return;
            }
        }
        for (int i = 0; i < texts.size(); i++) {
            if (lower.get(i).contains(words.getFirst())) {
                matches.add(new Match(id, texts.get(i).strip()));
                return;
            }
        }
    }
}
