package dev.sevenstep.export.drawio;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.NoteText;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.design.io.DesignWriter;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.export.CleanText;
import dev.sevenstep.export.Contents;
import dev.sevenstep.export.Marks;
import dev.sevenstep.export.Markup;
import dev.sevenstep.export.diagram.Diagram;
import dev.sevenstep.export.diagram.DrawingFonts;
import dev.sevenstep.export.diagram.LinkLabel;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a {@code .drawio} file: step frames are containers, cards stand in them, links are right-angled edges with the
 * waypoints and places of labels that they have on the canvas.
 */
public final class DrawioWriter {
    private static final String LAYER = "1";

    private final Catalogue catalogue;
    private final DrawingFonts fonts;
    private final Palette palette = Palette.PRINT;

    /** @param fonts to find places for the labels of links */
    public DrawioWriter(Catalogue catalogue, DrawingFonts fonts) {
        this.catalogue = catalogue;
        this.fonts = fonts;
    }

    /** The text of the file, XML in UTF-8. */
    public String write(Design design) {
        Contents contents = new Contents(design, catalogue);
        Diagram diagram = Diagram.of(design);
        Markup file = new Markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        file.open("mxfile", "host", "Sevenstep", "type", "device").line();
        file.open("diagram", "id", "design", "name", contents.title()).line();
        file.open("mxGraphModel", "dx", "0", "dy", "0", "grid", "1", "gridSize", "16", "guides", "1", "tooltips", "1",
                "connect", "1", "arrows", "1", "fold", "0", "page", "0", "pageScale", "1", "pageWidth", "1169",
                "pageHeight", "827", "math", "0", "shadow", "0").line();
        file.open("root").line();
        file.open("UserObject", "id", "0", "label", "", Marks.OURS, Marks.DESIGN, Marks.SOURCE,
                new String(DesignWriter.write(design), StandardCharsets.UTF_8)).empty("mxCell").close().line();
        file.empty("mxCell", "id", LAYER, "parent", "0").line();
        for (Step step : Step.values()) {
            frame(file, step, diagram.frames().frame(step));
        }
        Map<String, String> cells = new HashMap<>();
        for (Component card : design.components()) {
            String cell = "component-" + cells.size();
            cells.put(card.id(), cell);
            card(file, contents, card, cell, diagram);
        }
        int number = 0;
        for (Note note : design.notes()) {
            note(file, note, "note-" + number++);
        }
        Map<String, Bounds> labels = LinkLabel.of(diagram, fonts).stream()
                .collect(Collectors.toMap(label -> label.link().id(), LinkLabel::bounds));
        for (Link link : design.links()) {
            String from = cells.get(link.from());
            String to = cells.get(link.to());
            if (from != null && to != null) {
                link(file, link, "link-" + number++, from, to, diagram, Optional.ofNullable(labels.get(link.id())));
            }
        }
        // Above the links, so that a title can be read where one crosses it; what is inside a group is reached through it.
        for (Group group : design.groups()) {
            group(file, group, "group-" + number++);
        }
        file.close().line();
        file.close().line();
        file.close().line();
        file.close().line();
        return file.toString();
    }

    private static String frameCell(Step step) {
        return "frame-" + step.id();
    }

    private void frame(Markup file, Step step, Bounds bounds) {
        file.open("UserObject", "id", frameCell(step), "label", step.number() + "  " + html(step.shortName()),
                Marks.OURS, Marks.FRAME, Marks.STEP, step.id());
        vertex(file, LAYER, bounds,
                "swimlane;shape=swimlane;html=1;container=1;collapsible=0;rounded=1;arcSize=4;absoluteArcSize=1;"
                        + "startSize=" + Markup.number(FrameLayout.HEADER)
                        + ";swimlaneLine=0;align=left;spacingLeft=12;"
                        + "fontSize=13;fontStyle=1;" + colours(palette.surface(), palette.line(), palette.foreground())
                        + "swimlaneFillColor=" + hex(palette.surface()) + ";");
        file.close().line();
    }

