package dev.sevenstep.export.pdf;

import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** Some queries of a search among pictures with what was found: one line a class, the query first. */
final class PictureSamples {
    /** Classes beyond this are left out. */
    private static final int MOST = 10;
    /** Millimetres. */
    private static final double LINE = 12;
    private static final double NAME = 0.13;

    private final ImageTest test;
    private final ImageSearch search;
    private final ChartTheme theme;
    private final List<Integer> queries;

    PictureSamples(ImageTest test, ImageSearch search, ChartTheme theme) {
        this.test = test;
        this.search = search;
        this.theme = theme;
        queries = IntStream.range(0, test.classes().size())
                .flatMap(label -> IntStream.range(0, test.queries().size())
                        .filter(query -> test.queries().label(query) == label).limit(1))
                .limit(MOST).boxed().toList();
    }

    boolean isEmpty() {
        return queries.isEmpty();
    }

    /** Millimetres. */
    double height() {
        return LINE * queries.size();
    }

    /** In words, for readers who cannot see the pictures. */
    String words() {
        StringBuilder words = new StringBuilder("The first query of each class with its neighbours.");
        for (int query : queries) {
            words.append(' ').append(name(query)).append(": ").append(own(query)).append(" of ")
                    .append(search.found()[query].size()).append(" neighbours are of its class.");
        }
        return words.toString();
    }

    private String name(int query) {
        return test.classes().get(test.queries().label(query));
    }

    private long own(int query) {
        return IntStream.of(search.found()[query].ids())
                .filter(item -> test.catalogue().label(item) == test.queries().label(query)).count();
    }

    void draw(Graphics2D graphics, double width, double height) {
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setFont(theme.fonts().regular(ChartTheme.TEXT_SIZE));
        double line = height / queries.size();
        double names = NAME * width;
        double cell = Math.min(line, (width - names) / (test.cutoff() + 1.5));
        double side = cell * 0.82;
        for (int row = 0; row < queries.size(); row++) {
            int query = queries.get(row);
            double y = row * line + (line - side) / 2;
            graphics.setColor(theme.palette().foreground());
            graphics.drawString(name(query), 0f, (float) (y + side / 2 + 4));
            picture(graphics, test.queries().picture(query), names, y, side);
            int[] found = search.found()[query].ids();
            for (int i = 0; i < found.length; i++) {
                double x = names + (i + 1.5) * cell;
                picture(graphics, test.catalogue().picture(found[i]), x, y, side);
                if (test.catalogue().label(found[i]) != test.queries().label(query)) {
                    graphics.setColor(theme.palette().foreground());
                    graphics.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f,
                            new float[]{3f, 2f}, 0f));
                    graphics.draw(new Rectangle2D.Double(x - 2, y - 2, side + 4, side + 4));
                }
            }
        }
    }

    private static void picture(Graphics2D graphics, Picture picture, double x, double y, double side) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.rgb(), 0, picture.width());
        double scale = side / Math.max(picture.width(), picture.height());
        graphics.drawImage(image, (int) Math.round(x), (int) Math.round(y), (int) Math.round(picture.width() * scale),
                (int) Math.round(picture.height() * scale), null);
    }
}
