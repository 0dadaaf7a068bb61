package dev.sevenstep.export;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import java.util.List;
import java.util.Locale;

/** A design as a reader meets it: step by step, with names for what has none. */
public record Contents(Design design, Catalogue catalogue) {

    public String title() {
        return design.title().isBlank() ? "Untitled design" : CleanText.line(design.title());
    }

    /** Such as {@code 23 components · 26 links · 4 decisions}. */
    public String counts() {
        return count(design.components().size(), "component") + " · " + count(design.links().size(), "link") + " · "
                + count(design.decisions().size(), "decision");
    }

    private static String count(int number, String word) {
        return String.format(Locale.ROOT, "%,d %s%s", number, word, number == 1 ? "" : "s");
    }

    public List<Component> components(Step step) {
        return design.components().stream().filter(card -> card.step() == step).toList();
    }

    /** The links that start in a step and end somewhere. */
    public List<Link> links(Step step) {
        return design.links().stream().filter(link -> design.components().contains(link.to()) && design.components()
                .get(link.from()).filter(start -> start.step() == step).isPresent()).toList();
    }

    /** Such as {@code request} or {@code data, disabled}. */
    public static String linkKind(Link link) {
        return link.kind().id() + (link.disabled() ? ", disabled" : "");
    }

    public List<Decision> decisions(Step step) {
        return design.decisions().stream().filter(decision -> decision.step() == step).toList();
    }

    public List<Fact> facts(Step step) {
        return Fact.of(design.fields(step), catalogue.stepFields(step));
    }

    public List<Fact> facts(Component card) {
        return Fact.of(card.fields(), catalogue.kind(card.kind()).map(Kind::fields).orElse(List.of()));
    }

    public boolean isEmpty(Step step) {
        return facts(step).isEmpty() && components(step).isEmpty() && decisions(step).isEmpty();
    }

    public String kindName(Component card) {
        return catalogue.kind(card.kind()).map(Kind::name)
                .orElseGet(() -> CleanText.line(card.kind()) + " (unknown kind)");
    }

    /** Its title, or the name of its kind when it has none. */
    public String titleOf(Component card) {
        String title = CleanText.line(card.title());
        return title.isEmpty() ? kindName(card) : title;
    }

    /** The title of the component with this id. */
    public String titleOf(String id) {
        return design.components().get(id).map(this::titleOf).orElseGet(() -> CleanText.line(id) + " (missing)");
    }
}
