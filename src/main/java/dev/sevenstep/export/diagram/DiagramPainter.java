package dev.sevenstep.export.diagram;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.export.diagram.DrawingFonts.Face;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws a design: step frames, group frames, cards, links and notes. Screen and paper share the geometry
 * ({@link Diagram}); this class gives it lines, colours and text on any {@code Graphics2D}.
 */
public final class DiagramPainter {
    private static final double RADIUS = 10;
    private static final double CARD_RADIUS = 8;
    private static final double INSET = 11;

    private final Catalogue catalogue;
    private final DrawingFonts fonts;
    private final TextFit fit = new TextFit();
    private final LinkPainter links;
    private final NotePainter notes;

    public DiagramPainter(Catalogue catalogue, DrawingFonts fonts) {
        this.catalogue = catalogue;
        this.fonts = fonts;
        this.links = new LinkPainter(fonts, fit);
        this.notes = new NotePainter(fonts, fit);
    }

    public DrawingFonts fonts() {
        return fonts;
    }

    /** What a reader who cannot see the drawing should know: the cards of each step. */
    public String describe(Design design) {
        String steps = Arrays.stream(Step.values()).map(step -> {
            String cards = design.components().stream().filter(card -> card.step() == step).map(this::title)
                    .collect(Collectors.joining(", "));
            return step.number() + " " + step.shortName() + ": " + (cards.isEmpty() ? "no component" : cards);
        }).collect(Collectors.joining("; "));
        return "Diagram of the design in seven frames. " + steps + ".";
    }

    /**
     * Paints the diagram as large as fits into (0, 0)–(width, height), in the middle. The ground is left as it is.
     */
    public void paint(Graphics2D graphics, Diagram diagram, Palette palette, double width, double height) {
        Bounds bounds = diagram.bounds();
        double scale = Math.min(width / bounds.width(), height / bounds.height());
        Graphics2D canvas = (Graphics2D) graphics.create();
        try {
            prepare(canvas);
            canvas.translate((width - bounds.width() * scale) / 2, (height - bounds.height() * scale) / 2);
            canvas.scale(scale, scale);
            canvas.translate(-bounds.x(), -bounds.y());
            paint(canvas, diagram, palette);
        } finally {
            canvas.dispose();
        }
    }

    /** Paints samples of the three kinds of link with their names, in one line of the given height. */
    public void paintLegend(Graphics2D graphics, Palette palette, double width, double height) {
        Graphics2D canvas = (Graphics2D) graphics.create();
        try {
            prepare(canvas);
            links.paintLegend(canvas, palette, width, height);
        } finally {
            canvas.dispose();
        }
    }