    private void card(Markup file, Contents contents, Component card, String cell, Diagram diagram) {
        Bounds frame = diagram.frames().frame(card.step());
        Bounds bounds = diagram.frames().bounds(card).movedBy(-frame.x(), -frame.y());
        String figures = CleanText.line(ValueText.cardFigures(card, contents.design(), catalogue));
        String small = contents.kindName(card) + (figures.isEmpty() ? "" : "\n" + figures);
        String tip = contents.facts(card).stream().map(fact -> CleanText.line(fact.label()) + ": "
                + CleanText.block(fact.text(contents.design()))
                + fact.source().map(source -> " (" + ValueText.source(source) + ")").orElse(""))
                .collect(Collectors.joining("\n"));
        file.open("UserObject", "id", cell, "label", "<b>" + html(contents.titleOf(card))
                + "</b><br><span style=\"font-size: 11px\">" + html(small) + "</span>", "tooltip", html(tip),
                Marks.OURS, Marks.COMPONENT, Marks.ELEMENT, card.id(), Marks.KIND, card.kind(),
                Marks.STEP, card.step().id());
        vertex(file, frameCell(card.step()), bounds, "rounded=1;arcSize=8;absoluteArcSize=1;whiteSpace=wrap;html=1;"
                + "align=left;spacingLeft=8;spacingRight=4;fontSize=13;"
                + colours(palette.surface(), palette.line(), palette.foreground()));
        file.close().line();
    }

    private void group(Markup file, Group group, String cell) {
        Color tone = switch (group.tone()) {
            case "ok" -> palette.ok();
            case "warn" -> palette.warn();
            case "bad" -> palette.bad();
            case "accent" -> palette.accent();
            default -> palette.muted();
        };
        file.open("UserObject", "id", cell, "label", html(group.title()), Marks.OURS, Marks.GROUP,
                Marks.ELEMENT, group.id());
        vertex(file, LAYER, new Bounds(group.x(), group.y(), group.width(), group.height()),
                "rounded=1;arcSize=10;absoluteArcSize=1;html=1;dashed=1;dashPattern=6 4;fillColor=none;pointerEvents=0;"
                        + "verticalAlign=top;align=left;spacingLeft=12;fontSize=11;strokeColor=" + hex(tone)
                        + ";fontColor=" + hex(tone) + ";labelBackgroundColor=" + hex(palette.surface()) + ";");
        file.close().line();
    }

    private void note(Markup file, Note note, String cell) {
        file.open("UserObject", "id", cell, "label", formatted(note.text()), Marks.OURS, Marks.NOTE,
                Marks.ELEMENT, note.id());
        vertex(file, LAYER, new Bounds(note.x(), note.y(), note.width(), note.height()),
                "shape=note;size=12;whiteSpace=wrap;html=1;align=left;verticalAlign=top;spacing=8;fontSize=12;"
                        + colours(palette.warnSubtle(), palette.line(), palette.foreground()));
        file.close().line();
    }

    private static void vertex(Markup file, String parent, Bounds bounds, String style) {
        file.open("mxCell", "style", style, "vertex", "1", "parent", parent);
        file.empty("mxGeometry", "x", Markup.number(bounds.x()), "y", Markup.number(bounds.y()), "width",
                Markup.number(bounds.width()), "height", Markup.number(bounds.height()), "as", "geometry").close();
    }

