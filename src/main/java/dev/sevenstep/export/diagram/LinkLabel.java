package dev.sevenstep.export.diagram;

import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.LinkLabels;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.export.diagram.DrawingFonts.Face;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** Room for the icon, the space after it included. */
    private static final double ICON = 13;

    /** In the order of the links, at the places that labels have on screen; links without a label have none. */
    public static List<LinkLabel> of(Diagram diagram, DrawingFonts fonts) {
        TextFit fit = new TextFit();
        Font font = fonts.font(Face.REGULAR, SIZE);
        Map<String, String> texts = new HashMap<>();
        for (Link link : diagram.design().links()) {
            String text = fit.cut(fonts.printable().line(link.label()), font, LONGEST);
            if (!text.isEmpty()) {
                texts.put(link.id(), text);
            }
        }
        Map<String, Bounds> places = LinkLabels.place(diagram.design(), diagram.frames(), diagram.routes(),
                link -> Optional.ofNullable(texts.get(link.id())).map(
                        text -> new LinkLabels.Size(fit.width(text, font) + 2 * INSET + ICON, HEIGHT)));
        List<LinkLabel> labels = new ArrayList<>();
        for (Link link : diagram.design().links()) {
            Bounds place = places.get(link.id());
            if (place != null) {
                labels.add(new LinkLabel(link, texts.getOrDefault(link.id(), ""), place));
            }
        }
        return labels;
    }

    /** Where the text begins. */
    public double textX() {
        return bounds.x() + INSET + ICON;
    }

    /** The icon of the link's kind, as a shape: it is no text to select or to read out. */
    public Path2D icon(DrawingFonts fonts) {
        Path2D.Double shape = new Path2D.Double();
        fonts.icon(LinkMarks.icon(link.kind())).ifPresent(icon -> shape.append(fonts.icons(SIZE + 1.0)
                .createGlyphVector(new TextFit().context(), icon)
                .getOutline((float) (bounds.x() + INSET), (float) (bounds.y() + HEIGHT - 2.5)), false));
        return shape;
    }
}