    /** Settings that do not depend on the device, so that all formats look alike. */
    private static void prepare(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void paint(Graphics2D canvas, Diagram diagram, Palette palette) {
        for (Step step : Step.values()) {
            frame(canvas, step, diagram.frames().frame(step), palette);
        }
        Design design = diagram.design();
        for (Group group : design.groups()) {
            group(canvas, group, palette);
        }
        for (Link link : design.links()) {
            links.paintLine(canvas, link, diagram.routes().getOrDefault(link.id(), List.of()), palette);
        }
        for (Step step : Step.values()) {
            header(canvas, step, diagram.frames().frame(step), palette);
        }
        for (Group group : design.groups()) {
            groupTitle(canvas, group, palette);
        }
        for (Component card : design.components()) {
            card(canvas, card, diagram, palette);
        }
        links.paintLabels(canvas, diagram, palette);
        for (Note note : design.notes()) {
            note(canvas, note, palette);
        }
    }

    private void frame(Graphics2D canvas, Step step, Bounds bounds, Palette palette) {
        box(canvas, bounds, RADIUS, palette.surface(), palette.line(), new BasicStroke(1));
    }

    /** Above the links, each with a little ground of its own: a link may cross the line a name stands in. */
    private void header(Graphics2D canvas, Step step, Bounds bounds, Palette palette) {
        double y = bounds.y() + 20;
        Font name = fonts.font(Face.SEMI_BOLD, 13);
        String shown = fit.cut(step.shortName(), name, bounds.width() - 50);
        canvas.setColor(palette.surface());
        canvas.fill(new Rectangle2D.Double(bounds.x() + 9, y - 10, 33 + fit.width(shown, name), 20));
        canvas.setColor(palette.subtle());
        canvas.fill(new Ellipse2D.Double(bounds.x() + 12, y - 9, 18, 18));
        Font small = fonts.font(Face.SEMI_BOLD, 10);
        String number = Integer.toString(step.number());
        text(canvas, number, small, palette.muted(), bounds.x() + 21 - fit.width(number, small) / 2, y + 3.6);
        text(canvas, shown, name, palette.foreground(),
                bounds.x() + 38, y + 4.6);
    }

    private static void group(Graphics2D canvas, Group group, Palette palette) {
        canvas.setColor(ground(group, palette));
        canvas.fill(outline(bounds(group), RADIUS));
        canvas.setColor(tone(group, palette));
        canvas.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[]{6, 4}, 0));
        canvas.draw(outline(bounds(group), RADIUS));
    }

    private static Bounds bounds(Group group) {
        return new Bounds(group.x(), group.y(), group.width(), group.height());
    }

    /** Hardly more than the frame's own ground: cards and links stand on it. */
    private static Color ground(Group group, Palette palette) {
        Color tone = switch (group.tone()) {
            case "ok" -> palette.okSubtle();
            case "warn" -> palette.warnSubtle();
            case "bad" -> palette.badSubtle();
            case "accent" -> palette.accentSubtle();
            default -> palette.surface();
        };
        Color surface = palette.surface();
        return new Color((tone.getRed() + 2 * surface.getRed()) / 3, (tone.getGreen() + 2 * surface.getGreen()) / 3,
                (tone.getBlue() + 2 * surface.getBlue()) / 3);
    }

    private static Color tone(Group group, Palette palette) {
        return switch (group.tone()) {
            case "ok" -> palette.ok();
            case "warn" -> palette.warn();
            case "bad" -> palette.bad();
            case "accent" -> palette.accent();
            default -> palette.muted();
        };
    }

    /** Inside its frame, as on the canvas, and with a ground that interrupts the links below it. */
    private void groupTitle(Graphics2D canvas, Group group, Palette palette) {
        Bounds bounds = bounds(group);
        Color tone = tone(group, palette);
        String title = fonts.printable().line(group.title());
        if (!title.isEmpty()) {
            Font font = fonts.font(Face.MEDIUM, 11);
            String shown = fit.cut(title, font, bounds.width() - 20);
            canvas.setColor(ground(group, palette));
            canvas.fill(new Rectangle2D.Double(bounds.x() + 6, bounds.y() + 4, fit.width(shown, font) + 8, 15));
            text(canvas, shown, font, tone, bounds.x() + 10, bounds.y() + 15.5);
        }
    }

    private void card(Graphics2D canvas, Component card, Diagram diagram, Palette palette) {
        Bounds bounds = diagram.frames().bounds(card);
        box(canvas, bounds, CARD_RADIUS, palette.surface(), palette.line(), new BasicStroke(1));
        Optional<Kind> kind = catalogue.kind(card.kind());
        double left = bounds.x() + INSET;
        double room = bounds.width() - 2 * INSET;
        double top = bounds.y() + Math.max(0, (bounds.height() - 72) / 2);
        Font small = fonts.font(Face.REGULAR, 11);

        double indent = 0;
        Optional<String> icon = kind.flatMap(known -> fonts.icon(known.icon()));
        if (icon.isPresent()) {
            // As a shape: an icon is no text to select or to read out, and other programs lack its font.
            canvas.setColor(palette.muted());
            canvas.fill(fonts.icons(15).createGlyphVector(fit.context(), icon.get()).getOutline((float) left,
                    (float) (top + 24)));
            indent = 20;
        }
        String kindName = fonts.printable().line(kind.map(Kind::name).orElse(card.kind()));
        text(canvas, fit.cut(kindName, small, room - indent), small, palette.muted(), left + indent, top + 22);

        Font bold = fonts.font(Face.SEMI_BOLD, 13);
        text(canvas, fit.cut(title(card), bold, room), bold, palette.foreground(), left, top + 41);

        String figures = fonts.printable().line(ValueText.cardFigures(card, diagram.design(), catalogue));
        if (bounds.height() >= 60) {
            text(canvas, fit.cut(figures, small, room), small, palette.muted(), left, top + 58);
        }
    }

    private String title(Component card) {
        String title = fonts.printable().line(card.title());
        return title.isEmpty() ? catalogue.kind(card.kind()).map(Kind::name).orElse(card.kind()) : title;
    }

    private void note(Graphics2D canvas, Note note, Palette palette) {
        Bounds bounds = new Bounds(note.x(), note.y(), note.width(), note.height());
        box(canvas, bounds, 6, palette.warnSubtle(), palette.line(), new BasicStroke(1));
        notes.paint(canvas, note, bounds, palette);
    }

    private static void box(Graphics2D canvas, Bounds bounds, double radius, Color fill, Color line,
            BasicStroke stroke) {
        RoundRectangle2D shape = outline(bounds, radius);
        canvas.setColor(fill);
        canvas.fill(shape);
        canvas.setColor(line);
        canvas.setStroke(stroke);
        canvas.draw(shape);
    }

    private static RoundRectangle2D outline(Bounds bounds, double radius) {
        return new RoundRectangle2D.Double(bounds.x(), bounds.y(), bounds.width(), bounds.height(), 2 * radius,
                2 * radius);
    }

    /** Empty text is left out: some devices cannot draw it. */
    static void text(Graphics2D canvas, String text, Font font, Color color, double x, double y) {
        if (!text.isEmpty()) {
            canvas.setFont(font);
            canvas.setColor(color);
            canvas.drawString(text, (float) x, (float) y);
        }
    }
}
