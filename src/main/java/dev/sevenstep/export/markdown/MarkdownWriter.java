package dev.sevenstep.export.markdown;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.export.Contents;
import dev.sevenstep.export.Fact;
import dev.sevenstep.export.mermaid.MermaidWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A design as a Markdown document that reads well on GitHub: a diagram (in Mermaid, which GitHub draws), then each step with
 * its fields, components, decisions and links.
 */
public final class MarkdownWriter {
    /** GitHub refuses to draw longer ones. */
    private static final int LONGEST_DIAGRAM = 50_000;
    /** More links than this Mermaid refuses. */
    private static final int MOST_LINKS = 500;

    private final Catalogue catalogue;

    public MarkdownWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The text of a {@code .md} file. */
    public String write(Design design) {
        Contents contents = new Contents(design, catalogue);
        StringBuilder text = new StringBuilder();
        text.append("# ").append(MarkdownText.line(contents.title())).append("\n\n");
        if (!design.question().isBlank()) {
            text.append("> ").append(MarkdownText.paragraphs(design.question()).replace("\n", "\n> ")).append("\n\n");
        }
        if (!design.summary().isBlank()) {
            text.append(MarkdownText.paragraphs(design.summary())).append("\n\n");
        }
        text.append(contents.counts()).append("\n\n");
        diagram(text, design);
        for (Step step : Step.values()) {
            step(text, contents, step);
        }
        notes(text, design);
        return text.toString().stripTrailing() + "\n";
    }

    private void diagram(StringBuilder text, Design design) {
        String diagram = design.components().isEmpty() ? "" : new MermaidWriter(catalogue).write(design);
        if (!diagram.isEmpty() && diagram.length() <= LONGEST_DIAGRAM && design.links().size() <= MOST_LINKS) {
            text.append("```mermaid\n").append(diagram).append("```\n\n");
        }
    }

    private static void step(StringBuilder text, Contents contents, Step step) {
        text.append("## ").append(step.number()).append(' ').append(step.fullName()).append("\n\n");
        facts(text, contents.design(), contents.facts(step));
        if (!contents.components(step).isEmpty()) {
            text.append("### Components\n\n");
            contents.components(step).forEach(card -> component(text, contents, card));
        }
        if (!contents.decisions(step).isEmpty()) {
            text.append("### Decisions\n\n");
            contents.decisions(step).forEach(decision -> decision(text, decision));
        }
        links(text, contents, contents.links(step));
        if (contents.isEmpty(step)) {
            text.append("*Nothing is stated in this step.*\n\n");
        }
    }

    private static void component(StringBuilder text, Contents contents, Component card) {
        text.append("#### ").append(MarkdownText.line(contents.titleOf(card))).append("\n\n*")
                .append(MarkdownText.line(contents.kindName(card))).append("*\n\n");
        facts(text, contents.design(), contents.facts(card));
    }

    private static void facts(StringBuilder text, Design design, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        text.append("| Field | Value | Source |\n|---|---|---|\n");
        for (Fact fact : facts) {
            List<String> items = fact.items(design);
            String value = items.size() == 1
                    ? MarkdownText.cell(items.getFirst())
                    : items.stream().map(item -> "• " + MarkdownText.line(item)).collect(Collectors.joining("<br>"));
            row(text, MarkdownText.line(fact.label()), value, fact.source().map(ValueText::source).orElse(""));
        }
        text.append('\n');
    }

    private static void decision(StringBuilder text, Decision decision) {
        text.append("#### ").append(MarkdownText.line(decision.subject())).append(": ")
                .append(MarkdownText.line(decision.choice())).append("\n\n");
        if (!decision.because().isBlank()) {
            text.append(MarkdownText.paragraphs(decision.because())).append("\n\n");
        }
        if (!decision.alternatives().isEmpty()) {
            text.append("| Considered instead | For it | Against it |\n|---|---|---|\n");
            decision.alternatives().forEach(other -> row(text, MarkdownText.cell(other.name()),
                    MarkdownText.cell(other.pro()), MarkdownText.cell(other.con())));
            text.append('\n');
        }
    }

    private static void links(StringBuilder text, Contents contents, List<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        text.append("### Links from here\n\n| From | To | Kind | Carries |\n|---|---|---|---|\n");
        links.forEach(link -> row(text, MarkdownText.line(contents.titleOf(link.from())),
                MarkdownText.line(contents.titleOf(link.to())), Contents.linkKind(link),
                MarkdownText.line(link.label())));
        text.append('\n');
    }

    private static void notes(StringBuilder text, Design design) {
        List<Note> notes = design.notes().stream().filter(note -> !note.text().isBlank()).toList();
        if (!notes.isEmpty()) {
            text.append("## Notes\n\n");
            notes.forEach(note -> text.append("- ")
                    .append(MarkdownText.formatted(note.text()).replace("\n", "\n  ")).append('\n'));
        }
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
