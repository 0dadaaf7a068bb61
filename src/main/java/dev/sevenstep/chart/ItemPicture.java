package dev.sevenstep.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An {@link ItemPlane} painted to pixels: one picture, as thousands of nodes would be slow. Colour and shape tell tags apart, size how
 * well known an item is. May be painted on any thread.
 */
public final class ItemPicture {
    private static final int SHAPES = 5;
    private static final int SIZES = 3;
    private static final double SMALLEST = 2.3;
    private static final double LARGER = 1.1;
    private static final int MOST_LABELS = 26;
    private static final int LISTED_LABELS = 4;
    private static final int MOST_CHARACTERS = 30;

    private final BufferedImage image;

    private ItemPicture(BufferedImage image) {
        this.image = image;
    }

    /**
     * What is marked in the plane.
     *
     * @param history known of the user
     * @param first list of one approach, best first
     * @param second list of another
     * @param found held out and to be found
     * @param brushed stand out, the others step back; empty for none
     * @param item the one in focus; −1 for none
     * @param tag stands out, the others step back; −1 for none
     * @param firstColor of the first approach
     * @param secondColor of the second
     */
    public record Marks(Set<Integer> history, List<Integer> first, List<Integer> second, Set<Integer> found,
            Set<Integer> brushed, int item, int tag, Color firstColor, Color secondColor) {}

    /** @param scale pixels a unit: 2 for screens of double density */
    public static ItemPicture of(ItemPlane plane, ItemPlane.View view, Marks marks, ChartTheme theme, double scale) {
        BufferedImage image = new BufferedImage(Math.max(1, (int) Math.ceil(view.width() * scale)),
                Math.max(1, (int) Math.ceil(view.height() * scale)), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(theme.palette().surface());
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            points(graphics, plane, view, marks, theme, scale);
            graphics.scale(scale, scale);
            smooth(graphics);
            rings(graphics, plane, view, marks, theme);
            labels(graphics, plane, view, marks, theme);
        } finally {
            graphics.dispose();
        }
        return new ItemPicture(image);
    }

    /** The mark of a tag, for a legend. */
    public static ItemPicture mark(int tag, ChartTheme theme, double scale) {
        return new ItemPicture(stamp(tag, 4, 1, theme, scale));
    }

    private static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    public int pixelWidth() {
        return image.getWidth();
    }

    public int pixelHeight() {
        return image.getHeight();
    }

    /** Pixels row by row, alpha first, colours multiplied by alpha. Not a copy. */
    public int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static void points(Graphics2D graphics, ItemPlane plane, ItemPlane.View view, Marks marks,
            ChartTheme theme, double scale) {
        int tags = plane.tags().size();
        BufferedImage[][] stamps = new BufferedImage[tags + 1][SIZES];
        BufferedImage[][] faint = new BufferedImage[tags + 1][SIZES];
        for (int tag = -1; tag < tags; tag++) {
            for (int size = 0; size < SIZES; size++) {
                stamps[tag + 1][size] = stamp(tag, SMALLEST + LARGER * size, 0.85, theme, scale);
                faint[tag + 1][size] = stamp(tag, SMALLEST + LARGER * size, 0.16, theme, scale);
            }
        }
        boolean choice = marks.tag >= 0 || !marks.brushed.isEmpty();
        int[] order = plane.byRank();
        int most = order.length == 0 ? 1 : Math.max(1, plane.item(order[0]).known());
        // The best known last, on top of the others; and what stands out on top of what steps back.
        for (int pass = choice ? 0 : 1; pass < 2; pass++) {
            for (int i = order.length - 1; i >= 0; i--) {
                int item = order[i];
                boolean out = !choice || (marks.brushed.isEmpty() || marks.brushed.contains(item))
                        && (marks.tag < 0 || plane.tag(item) == marks.tag);
                if (out != (pass == 1)) {
                    continue;
                }
                double share = Math.sqrt((double) plane.item(item).known() / most);
                int size = share > 0.45 ? 2 : share > 0.2 ? 1 : 0;
                BufferedImage stamp = (out ? stamps : faint)[plane.tag(item) + 1][size];
                graphics.drawImage(stamp, (int) Math.round(plane.px(item, view) * scale - stamp.getWidth() / 2.0),
                        (int) Math.round(plane.py(item, view) * scale - stamp.getHeight() / 2.0), null);
            }
        }
    }

    private static BufferedImage stamp(int tag, double radius, double alpha, ChartTheme theme, double scale) {
        int side = (int) Math.ceil(2 * (radius + 1.5) * scale);
        BufferedImage stamp = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = stamp.createGraphics();
        smooth(graphics);
        graphics.scale(scale, scale);
        Color color = tag < 0 ? theme.palette().muted() : theme.palette().series(tag);
        Shape shape = shape(tag, side / scale / 2, side / scale / 2, radius);
        graphics.setColor(ChartTheme.translucent(color, tag < 0 ? alpha * 0.6 : alpha));
        graphics.fill(shape);
        if (alpha > 0.5) {
            // An edge in the colour of the ground keeps points apart that lie on each other.
            graphics.setColor(ChartTheme.translucent(theme.palette().surface(), 0.7));
            graphics.setStroke(new BasicStroke(0.6f));
            graphics.draw(shape);
        }
        graphics.dispose();
        return stamp;
    }

