package dev.sevenstep.export.diagram;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.export.diagram.DrawingFonts.Face;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws links: data as solid lines, requests thicker in the accent colour, feedback dashed; each ends in an arrow head. */
final class LinkPainter {
    private static final double BEND = 5;
    private static final double HEAD = 7;
    private static final double LABEL_HEIGHT = 14;

    private final DrawingFonts fonts;
    private final TextFit fit;

    LinkPainter(DrawingFonts fonts, TextFit fit) {
        this.fonts = fonts;
        this.fit = fit;
    }

    void paintLine(Graphics2D canvas, Link link, List<Point> route, Palette palette) {
        if (route.size() >= 2) {
            paintLine(canvas, link.kind(), route, palette);
        }
    }

    private static void paintLine(Graphics2D canvas, Link.Kind kind, List<Point> route, Palette palette) {
        canvas.setColor(colour(kind, palette));
        canvas.setStroke(stroke(kind));
        canvas.draw(line(route));
        canvas.fill(head(route));
    }

    private static Color colour(Link.Kind kind, Palette palette) {
        return kind == Link.Kind.REQUEST ? palette.accent() : palette.muted();
    }

    private static BasicStroke stroke(Link.Kind kind) {
        return switch (kind) {
            case DATA -> new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            case REQUEST -> new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            case FEEDBACK -> new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                    new float[]{5, 4}, 0);
        };
    }

    /** Straight pieces with rounded bends; stops inside the arrow head. */
    private static Path2D line(List<Point> route) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(route.getFirst().x(), route.getFirst().y());
        for (int i = 1; i < route.size() - 1; i++) {
            Point bend = route.get(i);
            Point in = towards(bend, route.get(i - 1), BEND);
            Point out = towards(bend, route.get(i + 1), BEND);
            path.lineTo(in.x(), in.y());
            path.quadTo(bend.x(), bend.y(), out.x(), out.y());
        }
        Point end = towards(route.getLast(), route.get(route.size() - 2), HEAD - 1);
        path.lineTo(end.x(), end.y());
        return path;
    }

    /** The point {@code distance} from {@code from} on the way to {@code to}, half-way at most. */
    private static Point towards(Point from, Point to, double distance) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.hypot(dx, dy);
        double part = length == 0 ? 0 : Math.min(distance / length, 0.5);
        return new Point(from.x() + dx * part, from.y() + dy * part);
    }

    private static Path2D head(List<Point> route) {
        Point tip = route.getLast();
        Point before = route.get(route.size() - 2);
        double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
        double ux = length == 0 ? 1 : (tip.x() - before.x()) / length;
        double uy = length == 0 ? 0 : (tip.y() - before.y()) / length;
        Path2D.Double head = new Path2D.Double();
        head.moveTo(tip.x(), tip.y());
        head.lineTo(tip.x() - ux * HEAD - uy * HEAD * 0.45, tip.y() - uy * HEAD + ux * HEAD * 0.45);
        head.lineTo(tip.x() - ux * HEAD + uy * HEAD * 0.45, tip.y() - uy * HEAD - ux * HEAD * 0.45);
        head.closePath();
        return head;
    }

    /**
     * Labels go on a piece of their link where they cover no card and no other label; a label without such a place is left
     * out (the tables of a report have it).
     */
    void paintLabels(Graphics2D canvas, Diagram diagram, List<Bounds> cards, Palette palette) {
        Font font = fonts.font(Face.REGULAR, 10);
        List<Bounds> taken = new ArrayList<>(cards);
        for (Link link : diagram.design().links()) {
            String label = fit.cut(fonts.printable().line(link.label()), font, 140);
            List<Point> route = diagram.routes().getOrDefault(link.id(), List.of());
            if (label.isEmpty() || route.size() < 2) {
                continue;
            }
            Optional<Bounds> place = place(route, fit.width(label, font) + 8, taken);
            if (place.isPresent()) {
                Bounds box = place.get();
                taken.add(box);
                canvas.setColor(palette.surface());
                canvas.fill(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 6, 6));
                DiagramPainter.text(canvas, label, font, colour(link.kind(), palette), box.x() + 4, box.y() + 10.6);
            }
        }
    }

    private static Optional<Bounds> place(List<Point> route, double width, List<Bounds> taken) {
        double best = 0;
        Optional<Bounds> place = Optional.empty();
        for (int i = 1; i < route.size(); i++) {
            Point a = route.get(i - 1);
            Point b = route.get(i);
            boolean flat = a.y() == b.y();
            double length = Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
            double need = flat ? width + 2 * HEAD : LABEL_HEIGHT + 2 * HEAD;
            Bounds box = new Bounds((a.x() + b.x()) / 2 - width / 2, (a.y() + b.y()) / 2 - LABEL_HEIGHT / 2, width,
                    LABEL_HEIGHT);
            double worth = flat ? length : length / 3;
            if (length >= need && worth > best && taken.stream().noneMatch(box::overlaps)) {
                best = worth;
                place = Optional.of(box);
            }
        }
        return place;
    }

    /** Samples with names, from the left. */
    void paintLegend(Graphics2D canvas, Palette palette, double width, double height) {
        Font font = fonts.font(Face.REGULAR, 10);
        double x = 0;
        double y = height / 2;
        for (Link.Kind kind : Link.Kind.values()) {
            String name = switch (kind) {
                case DATA -> "data";
                case REQUEST -> "request";
                case FEEDBACK -> "feedback";
            };
            paintLine(canvas, kind, List.of(new Point(x, y), new Point(x + 34, y)), palette);
            DiagramPainter.text(canvas, fit.cut(name, font, width - x - 40), font, palette.muted(), x + 40, y + 3.6);
            x += 40 + fit.width(name, font) + 22;
        }
    }
}
