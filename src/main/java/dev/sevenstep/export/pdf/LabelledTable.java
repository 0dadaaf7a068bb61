package dev.sevenstep.export.pdf;

import org.w3c.dom.Element;

/** Two columns of words: what it is, and how it was. */
final class LabelledTable {
    private final Tree tree;
    private final Element rows;

    private LabelledTable(Tree tree, Element rows) {
        this.tree = tree;
        this.rows = rows;
    }

    /** A table on one page if it fits on one. */
    static LabelledTable of(Tree tree, Element section) {
        return new LabelledTable(tree, block(tree, section, "facts words wide"));
    }

    /** As {@link #of}, below a heading. */
    static LabelledTable titled(Tree tree, Element section, String title) {
        return new LabelledTable(tree, block(tree, section, title, "facts words wide"));
    }

    /** A heading and its table, on one page if they fit on one; the rows go into what is returned. */
    static Element block(Tree tree, Element section, String title, String style) {
        Element block = tree.add(section, "div", "whole part");
        tree.line(block, "h2", "", title);
        return tree.add(tree.add(block, "table", style), "tbody");
    }

    private static Element block(Tree tree, Element section, String style) {
        return tree.add(tree.add(tree.add(section, "div", "whole part"), "table", style), "tbody");
    }

    LabelledTable row(String label, String text) {
        Element row = tree.add(rows, "tr");
        tree.line(row, "th", "label", label).setAttribute("scope", "row");
        tree.line(row, "td", "hash", text);
        return this;
    }

    LabelledTable hash(String hash) {
        return row("SHA-256 of the data", grouped(hash));
    }

    /** In groups of eight, which people can compare and lines can break at. */
    static String grouped(String hash) {
        return hash.replaceAll("(.{8})(?=.)", "$1 ");
    }
}
