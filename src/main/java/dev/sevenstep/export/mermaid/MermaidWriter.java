package dev.sevenstep.export.mermaid;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.NoteText;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.export.CleanText;
import dev.sevenstep.export.Contents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A design as a Mermaid flowchart: a subgraph a step, data as arrows, requests as thick ones, feedback dotted. Group frames
 * have no counterpart in Mermaid and are left out.
 */
public final class MermaidWriter {
    private final Catalogue catalogue;

    public MermaidWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The text of a {@code .mmd} file; without any front matter, so that it can stand inside Markdown too. */
    public String write(Design design) {
        Contents contents = new Contents(design, catalogue);
        Map<String, String> names = names(design);
        StringBuilder text = new StringBuilder("flowchart TB\n");
        text.append("  accTitle: ").append(words(contents.title())).append('\n');
        text.append("  accDescr: ").append("Seven steps, ").append(contents.counts().replace(" · ", ", "))
                .append('\n');
        for (Step step : Step.values()) {
            if (!contents.components(step).isEmpty()) {
                text.append("  subgraph step_").append(step.id()).append('[')
                        .append(quoted(step.number() + " " + step.shortName())).append("]\n");
                for (Component card : contents.components(step)) {
                    text.append("    ").append(name(names, card.id())).append('[').append(label(contents, card))
                            .append("]\n");
                }
                text.append("  end\n");
            }
        }
        int number = 1;
        for (Note note : design.notes()) {
            if (!note.text().isBlank()) {
                text.append("  note_").append(number++).append(">").append('"')
                        .append(escaped(CleanText.block(NoteText.of(note.text()).plain())).replace("\n", "<br/>"))
                        .append("\"]\n");
            }
        }
        for (Link link : design.links()) {
            if (design.components().contains(link.from()) && design.components().contains(link.to())) {
                String label = CleanText.line(link.label() + (link.disabled() ? " (disabled)" : ""));
                text.append("  ").append(name(names, link.from())).append(' ').append(arrow(link.kind()))
                        .append(label.isEmpty() ? "" : "|" + quoted(label) + "|").append(' ')
                        .append(name(names, link.to())).append('\n');
            }
        }
        return text.toString();
    }

    private String label(Contents contents, Component card) {
        String figures = CleanText.line(ValueText.cardFigures(card, contents.design(), catalogue));
        return "\"" + escaped(contents.titleOf(card)) + "<br/><small>" + escaped(contents.kindName(card))
                + (figures.isEmpty() ? "" : "<br/>" + escaped(figures)) + "</small>\"";
    }

    private static String arrow(Link.Kind kind) {
        return switch (kind) {
            case DATA -> "-->";
            case REQUEST -> "==>";
            case FEEDBACK -> "-.->";
        };
    }

    /** Names of nodes: the ids in letters that Mermaid takes, with a prefix that keeps them off its own words. */
    private static Map<String, String> names(Design design) {
        Map<String, String> names = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (Component card : design.components()) {
            String plain = "c_" + card.id().replaceAll("[^A-Za-z0-9]+", "_");
            String name = plain;
            for (int number = 2; !used.add(name); number++) {
                name = plain + "_" + number;
            }
            names.put(card.id(), name);
        }
        return names;
    }

    private static String name(Map<String, String> names, String id) {
        return names.getOrDefault(id, "c_");
    }

    private static String quoted(String line) {
        return '"' + escaped(line) + '"';
    }

    /** For a line that is no label: there Mermaid has no way to escape. */
    private static String words(String line) {
        return line.replaceAll("[^\\p{L}\\p{N} ,.]+", " ").strip();
    }

    /**
     * Letters, digits, spaces and commas stand as they are, and so do a few marks within words, as in {@code 4.2} or
     * {@code A/B}. Everything else of ASCII is written by number: quotes, brackets and angle brackets mean something in a
     * label, {@code %%} begins a comment, a number with a point at the start a list, and a word with a colon can be taken for
     * a style.
     */
    private static String escaped(String text) {
        int[] codes = text.codePoints().toArray();
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < codes.length; i++) {
            int code = codes[i];
            boolean within = "./-+'%".indexOf(code) >= 0 && i > 0 && Character.isLetterOrDigit(codes[i - 1])
                    && i + 1 < codes.length && Character.isLetterOrDigit(codes[i + 1]);
            boolean plain = code > 0x7F || code == ' ' || code == ',' || code == '\n'
                    || Character.isLetterOrDigit(code);
            if (plain || within) {
                escaped.appendCodePoint(code);
            } else {
                escaped.append('#').append(code).append(';');
            }
        }
        return escaped.toString();
    }
}
