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
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * Draws links with the marks of their kind: data as solid lines, requests thicker in the accent colour from a dot, feedback
 * dashed with an open head; disabled ones faint and cut.
 */
final class LinkPainter {
    private static final float FAINT = 0.45f;

    private final DrawingFonts fonts;
    private final TextFit fit;

    LinkPainter(DrawingFonts fonts, TextFit fit) {
        this.fonts = fonts;
        this.fit = fit;
    }

    void paintLine(Graphics2D canvas, Link link, List<Point> route, Palette palette) {
        if (route.size() < 2) {
            return;
        }
        paintLine(canvas, link.kind(), colour(link, palette), route);
        if (link.disabled()) {
            canvas.setStroke(new BasicStroke(1.6f));
            canvas.draw(LinkShape.cut(route));
        }
    }

    private static void paintLine(Graphics2D canvas, Link.Kind kind, Color colour, List<Point> route) {
        canvas.setColor(colour);
        canvas.setStroke(stroke(kind));
        canvas.draw(LinkShape.line(kind, route));
        if (LinkShape.filled(kind)) {
            canvas.fill(LinkShape.head(kind, route));
        } else {
            canvas.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            canvas.draw(LinkShape.head(kind, route));
        }
    }

    /** A disabled link is faint: mixed with the ground, because not every format of ours has transparency. */
    private static Color colour(Link link, Palette palette) {
        Color full = colour(link.kind(), palette);
        Color ground = palette.surface();
        return link.disabled()
                ? new Color(mixed(full.getRed(), ground.getRed()), mixed(full.getGreen(), ground.getGreen()),
                        mixed(full.getBlue(), ground.getBlue()))
                : full;
    }

    private static int mixed(int part, int ground) {
        return Math.round(part * FAINT + ground * (1 - FAINT));
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

    /** Each label on its ground, so that the line does not run through it. */
    void paintLabels(Graphics2D canvas, Diagram diagram, Palette palette) {
        Font font = fonts.font(Face.REGULAR, LinkLabel.SIZE);
        for (LinkLabel label : LinkLabel.of(diagram, fonts)) {
            Bounds box = label.bounds();
            canvas.setColor(palette.surface());
            canvas.fill(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 6, 6));
            canvas.setColor(colour(label.link(), palette));
            canvas.fill(label.icon(fonts));
            DiagramPainter.text(canvas, label.text(), font,
                    label.link().disabled() ? palette.muted() : colour(label.link(), palette),
                    label.textX(), box.y() + LinkLabel.BASELINE);
        }
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
            paintLine(canvas, kind, colour(kind, palette), List.of(new Point(x, y), new Point(x + 34, y)));
            DiagramPainter.text(canvas, fit.cut(name, font, width - x - 40), font, palette.muted(), x + 40, y + 3.6);
            x += 40 + fit.width(name, font) + 22;
        }
    }
}
