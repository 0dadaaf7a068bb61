package dev.sevenstep.export.html;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.export.CleanText;
import dev.sevenstep.export.Contents;
import dev.sevenstep.export.Fact;
import dev.sevenstep.export.Markup;
import java.util.List;

/** A section for each step: its fields, components with their links, decisions. */
final class HtmlSteps {
    private final Markup page;
    private final Contents contents;

    HtmlSteps(Markup page, Contents contents) {
        this.page = page;
        this.contents = contents;
    }

    void write(Step step) {
        String heading = "heading-" + step.id();
        page.open("section", "id", "step-" + step.id(), "aria-labelledby", heading).line();
        page.open("h2", "id", heading).leaf("span", Integer.toString(step.number()), "class", "ordinal")
                .text(" " + step.fullName()).close().line();
        facts(contents.facts(step));
        if (!contents.components(step).isEmpty()) {
            page.leaf("h3", "Components").line();
            int index = 0;
            for (Component card : contents.design().components()) {
                if (card.step() == step) {
                    component(card, index);
                }
                index++;
            }
        }
        if (!contents.decisions(step).isEmpty()) {
            page.leaf("h3", "Decisions").line();
            contents.decisions(step).forEach(this::decision);
        }
        if (contents.isEmpty(step)) {
            page.leaf("p", "Nothing is stated in this step.", "class", "quiet").line();
        }
        page.close().line();
    }

    private void component(Component card, int index) {
        String title = "t" + index;
        page.open("article", "id", "c" + index, "aria-labelledby", title).line();
        page.leaf("p", contents.kindName(card), "class", "kind").line();
        page.leaf("h4", contents.titleOf(card), "id", title).line();
        List<Fact> facts = contents.facts(card);
        if (facts.isEmpty()) {
            page.leaf("p", "No field is filled in.", "class", "quiet").line();
        }
        facts(facts);
        flows(card);
        page.leaf("a", "Show in the diagram", "class", "back", "href", "#k" + index).line();
        page.close().line();
    }

    private void facts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        page.open("table").open("tbody").line();
        for (Fact fact : facts) {
            page.open("tr").leaf("th", CleanText.line(fact.label()), "scope", "row").open("td");
            List<String> items = fact.items(contents.design());
            if (items.size() == 1) {
                page.lines(items.getFirst());
            } else {
                page.open("ul");
                items.forEach(item -> page.leaf("li", CleanText.line(item)));
                page.close();
            }
            page.close().open("td", "class", "source");
            fact.source().map(ValueText::source).ifPresent(source -> page.leaf("span", source, "class", source));
            page.close().close().line();
        }
        page.close().close().line();
    }

    private void flows(Component card) {
        List<Link> flows = contents.design().links().stream()
                .filter(link -> link.from().equals(card.id()) || link.to().equals(card.id())).toList();
        if (flows.isEmpty()) {
            return;
        }
        page.open("ul", "class", "flows").line();
        for (Link link : flows) {
            boolean out = link.from().equals(card.id());
            String label = CleanText.line(link.label());
            page.open("li").text((out ? "→ to " : "← from ")
                    + contents.titleOf(out ? link.to() : link.from()) + " (" + Contents.linkKind(link)
                    + (label.isEmpty() ? ")" : ": " + label + ")")).close().line();
        }
        page.close().line();
    }

    private void decision(Decision decision) {
        page.open("article", "class", "decision").line();
        page.leaf("p", CleanText.line(decision.subject()), "class", "kind").line();
        page.leaf("h4", CleanText.line(decision.choice())).line();
        if (!decision.because().isBlank()) {
            page.open("p").lines(decision.because()).close().line();
        }
        if (!decision.alternatives().isEmpty()) {
            page.open("table").open("thead").open("tr");
            for (String head : List.of("Considered instead", "For it", "Against it")) {
                page.leaf("th", head, "scope", "col");
            }
            page.close().close().open("tbody").line();
            for (Decision.Alternative other : decision.alternatives()) {
                page.open("tr");
                for (String cell : List.of(other.name(), other.pro(), other.con())) {
                    page.open("td").lines(cell).close();
                }
                page.close().line();
            }
            page.close().close().line();
        }
        page.close().line();
    }
}
