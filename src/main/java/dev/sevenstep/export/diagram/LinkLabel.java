package dev.sevenstep.export.diagram;

import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.export.diagram.DrawingFonts.Face;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The label of a link and its place in the drawing.
 *
 * @param text as much of the label as there is room for
 * @param bounds of the ground below the text
 */
public record LinkLabel(Link link, String text, Bounds bounds) {
    /** Size of the text in canvas units. */
    public static final float SIZE = 10;
    /** From the left edge of the ground to the text. */
    public static final double INSET = 4;
    /** From the upper edge of the ground to the line the text stands on. */
    public static final double BASELINE = 10.6;
    private static final double HEIGHT = 14;
    private static final double LONGEST = 140;

    /**
     * Labels go on a piece of their link where they cover no card and no other label; a label without such a place is left
     * out (the tables of a report have it).
     */
    public static List<LinkLabel> of(Diagram diagram, DrawingFonts fonts) {
        TextFit fit = new TextFit();
        Font font = fonts.font(Face.REGULAR, SIZE);
        List<Bounds> taken = new ArrayList<>();
        diagram.design().components().forEach(card -> taken.add(diagram.frames().bounds(card)));
        List<LinkLabel> labels = new ArrayList<>();
        for (Link link : diagram.design().links()) {
            String text = fit.cut(fonts.printable().line(link.label()), font, LONGEST);
            List<Point> route = diagram.routes().getOrDefault(link.id(), List.of());
            if (!text.isEmpty() && route.size() >= 2) {
                place(route, fit.width(text, font) + 2 * INSET, taken).ifPresent(box -> {
                    taken.add(box);
                    labels.add(new LinkLabel(link, text, box));
                });
            }
        }
        return labels;
    }

    private static Optional<Bounds> place(List<Point> route, double width, List<Bounds> taken) {
        double best = 0;
        Optional<Bounds> place = Optional.empty();
        for (int i = 1; i < route.size(); i++) {
            Point a = route.get(i - 1);
            Point b = route.get(i);
            boolean flat = a.y() == b.y();
            double length = Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
            double need = flat ? width + 2 * LinkShape.HEAD : HEIGHT + 2 * LinkShape.HEAD;
            Bounds box = new Bounds((a.x() + b.x()) / 2 - width / 2, (a.y() + b.y()) / 2 - HEIGHT / 2, width,
                    HEIGHT);
            double worth = flat ? length : length / 3;
            if (length >= need && worth > best && taken.stream().noneMatch(box::overlaps)) {
                best = worth;
                place = Optional.of(box);
            }
        }
        return place;
    }
}
