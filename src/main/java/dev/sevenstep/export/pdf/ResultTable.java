package dev.sevenstep.export.pdf;

import dev.sevenstep.export.runs.FigureText;
import java.util.List;
import org.w3c.dom.Element;

/** A table of results: a name on the left, beside it figures with their intervals below. */
final class ResultTable {
    /** Of the names, and at least of a figure with its interval, mm. */
    private static final double NAME_WIDTH = 42.5;
    private static final double FIGURE_WIDTH = 25;
    /** At least of a figure alone, mm. */
    private static final double PLAIN_WIDTH = 16;

    /** A table of more rows need not stand on one page. */
    static final int LONG = 16;

    private final Tree tree;
    private final Element rows;

    /**
     * @param style {@code results}, with more classes if need be
     * @param first what the names are of
     * @param heads of the figures
     */
    ResultTable(Tree tree, Element parent, String style, String first, List<String> heads) {
        this.tree = tree;
        Element table = tree.add(parent, "table", style);
        Element head = tree.add(tree.add(table, "thead"), "tr");
        tree.line(head, "th", "approach", first).setAttribute("scope", "col");
        for (String text : heads) {
            tree.line(head, "th", "figure", text).setAttribute("scope", "col");
        }
        rows = tree.add(table, "tbody");
    }

    /** How many figures fit beside each other on a page whose text is so wide, mm. */
    static int most(double width) {
        return (int) ((width - NAME_WIDTH) / FIGURE_WIDTH);
    }

    /** Likewise without their intervals. */
    static int mostPlain(double width) {
        return (int) ((width - NAME_WIDTH) / PLAIN_WIDTH);
    }

    /** Into how many tables of about the same width so many figures go. */
    static int tables(int figures, double width) {
        int most = most(width);
        return (figures + most - 1) / most;
    }

    Element row(String name) {
        Element row = tree.add(rows, "tr");
        tree.line(row, "td", "approach", name);
        return row;
    }

    /** @param small below the name; may be empty */
    Element row(String name, String small) {
        Element row = tree.add(rows, "tr");
        Element cell = tree.add(row, "td", "approach");
        tree.line(cell, "p", "", name);
        if (!small.isEmpty()) {
            tree.line(cell, "p", "interval", small);
        }
        return row;
    }

    /** One text in place of so many figures. */
    void across(Element row, String text, int figures) {
        tree.line(row, "td", "figure quiet", text).setAttribute("colspan", Integer.toString(figures));
    }

    void figure(Element row, String text) {
        tree.line(row, "td", "figure", text);
    }

    /**
     * A figure on the line of its name; the best is heavier.
     *
     * @param intervals whether to print them
     */
    void line(Element row, FigureText figure, boolean best, boolean intervals) {
        Element cell = tree.line(row, "td", best ? "figure best" : "figure", figure.value());
        if (intervals && figure.hasInterval()) {
            tree.text(cell, " ");
            tree.line(cell, "span", "interval", figure.low() + "–" + figure.high());
        }
    }

    void figure(Element row, FigureText figure, boolean best) {
        Element cell = tree.add(row, "td", best ? "figure best" : "figure");
        Element value = tree.add(cell, "p");
        if (best) {
            tree.line(value, "span", "mark", "best");
            tree.text(value, " ");
        }
        tree.text(value, tree.attribute(figure.value()));
        if (figure.hasInterval()) {
            tree.line(cell, "p", "interval", figure.low() + " to " + figure.high());
        }
    }
}
