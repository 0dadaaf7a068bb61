package dev.sevenstep.export.html;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.NoteText;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.export.CleanText;
import dev.sevenstep.export.Contents;
import dev.sevenstep.export.Markup;
import dev.sevenstep.export.diagram.Diagram;
import dev.sevenstep.export.diagram.DrawingFonts;
import dev.sevenstep.export.diagram.LinkLabel;
import dev.sevenstep.export.diagram.LinkShape;
import java.awt.font.FontRenderContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The diagram as elements of the page: links as one SVG behind, frames, groups, cards and notes as boxes at their places. A
 * step's cards are a list, a card is a link to its section.
 */
final class HtmlBoard {
    /** What fits on a page of A4 or Letter between its margins, in CSS pixels. */
    private static final double PAPER_WIDTH = 660;
    private static final double PAPER_HEIGHT = 860;
    private static final double ICON = 15;

    private final Contents contents;
    private final Diagram diagram;
    private final DrawingFonts fonts;
    private final StringBuilder places = new StringBuilder();
    private final Map<String, String> icons = new LinkedHashMap<>();
    private int boxes;

    HtmlBoard(Contents contents, Diagram diagram, DrawingFonts fonts) {
        this.contents = contents;
        this.diagram = diagram;
        this.fonts = fonts;
        Bounds bounds = diagram.bounds();
        double paper = Math.min(1, Math.min(PAPER_WIDTH / bounds.width(), PAPER_HEIGHT / bounds.height()));
        places.append(":root { --board-width: ").append(px(bounds.width())).append("; --board-height: ")
                .append(px(bounds.height())).append("; --board-ratio: ")
                .append(number(bounds.width())).append(" / ").append(number(bounds.height())).append("; --paper: ")
                .append(number(paper)).append("; }\n");
        for (Step step : Step.values()) {
            place("f" + step.number(), diagram.frames().frame(step));
        }
        int card = 0;
        for (Component component : contents.design().components()) {
            place("k" + card++, diagram.frames().bounds(component));
        }
        for (Group group : contents.design().groups()) {
            place("b" + boxes++, new Bounds(group.x(), group.y(), group.width(), group.height()));
        }
        for (Note note : contents.design().notes()) {
            place("b" + boxes++, new Bounds(note.x(), note.y(), note.width(), note.height()));
        }
    }

    /** The part of the style sheet that says where the boxes stand; the policy of the page allows no style in tags. */
    String places() {
        return places.toString();
    }

    private void place(String id, Bounds at) {
        places.append('#').append(id).append(" { left: ").append(px(at.x() - diagram.bounds().x())).append("; top: ")
                .append(px(at.y() - diagram.bounds().y())).append("; width: ").append(px(at.width()))
                .append("; height: ").append(px(at.height())).append("; }\n");
    }

    void write(Markup page) {
        page.open("section", "class", "diagram", "aria-labelledby", "diagram-heading").line();
        page.leaf("h2", "Diagram", "id", "diagram-heading").line();
        page.open("div", "class", "tools", "role", "group", "aria-label", "Zoom", "hidden", "");
        button(page, "zoom-out", "−", "Zoom out");
        page.leaf("output", "100 %", "id", "zoom-level", "aria-label", "Zoom").line();
        button(page, "zoom-in", "+", "Zoom in");
        button(page, "zoom-fit", "Fit", "Show all of the diagram");
        button(page, "zoom-one", "1 : 1", "Show it in its own size");
        page.close().line();
        page.open("div", "id", "view", "class", "view", "role", "region", "tabindex", "0", "aria-label",
                "Diagram. Arrow keys move it, plus and minus zoom, 0 shows all of it.").line();
        page.open("div", "id", "board", "class", "board").line();
        for (Step step : Step.values()) {
            frame(page, step);
        }
        int box = 0;
        for (Group group : contents.design().groups()) {
            page.open("div", "id", "b" + box++, "class", "group " + tone(group));
            page.leaf("span", CleanText.line(group.title())).close().line();
        }
        links(page);
        for (Step step : Step.values()) {
            cards(page, step);
        }
        for (Note note : contents.design().notes()) {
            page.open("div", "id", "b" + box++, "class", "note", "role", "note");
            NoteText.of(CleanText.block(note.text())).lines().forEach(line -> note(page, line));
            page.close().line();
        }
        page.close().close().line();
        legend(page);
        iconShapes(page);
        page.close().line();
    }

    private static void button(Markup page, String id, String text, String name) {
        page.leaf("button", text, "type", "button", "id", id, "aria-label", name, "title", name).line();
    }

    private static void note(Markup page, NoteText.Line line) {
        page.open("p", "class", line.marker().isEmpty() ? "line" : "line point");
        if (!line.marker().isEmpty()) {
            page.leaf("span", line.marker(), "class", "marker");
        }
        page.spans(line);
        page.close();
    }

