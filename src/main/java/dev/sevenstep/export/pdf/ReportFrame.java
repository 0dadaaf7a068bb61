package dev.sevenstep.export.pdf;

import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.diagram.Drawing;
import dev.sevenstep.export.diagram.PrintableText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What every report has around its sections: properties and bookmarks, a title page with contents, numbers at the foot of the
 * pages. Headings are named first, since contents and bookmarks come before what they lead to.
 */
final class ReportFrame {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)
            .withZone(ZoneOffset.UTC);
    /** Left and right of the text, mm; as in the style sheet. */
    private static final double MARGINS = 40;

    /** What gives way on a page that is less high. */
    private static final String LANDSCAPE = ".title-page{padding-top:4mm}.colophon{margin-bottom:8mm}"
            + ".results{margin-bottom:4mm}.results td{padding-top:0.5mm;padding-bottom:0.5mm}";

    private final Tree tree;
    private final ExportOptions options;
    private final Map<String, Drawing> drawings = new LinkedHashMap<>();
    private final List<Heading> headings = new ArrayList<>();
    private @Nullable Element colophon;

    /** An entry of contents and bookmarks. */
    private record Heading(String anchor, String ordinal, String title) {}

    /**
     * What stands on the title page.
     *
     * @param maker what sort of document it is, above the title
     * @param subject for the properties of the file
     * @param question below the title, large; may be empty
     * @param facts counts and the like, besides author and date
     */
    record Cover(String maker, String title, String subject, String question, String summary, List<String> facts) {}

    ReportFrame(PrintableText printable, ExportOptions options) {
        this.tree = new Tree(printable);
        this.options = options;
    }

    Tree tree() {
        return tree;
    }

    Map<String, Drawing> drawings() {
        return drawings;
    }

    ExportOptions options() {
        return options;
    }

    /** Of the text between the margins, mm. */
    double textWidth() {
        return (options.landscape() ? options.pageSize().height() : options.pageSize().width()) - MARGINS;
    }

    /**
     * Names a section to come, for contents and bookmarks.
     *
     * @param ordinal before its title; may be empty
     */
    void announce(String anchor, String ordinal, String title) {
        headings.add(new Heading(anchor, ordinal, title));
    }

    /**
     * Begins the document, once all headings are announced.
     *
     * @param styleSheet of reports, with rules that only this one has
     * @return where the sections go
     */
    Element open(Cover cover, String styleSheet) {
        Element html = tree.root("html");
        html.setAttribute("lang", "en-GB");
        head(html, cover, styleSheet);
        Element body = tree.add(html, "body");
        // At the foot of every page but the first.
        tree.line(body, "div", "foot-left", cover.title());
        tree.add(tree.add(body, "div", "foot-right"), "span", "page-number");
        titlePage(body, cover);
        return body;
    }

    /**
     * Ends the document.
     *
     * @param source what has the characters that the font lacks
     */
    Document close(String source) {
        Element remarks = colophon;
        if (remarks != null && tree.isLossy()) {
            tree.line(remarks, "p", "", "Characters that the font of this report lacks are printed as "
                    + PrintableText.BOX + ". " + source + " has them.");
        }
        return tree.document();
    }

    private void head(Element html, Cover cover, String styleSheet) {
        Element head = tree.add(html, "head");
        tree.line(head, "title", "", cover.title());
        meta(head, "subject", cover.subject());
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

    private String pageRules() {
        double longer = options.pageSize().height();
        double shorter = options.pageSize().width();
        return String.format(Locale.ROOT, "@page{size:%.1fmm %.1fmm}%n", options.landscape() ? longer : shorter,
                options.landscape() ? shorter : longer)
                + (options.landscape() ? LANDSCAPE : "");
    }

    private void titlePage(Element body, Cover cover) {
        Element page = tree.add(body, "div", "title-page");
        tree.line(page, "p", "maker", cover.maker());
        tree.line(page, "h1", "title", cover.title());
        block(page, "question", cover.question());
        block(page, "summary", cover.summary());
        List<String> facts = new ArrayList<>();
        if (!options.author().isBlank()) {
            facts.add(options.author());
        }
        facts.add(DATE.format(options.when()));
        facts.addAll(cover.facts());
        Element below = tree.add(page, "div", "colophon");
        tree.line(below, "p", "", String.join("  ·  ", facts));
        colophon = below;
        contents(page);
    }

    private void block(Element page, String style, String text) {
        if (!text.isBlank()) {
            tree.paragraphs(tree.add(page, "div", style), "", text);
        }
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

    /** Adds the heading of a section that was announced. */
    Element heading(Element parent, String anchor) {
        Heading announced = headings.stream().filter(heading -> heading.anchor().equals(anchor)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no section " + anchor + " was announced"));
        Element heading = tree.add(parent, "h1");
        heading.setAttribute("id", anchor);
        if (!announced.ordinal().isEmpty()) {
            tree.line(heading, "span", "ordinal", announced.ordinal());
        }
        tree.text(heading, tree.attribute(announced.title()));
        return heading;
    }

    /**
     * Adds a drawing.
     *
     * @param name unique in the document
     * @param width mm
     * @param height mm
     * @param alternative what the drawing shows, in words
     */
    void drawing(Element parent, String name, double width, double height, String alternative, Drawing drawing) {
        drawings.put(name, drawing);
        Element object = tree.add(parent, "object", "drawing");
        object.setAttribute("data", name);
        object.setAttribute("alt", tree.attribute(alternative));
        object.setAttribute("style", String.format(Locale.ROOT, "width:%.2fmm;height:%.2fmm", width, height));
    }
}
