package dev.sevenstep.export.pdf;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.NoteText;
import dev.sevenstep.design.Placeholder;
import dev.sevenstep.design.Step;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.export.diagram.Diagram;
import dev.sevenstep.export.diagram.DiagramPainter;
import dev.sevenstep.export.diagram.Drawing;
import dev.sevenstep.export.diagram.PrintableText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The report as a document tree with the drawings that stand in it. */
final class ReportTree {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)
            .withZone(ZoneOffset.UTC);

    /** Margins, and what heading and legend need, mm; as in the style sheet. */
    private static final double CANVAS_ACROSS = 24;
    private static final double CANVAS_DOWN = 44;
    private static final double MARGINS = 40;
    private static final double LEGEND_WIDTH = 76;
    private static final double LEGEND_HEIGHT = 5;

    private final Design design;
    private final Catalogue catalogue;
    private final ExportOptions options;
    private final DiagramPainter painter;
    private final Diagram diagram;
    private final Tree tree;
    private final Map<String, Drawing> drawings = new LinkedHashMap<>();
    private final List<Heading> headings = new ArrayList<>();

    /** An entry of contents and bookmarks. */
    private record Heading(String anchor, String ordinal, String title) {}

    ReportTree(Design design, Catalogue catalogue, ExportOptions options, DiagramPainter painter) {
        this.design = design;
        this.catalogue = catalogue;
        this.options = options;
        this.painter = painter;
        this.diagram = Diagram.of(design);
        this.tree = new Tree(painter.fonts().printable());
    }

    Map<String, Drawing> drawings() {
        return drawings;
    }

    /**
     * @param styleSheet of the report
     */
    Document build(String styleSheet, Optional<RunSection.Source> run) {
        collectHeadings(run);
        Element html = tree.root("html");
        html.setAttribute("lang", "en-GB");
        head(html, styleSheet);
        Element body = tree.add(html, "body");
        footer(body);
        Element remarks = titlePage(body);
        canvas(body);
        StepSection steps = new StepSection(tree, design, catalogue);
        for (Step step : Step.values()) {
            steps.add(body, step);
        }
        notes(body);
        run.ifPresent(source -> new RunSection(tree, drawings, source, pageWidth() - MARGINS).add(body));
        if (tree.isLossy()) {
            tree.line(remarks, "p", "", "Characters that the font of this report lacks are printed as "
                    + PrintableText.BOX + ". The design inside this file has them.");
        }
        return tree.document();
    }

    private void collectHeadings(Optional<RunSection.Source> run) {
        headings.add(new Heading("canvas", "", "The design on one page"));
        for (Step step : Step.values()) {
            headings.add(new Heading(StepSection.anchor(step), Integer.toString(step.number()), step.fullName()));
        }
        if (hasNotes()) {
            headings.add(new Heading("notes", "", "Notes"));
        }
        run.ifPresent(source -> {
            headings.add(new Heading(RunSection.RESULTS, "", "Measured: " + source.run().title()));
            headings.add(new Heading(RunSection.PROVENANCE, "", "How to get these figures again"));
        });
    }

    private boolean hasNotes() {
        return !design.notes().isEmpty() || !design.placeholders().isEmpty();
    }

    private String title() {
        return design.title().isBlank() ? "Untitled design" : design.title();
    }

    private void head(Element html, String styleSheet) {
        Element head = tree.add(html, "head");
        tree.line(head, "title", "", title());
        meta(head, "subject", design.question().isBlank() ? "Design of a machine-learning system" : design.question());
        if (!options.author().isBlank()) {
            meta(head, "author", options.author());
        }
        tree.add(head, "style").setTextContent(styleSheet + pageRules());
        Element bookmarks = tree.add(head, "bookmarks");
        for (Heading heading : headings) {
            Element bookmark = tree.add(bookmarks, "bookmark");
            bookmark.setAttribute("name",
                    tree.attribute((heading.ordinal() + " " + heading.title()).strip()));
            bookmark.setAttribute("href", "#" + heading.anchor());
        }
    }

    private void meta(Element head, String name, String content) {
        Element meta = tree.add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", tree.attribute(content));
    }

    private double pageWidth() {
        return options.landscape() ? options.pageSize().height() : options.pageSize().width();
    }

    private double pageHeight() {
        return options.landscape() ? options.pageSize().width() : options.pageSize().height();
    }

    /** The canvas chooses the orientation in which it comes out larger. */
    private boolean canvasLandscape() {
        Bounds bounds = diagram.bounds();
        return bounds.width() >= bounds.height();
    }

    private String pageRules() {
        double longer = options.pageSize().height();
        double shorter = options.pageSize().width();
        return String.format(Locale.ROOT, "@page{size:%.1fmm %.1fmm}@page canvas{size:%.1fmm %.1fmm}%n", pageWidth(),
                pageHeight(), canvasLandscape() ? longer : shorter, canvasLandscape() ? shorter : longer)
                + (options.landscape() ? ".title-page{padding-top:4mm}.colophon{margin-bottom:8mm}" : "");
    }

    /** Stands at the foot of every page but the first. */
    private void footer(Element body) {
        tree.line(body, "div", "foot-left", title());
        Element right = tree.add(body, "div", "foot-right");
        tree.add(right, "span", "page-number");
    }

    /** What is returned takes remarks on the whole report. */
    private Element titlePage(Element body) {
        Element page = tree.add(body, "div", "title-page");
        tree.line(page, "p", "maker", "Design of a machine-learning system");
        tree.line(page, "h1", "title", title());
        if (!design.question().isBlank()) {
            Element question = tree.add(page, "div", "question");
            tree.paragraphs(question, "", design.question());
        }
        if (!design.summary().isBlank()) {
            Element summary = tree.add(page, "div", "summary");
            tree.paragraphs(summary, "", design.summary());
        }
        List<String> facts = new ArrayList<>();
        if (!options.author().isBlank()) {
            facts.add(options.author());
        }
        facts.add(DATE.format(options.when()));
        facts.add(count(design.components().size(), "component"));
        facts.add(count(design.links().size(), "link"));
        facts.add(count(design.decisions().size(), "decision"));
        Element colophon = tree.add(page, "div", "colophon");
        tree.line(colophon, "p", "", String.join("  ·  ", facts));
        contents(page);
        return colophon;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void contents(Element page) {
        Element contents = tree.add(page, "div", "contents");
        tree.line(contents, "p", "contents-head", "Contents");
        for (Heading heading : headings) {
            Element link = tree.add(tree.add(contents, "p", "entry"), "a");
            link.setAttribute("href", "#" + heading.anchor());
            link.setAttribute("title", tree.attribute(heading.title()));
            tree.line(link, "span", "entry-ordinal", heading.ordinal().isEmpty() ? "\u00a0" : heading.ordinal());
            tree.text(link, tree.attribute(heading.title()));
        }
    }

    private void canvas(Element body) {
        boolean landscape = canvasLandscape();
        double width = (landscape ? options.pageSize().height() : options.pageSize().width()) - CANVAS_ACROSS;
        double height = (landscape ? options.pageSize().width() : options.pageSize().height()) - CANVAS_DOWN;
        Element page = tree.add(body, "div", "canvas-page");
        // The layout engine gives every page the width of the first one unless told otherwise.
        page.setAttribute("style", String.format(Locale.ROOT, "width:%.2fmm", width));
        Element heading = tree.add(page, "h1");
        heading.setAttribute("id", "canvas");
        tree.text(heading, "The design on one page");
        object(tree.add(page, "div", "legend"), "legend", LEGEND_WIDTH, LEGEND_HEIGHT,
                "Legend: solid lines carry data, thick blue lines requests, dashed lines feedback",
                (graphics, w, h) -> painter.paintLegend(graphics, Palette.PRINT, w, h));
        Bounds bounds = diagram.bounds();
        double scale = Math.min(width / bounds.width(), height / bounds.height());
        object(tree.add(page, "div", "canvas"), "canvas", bounds.width() * scale, bounds.height() * scale,
                painter.describe(design),
                (graphics, w, h) -> painter.paint(graphics, diagram, Palette.PRINT, w, h));
    }

    /**
     * @param width mm
     * @param alternative what the drawing shows, in words
     */
    private void object(Element parent, String name, double width, double height, String alternative,
            Drawing drawing) {
        drawings.put(name, drawing);
        addObject(tree, parent, name, width, height, alternative);
    }

    static void addObject(Tree tree, Element parent, String name, double width, double height, String alternative) {
        Element object = tree.add(parent, "object", "drawing");
        object.setAttribute("data", name);
        object.setAttribute("alt", tree.attribute(alternative));
        object.setAttribute("style", String.format(Locale.ROOT, "width:%.2fmm;height:%.2fmm", width, height));
    }

    private void notes(Element body) {
        if (!hasNotes()) {
            return;
        }
        Element section = tree.add(body, "div", "section");
        Element heading = tree.add(section, "h1");
        heading.setAttribute("id", "notes");
        tree.text(heading, "Notes");
        for (Note note : design.notes()) {
            if (!note.text().isBlank()) {
                tree.paragraphs(tree.add(section, "div", "note"), "", NoteText.of(note.text()).plain());
            }
        }
        if (!design.placeholders().isEmpty()) {
            tree.line(section, "h2", "", "Parts of the file that could not be read");
            FactTables facts = new FactTables(tree, design);
            Element table = facts.table(section, "words wide");
            for (Placeholder placeholder : design.placeholders()) {
                Element row = tree.add(table, "tr");
                tree.line(row, "th", "label", placeholder.section() + ", entry " + (placeholder.index() + 1));
                tree.paragraphs(tree.add(row, "td"), "", placeholder.reason());
            }
        }
    }
}
