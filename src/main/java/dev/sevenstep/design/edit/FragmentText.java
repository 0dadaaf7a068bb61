package dev.sevenstep.design.edit;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.ValueText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts of a design as words, for programs that know nothing of designs. */
public final class FragmentText {
    private FragmentText() {
    }

    /**
     * An indented list of steps, components with kind and key figures, where their
     * links go, then notes.
     */
    public static String of(Design fragment, Catalogue catalogue) {
        List<String> lines = new ArrayList<>();
        Map<String, List<Link>> links = fragment.links().stream().collect(Collectors.groupingBy(Link::from));
        for (Step step : Step.values()) {
            List<Component> cards = fragment.components().stream().filter(card -> card.step() == step)
                    .sorted(Comparator.comparingDouble(Component::y).thenComparingDouble(Component::x)).toList();
            if (!cards.isEmpty()) {
                lines.add(step.number() + " " + step.fullName());
            }
            for (Component card : cards) {
                String kind = catalogue.kind(card.kind()).map(Kind::name).orElse(card.kind());
                String figures = ValueText.cardFigures(card, fragment, catalogue);
                lines.add("  " + card.title() + " (" + kind + ")" + (figures.isEmpty() ? "" : ": " + figures));
                for (Link link : links.getOrDefault(card.id(), List.of())) {
                    String to = fragment.components().get(link.to()).map(Component::title).orElse(link.to());
                    lines.add("    → " + to + " (" + link.kind().id()
                            + (link.label().isEmpty() ? "" : ", " + link.label())
                            + (link.disabled() ? ", disabled" : "") + ")");
                }
            }
        }
        fragment.groups().forEach(group -> lines.add("Group: " + group.title()));
        fragment.notes().forEach(note -> lines.add("Note: " + note.text().strip().replace("\n", "\n  ")));
        return String.join("\n", lines);
    }
}