    private static String tone(Group group) {
        return List.of("ok", "warn", "bad", "accent").contains(group.tone()) ? group.tone() : "neutral";
    }

    private void frame(Markup page, Step step) {
        page.open("div", "id", "f" + step.number(), "class", "frame").open("p", "id", "frame-" + step.id());
        page.leaf("span", Integer.toString(step.number()), "class", "ordinal").text(" " + step.shortName());
        page.close().close().line();
    }

    private void links(Markup page) {
        Bounds bounds = diagram.bounds();
        String width = number(bounds.width());
        String height = number(bounds.height());
        page.open("svg", "class", "links", "aria-hidden", "true", "width", width, "height", height, "viewBox",
                number(bounds.x()) + " " + number(bounds.y()) + " " + width + " " + height).line();
        for (Link link : contents.design().links()) {
            List<Point> route = diagram.routes().getOrDefault(link.id(), List.of());
            if (route.size() >= 2) {
                page.open("g", "class", link.kind().id() + (link.disabled() ? " disabled" : ""));
                page.empty("path", "d", SvgPath.of(LinkShape.line(link.kind(), route)));
                page.empty("path", "class", "head", "d", SvgPath.of(LinkShape.head(link.kind(), route)));
                if (link.disabled()) {
                    page.empty("path", "class", "cut", "d", SvgPath.of(LinkShape.cut(route)));
                }
                page.close().line();
            }
        }
        for (LinkLabel label : LinkLabel.of(diagram, fonts)) {
            Bounds box = label.bounds();
            page.open("g", "class", label.link().kind().id());
            page.empty("rect", "x", number(box.x()), "y", number(box.y()), "width", number(box.width()), "height",
                    number(box.height()), "rx", "3");
            page.empty("path", "class", "icon", "d", SvgPath.of(label.icon(fonts)));
            page.leaf("text", label.text(), "x", number(label.textX()), "y",
                    number(box.y() + LinkLabel.BASELINE)).close().line();
        }
        page.close().line();
    }

    private void cards(Markup page, Step step) {
        page.open("ul", "aria-labelledby", "frame-" + step.id()).line();
        int index = 0;
        for (Component card : contents.design().components()) {
            if (card.step() == step) {
                card(page, card, index);
            }
            index++;
        }
        page.close().line();
    }

    private void card(Markup page, Component card, int index) {
        String figures = CleanText.line(ValueText.cardFigures(card, contents.design(), contents.catalogue()));
        page.open("li").open("a", "id", "k" + index, "class", "card", "href", "#c" + index, "title",
                contents.titleOf(card));
        page.open("span", "class", "kind");
        icon(card).ifPresent(icon -> page.open("svg", "aria-hidden", "true", "width", number(ICON), "height",
                number(ICON)).empty("use", "href", "#" + icon).close());
        page.text(contents.kindName(card)).close();
        page.leaf("span", contents.titleOf(card), "class", "name");
        if (!figures.isEmpty()) {
            page.leaf("span", figures, "class", "figures");
        }
        page.close().close().line();
    }

    /** The name of the shape of the card's icon; shapes are written once, at the end. */
    private Optional<String> icon(Component card) {
        Optional<String> literal = contents.catalogue().kind(card.kind()).map(Kind::icon)
                .filter(name -> fonts.icon(name).isPresent());
        literal.ifPresent(name -> icons.computeIfAbsent(name, _ -> "i" + icons.size()));
        return literal.map(icons::get);
    }

    private void iconShapes(Markup page) {
        page.open("svg", "class", "icons", "aria-hidden", "true", "width", "0", "height", "0").line();
        FontRenderContext context = new FontRenderContext(null, true, true);
        icons.forEach((literal, id) -> page.open("symbol", "id", id).empty("path", "d",
                SvgPath.of(fonts.icons(ICON).createGlyphVector(context, fonts.icon(literal).orElse(""))
                        .getOutline(0, (float) ICON - 1)))
                .close().line());
        page.close().line();
    }

    private static void legend(Markup page) {
        page.open("p", "class", "legend", "aria-hidden", "true");
        for (Link.Kind kind : Link.Kind.values()) {
            page.open("span").open("svg", "class", "links", "width", "36", "height", "8");
            page.open("g", "class", kind.id()).empty("path", "d", "M0 4H30")
                    .empty("path", "class", "head", "d", "M36 4L29 0.8V7.2Z").close();
            page.close().text(" " + kind.id()).close();
        }
        page.close().line();
    }

    private static String px(double length) {
        return number(length) + "px";
    }

    private static String number(double value) {
        return Markup.number(Math.round(value * 100) / 100.0);
    }
}
