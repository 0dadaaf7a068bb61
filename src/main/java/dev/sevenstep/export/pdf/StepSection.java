package dev.sevenstep.export.pdf;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** One step of the design: what is stated, the components, the decisions, the links that start here. */
final class StepSection {
    private final Tree tree;
    private final Design design;
    private final Catalogue catalogue;
    private final FactTables facts;

    StepSection(Tree tree, Design design, Catalogue catalogue) {
        this.tree = tree;
        this.design = design;
        this.catalogue = catalogue;
        this.facts = new FactTables(tree, design);
    }

    /** The name of the section as a target of links and bookmarks. */
    static String anchor(Step step) {
        return "step-" + step.id();
    }

    void add(Element body, Step step) {
        Element section = tree.add(body, "div", "section");
        Element heading = tree.add(section, "h1");
        heading.setAttribute("id", anchor(step));
        tree.line(heading, "span", "ordinal", Integer.toString(step.number()));
        tree.text(heading, step.fullName());

        Element stated = part(section);
        boolean anything = facts.add(stated, "wide", design.fields(step), catalogue.stepFields(step));
        if (!anything) {
            section.removeChild(stated);
        }
        anything |= components(section, step);
        anything |= decisions(section, step);
        anything |= links(section, step);
        if (!anything) {
            tree.line(section, "p", "quiet", "Nothing is stated in this step.");
        }
    }

    private boolean components(Element section, Step step) {
        List<Component> components = design.components().stream().filter(card -> card.step() == step).toList();
        if (components.isEmpty()) {
            return false;
        }
        Element part = part(section);
        Element block = opening(part, "Components");
        for (Component component : components) {
            Element row = tree.add(tree.add(tree.add(block, "table", "component"), "tbody"), "tr");
            Element who = tree.add(row, "td", "who");
            tree.line(who, "p", "kind", kindName(component));
            tree.line(who, "p", "name", component.title());
            Element what = tree.add(row, "td", "what");
            List<FieldSpec> specs = catalogue.kind(component.kind()).map(Kind::fields).orElse(List.of());
            if (!facts.add(what, "narrow", component.fields(), specs)) {
                tree.line(what, "p", "quiet", "no field is filled in");
            }
            block = part;
        }
        return true;
    }

    /** The space between parts is below them, so that a part that begins a page stands at its top. */
    private Element part(Element section) {
        return tree.add(section, "div", "part");
    }

    /** A block that keeps a heading on the page of what first follows it; later entries go into the part itself. */
    private Element opening(Element part, String title) {
        Element block = tree.add(part, "div", "whole");
        tree.line(block, "h2", "", title);
        return block;
    }

    private String kindName(Component component) {
        return catalogue.kind(component.kind()).map(Kind::name).orElse(component.kind() + " (unknown kind)");
    }

    private boolean decisions(Element section, Step step) {
        List<Decision> decisions = design.decisions().stream().filter(decision -> decision.step() == step).toList();
        if (decisions.isEmpty()) {
            return false;
        }
        Element part = part(section);
        Element opening = opening(part, "Decisions");
        for (Decision decision : decisions) {
            Element block = tree.add(opening, "div", "decision");
            opening = part;
            tree.line(block, "p", "kind", decision.subject());
            tree.line(block, "p", "name", decision.choice());
            tree.paragraphs(block, "", decision.because());
            if (!decision.alternatives().isEmpty()) {
                alternatives(block, decision.alternatives());
            }
        }
        return true;
    }

    private void alternatives(Element block, List<Decision.Alternative> alternatives) {
        Element table = tree.add(block, "table", "alternatives");
        Element head = tree.add(tree.add(table, "thead"), "tr");
        head(head, "third", "Considered instead");
        head(head, "third", "For it");
        head(head, "third", "Against it");
        Element rows = tree.add(table, "tbody");
        for (Decision.Alternative alternative : alternatives) {
            Element row = tree.add(rows, "tr");
            tree.line(row, "td", "strong", alternative.name());
            tree.paragraphs(tree.add(row, "td"), "", alternative.pro());
            tree.paragraphs(tree.add(row, "td"), "", alternative.con());
        }
    }

    private boolean links(Element section, Step step) {
        List<Link> links = design.links().stream().filter(link -> design.components().get(link.from())
                .filter(component -> component.step() == step).isPresent()).toList();
        if (links.isEmpty()) {
            return false;
        }
        Element part = part(section);
        tree.line(part, "h2", "", "Links from here");
        Element table = tree.add(part, "table", "links");
        Element head = tree.add(tree.add(table, "thead"), "tr");
        head(head, "end", "From");
        head(head, "end", "To");
        head(head, "flow", "Kind");
        head(head, "carries", "Carries");
        Element rows = tree.add(table, "tbody");
        for (Link link : links) {
            Element row = tree.add(rows, "tr");
            tree.line(row, "td", "", title(link.from()));
            tree.line(row, "td", "", title(link.to()));
            tree.line(row, "td", "flow " + link.kind().id(), link.kind().id());
            tree.line(row, "td", "", link.label());
        }
        return true;
    }

    private String title(String component) {
        Optional<Component> end = design.components().get(component);
        return end.map(card -> card.title().isBlank() ? kindName(card) : card.title())
                .orElse(component + " (missing)");
    }

    private void head(Element row, String style, String text) {
        tree.line(row, "th", style, text).setAttribute("scope", "col");
    }
}