    /** @param tag −1 for none */
    static Shape shape(int tag, double x, double y, double radius) {
        return switch (tag < 0 ? 0 : tag % SHAPES) {
            case 1 -> polygon(x, y, radius * 1.15, 4, Math.PI / 4);
            case 2 -> polygon(x, y, radius * 1.3, 3, -Math.PI / 2);
            case 3 -> polygon(x, y, radius * 1.25, 4, 0);
            case 4 -> polygon(x, y, radius * 1.3, 3, Math.PI / 2);
            default -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        };
    }

    private static Shape polygon(double x, double y, double radius, int corners, double turn) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            double cx = x + radius * Math.cos(angle);
            double cy = y + radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(cx, cy);
            } else {
                path.lineTo(cx, cy);
            }
        }
        path.closePath();
        return path;
    }

    /** Squares for what is known, circles and diamonds for the lists, a cross through what is to be found. */
    private static void rings(Graphics2D graphics, ItemPlane plane, ItemPlane.View view, Marks marks,
            ChartTheme theme) {
        graphics.setStroke(new BasicStroke(1.3f));
        graphics.setColor(theme.palette().foreground());
        marks.history.forEach(item -> ring(graphics, plane, view, item, 1, 5));
        graphics.setStroke(new BasicStroke(2f));
        graphics.setColor(marks.firstColor);
        marks.first.forEach(item -> ring(graphics, plane, view, item, 0, 6.5));
        graphics.setColor(marks.secondColor);
        marks.second.forEach(item -> ring(graphics, plane, view, item, 3, 7.5));
        graphics.setColor(theme.palette().ok());
        for (int item : marks.found) {
            double x = plane.px(item, view);
            double y = plane.py(item, view);
            Path2D cross = new Path2D.Double();
            cross.moveTo(x - 5, y);
            cross.lineTo(x + 5, y);
            cross.moveTo(x, y - 5);
            cross.lineTo(x, y + 5);
            graphics.draw(cross);
        }
        if (marks.item >= 0 && plane.placed(marks.item)) {
            graphics.setStroke(new BasicStroke(2.5f));
            graphics.setColor(theme.palette().accent());
            ring(graphics, plane, view, marks.item, 0, 10);
        }
    }

    private static void ring(Graphics2D graphics, ItemPlane plane, ItemPlane.View view, int item, int shape,
            double radius) {
        if (plane.placed(item)) {
            graphics.draw(shape(shape, plane.px(item, view), plane.py(item, view), radius));
        }
    }

    /** What is in focus, what was found, the tops of both lists, then the best known: as many as have room. */
    private static void labels(Graphics2D graphics, ItemPlane plane, ItemPlane.View view, Marks marks,
            ChartTheme theme) {
        Set<Integer> wanted = new LinkedHashSet<>();
        if (marks.item >= 0) {
            wanted.add(marks.item);
        }
        Set<Integer> listed = new HashSet<>(marks.first);
        listed.addAll(marks.second);
        marks.found.stream().filter(listed::contains).forEach(wanted::add);
        marks.first.stream().limit(LISTED_LABELS).forEach(wanted::add);
        marks.second.stream().limit(LISTED_LABELS).forEach(wanted::add);
        for (int item : plane.byRank()) {
            if (wanted.size() >= 6 * MOST_LABELS) {
                break;
            }
            if ((marks.brushed.isEmpty() || marks.brushed.contains(item))
                    && (marks.tag < 0 || plane.tag(item) == marks.tag)
                    && inside(plane.px(item, view), plane.py(item, view), view)) {
                wanted.add(item);
            }
        }
        graphics.setFont(theme.fonts().regular(ChartTheme.TEXT_SIZE));
        FontMetrics metrics = graphics.getFontMetrics();
        List<Rectangle2D> taken = new ArrayList<>();
        for (int item : wanted) {
            if (taken.size() < MOST_LABELS && plane.placed(item)
                    && inside(plane.px(item, view), plane.py(item, view), view)) {
                label(graphics, metrics, plane, view, item, taken, theme,
                        item == marks.item || listed.contains(item));
            }
        }
    }

    private static boolean inside(double x, double y, ItemPlane.View view) {
        return x >= 0 && x <= view.width() && y >= 0 && y <= view.height();
    }

    private static void label(Graphics2D graphics, FontMetrics metrics, ItemPlane plane, ItemPlane.View view,
            int item, List<Rectangle2D> taken, ChartTheme theme, boolean strong) {
        String title = plane.item(item).title();
        String text = title.length() > MOST_CHARACTERS ? title.substring(0, MOST_CHARACTERS - 1).strip() + "…" : title;
        double width = metrics.stringWidth(text);
        double height = metrics.getHeight();
        double x = plane.px(item, view);
        double y = plane.py(item, view);
        double[][] corners = {{x + 9, y - height / 2}, {x - 9 - width, y - height / 2},
                {x - width / 2, y - 9 - height}, {x - width / 2, y + 9}};
        for (double[] corner : corners) {
            Rectangle2D place = new Rectangle2D.Double(corner[0] - 2, corner[1], width + 4, height);
            boolean within = place.getX() >= 0 && place.getMaxX() <= view.width() && place.getY() >= 0
                    && place.getMaxY() <= view.height();
            if (within && taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                graphics.setColor(ChartTheme.translucent(theme.palette().surface(), 0.78));
                graphics.fill(place);
                graphics.setColor(strong ? theme.palette().foreground() : theme.palette().muted());
                graphics.drawString(text, (float) corner[0], (float) (corner[1] + metrics.getAscent()));
                return;
            }
        }
    }
}