    private void link(Markup file, Link link, String cell, String from, String to, Diagram diagram,
            Optional<Bounds> label) {
        file.open("UserObject", "id", cell, "label", html(CleanText.line(link.label())), Marks.OURS,
                Marks.LINK, Marks.ELEMENT, link.id(), Marks.KIND, link.kind().id());
        List<Point> route = diagram.routes().getOrDefault(link.id(), List.of());
        StringBuilder style = new StringBuilder(
                "edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;endArrow=block;endFill=1;"
                        + "endSize=6;fontSize=10;labelBackgroundColor=" + hex(palette.surface()) + ";");
        style.append(switch (link.kind()) {
            case DATA -> line(palette.muted(), 1.3);
            case REQUEST -> line(palette.accent(), 2);
            case FEEDBACK -> line(palette.muted(), 1.3) + "dashed=1;dashPattern=5 4;";
        });
        if (link.disabled()) {
            style.append("opacity=35;textOpacity=60;");
        }
        if (route.size() >= 2) {
            style.append(end("exit", route.getFirst(), diagram, link.from()));
            style.append(end("entry", route.getLast(), diagram, link.to()));
        }
        file.open("mxCell", "style", style.toString(), "edge", "1", "parent", LAYER, "source", from, "target", to);
        file.open("mxGeometry", "relative", "1", "as", "geometry");
        if (route.size() > 2) {
            file.open("Array", "as", "points");
            route.subList(1, route.size() - 1)
                    .forEach(point -> file.empty("mxPoint", "x", Markup.number(point.x()), "y",
                            Markup.number(point.y())));
            file.close();
        }
        if (label.isPresent() && route.size() >= 2) {
            Point middle = middle(route);
            file.empty("mxPoint", "x", Markup.number(label.get().centerX() - middle.x()), "y",
                    Markup.number(label.get().centerY() - middle.y()), "as", "offset");
        }
        file.close().close().close().line();
    }

    /** Half-way along a route, from where draw.io measures the place of a label. */
    private static Point middle(List<Point> route) {
        double left = 0;
        for (int i = 1; i < route.size(); i++) {
            left += length(route, i) / 2;
        }
        for (int i = 1; i < route.size(); i++) {
            double leg = length(route, i);
            if (left <= leg && leg > 0) {
                Point from = route.get(i - 1);
                Point to = route.get(i);
                return new Point(from.x() + left / leg * (to.x() - from.x()),
                        from.y() + left / leg * (to.y() - from.y()));
            }
            left -= leg;
        }
        return route.getLast();
    }

    private static double length(List<Point> route, int leg) {
        return Math.hypot(route.get(leg).x() - route.get(leg - 1).x(), route.get(leg).y() - route.get(leg - 1).y());
    }

    /** Where on its card a link begins or ends, as parts of width and height. */
    private static String end(String name, Point point, Diagram diagram, String card) {
        Bounds bounds = diagram.design().components().get(card).map(diagram.frames()::bounds)
                .orElseThrow(() -> new IllegalArgumentException("no card " + card));
        return String.format(Locale.ROOT, "%1$sX=%2$.4f;%1$sY=%3$.4f;%1$sDx=0;%1$sDy=0;%1$sPerimeter=0;", name,
                (point.x() - bounds.x()) / Math.max(1, bounds.width()),
                (point.y() - bounds.y()) / Math.max(1, bounds.height()));
    }

    private static String line(Color colour, double width) {
        return "strokeColor=" + hex(colour) + ";fontColor=" + hex(colour) + ";strokeWidth=" + Markup.number(width)
                + ";";
    }

    private static String colours(Color fill, Color stroke, Color text) {
        return "fillColor=" + hex(fill) + ";strokeColor=" + hex(stroke) + ";fontColor=" + hex(text) + ";";
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }

    /** Text as the HTML that a label is; the file escapes it once more. */
    private static String html(String text) {
        return new Markup("").lines(text).toString().replace("<br/>", "<br>");
    }

    private static String formatted(String text) {
        Markup label = new Markup("");
        boolean first = true;
        for (NoteText.Line line : NoteText.of(CleanText.block(text)).lines()) {
            if (!first) {
                label.empty("br");
            }
            first = false;
            if (!line.marker().isEmpty()) {
                label.text(line.marker() + " ");
            }
            label.spans(line);
        }
        return label.toString().replace("<br/>", "<br>");
    }
}
