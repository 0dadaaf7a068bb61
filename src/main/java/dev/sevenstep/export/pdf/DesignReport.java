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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The report of a design as a document tree with the drawings that stand in it. */
final class DesignReport {
    /** Margins, and what heading and legend need, mm; as in the style sheet. */
    private static final double CANVAS_ACROSS = 24;
    private static final double CANVAS_DOWN = 44;
    private static final double LEGEND_WIDTH = 76;
    private static final double LEGEND_HEIGHT = 5;

    private final Design design;
    private final Catalogue catalogue;
    private final ExportOptions options;
    private final DiagramPainter painter;
    private final Diagram diagram;
    private final ReportFrame frame;
    private final Tree tree;

    DesignReport(Design design, Catalogue catalogue, ExportOptions options, DiagramPainter painter) {
        this.design = design;
        this.catalogue = catalogue;
        this.options = options;
        this.painter = painter;
        this.diagram = Diagram.of(design);
        this.frame = new ReportFrame(painter.fonts().printable(), options);
        this.tree = frame.tree();
    }

    Map<String, Drawing> drawings() {
        return frame.drawings();
    }

    /**
     * @param styleSheet of the report
     */
    Document build(String styleSheet, Optional<RunSection.Source> run) {
        announce(run);
        Element body = frame.open(cover(), styleSheet + canvasRule());
        canvas(body);
        StepSection steps = new StepSection(tree, design, catalogue);
        for (Step step : Step.values()) {
            steps.add(body, step);
        }
        notes(body);
        run.ifPresent(source -> new RunSection(frame, source).add(body));
        return frame.close("The design inside this file");
    }

    private void announce(Optional<RunSection.Source> run) {
        frame.announce("canvas", "", "The design on one page");
        for (Step step : Step.values()) {
            frame.announce(StepSection.anchor(step), Integer.toString(step.number()), step.fullName());
        }
        if (hasNotes()) {
            frame.announce("notes", "", "Notes");
        }
        run.ifPresent(source -> RunSection.announce(frame, source.run()));
    }

    private boolean hasNotes() {
        return !design.notes().isEmpty() || !design.placeholders().isEmpty();
    }

    private String title() {
        return design.title().isBlank() ? "Untitled design" : design.title();
    }

    private ReportFrame.Cover cover() {
        return new ReportFrame.Cover("Design of a machine-learning system", title(),
                design.question().isBlank() ? "Design of a machine-learning system" : design.question(),
                design.question(), design.summary(), List.of(count(design.components().size(), "component"),
                        count(design.links().size(), "link"), count(design.decisions().size(), "decision")));
    }

    /** The canvas chooses the orientation in which it comes out larger. */
    private boolean canvasLandscape() {
        Bounds bounds = diagram.bounds();
        return bounds.width() >= bounds.height();
    }

    private String canvasRule() {
        double longer = options.pageSize().height();
        double shorter = options.pageSize().width();
        return String.format(Locale.ROOT, "@page canvas{size:%.1fmm %.1fmm}%n", canvasLandscape() ? longer : shorter,
                canvasLandscape() ? shorter : longer);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void canvas(Element body) {
        boolean landscape = canvasLandscape();
        double width = (landscape ? options.pageSize().height() : options.pageSize().width()) - CANVAS_ACROSS;
        double height = (landscape ? options.pageSize().width() : options.pageSize().height()) - CANVAS_DOWN;
        Element page = tree.add(body, "div", "canvas-page");
        // The layout engine gives every page the width of the first one unless told otherwise.
        page.setAttribute("style", String.format(Locale.ROOT, "width:%.2fmm", width));
        frame.heading(page, "canvas");
        frame.drawing(tree.add(page, "div", "legend"), "legend", LEGEND_WIDTH, LEGEND_HEIGHT,
                "Legend: solid lines carry data, thick blue lines requests, dashed lines feedback",
                (graphics, w, h) -> painter.paintLegend(graphics, Palette.PRINT, w, h));
        Bounds bounds = diagram.bounds();
        double scale = Math.min(width / bounds.width(), height / bounds.height());
        frame.drawing(tree.add(page, "div", "canvas"), "canvas", bounds.width() * scale, bounds.height() * scale,
                painter.describe(design),
                (graphics, w, h) -> painter.paint(graphics, diagram, Palette.PRINT, w, h));
    }

    private void notes(Element body) {
        if (!hasNotes()) {
            return;
        }
        Element section = tree.add(body, "div", "section");
        frame.heading(section, "notes");
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
