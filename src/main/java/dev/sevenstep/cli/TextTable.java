package dev.sevenstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns lined up for a terminal; the first row is the head. A row of fewer cells is a remark: a name and a text.
 *
 * <p>No line is longer than {@value #WIDTH} characters, the width that a terminal has without being asked, unless a single
 * cell is. A table too wide has its last column broken into lines, if it is of words and the others leave room; else its
 * columns stand in several tables below each other, each with the first column.
 *
 * @param words true to set all columns to the left; otherwise all but the first go to the right, as numbers do
 */
record TextTable(List<List<String>> rows, boolean words) {
    static final int WIDTH = 80;
    private static final int GAP = 2;
    private static final int LEAST = 24;

    List<String> lines() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            if (row.size() == columns) {
                for (int i = 0; i < columns; i++) {
                    widths[i] = Math.max(widths[i], row.get(i).length());
                }
            } else {
                widths[0] = Math.max(widths[0], row.getFirst().length());
            }
        }
        int others = IntStream.range(0, columns - 1).map(i -> widths[i] + GAP).sum();
        if (words && others + widths[columns - 1] > WIDTH && others + LEAST <= WIDTH) {
            widths[columns - 1] = WIDTH - others;
        }
        List<String> lines = new ArrayList<>();
        int from = 1;
        do {
            int to = from;
            int used = widths[0];
            while (to < columns && (to == from || used + GAP + widths[to] <= WIDTH)) {
                used += GAP + widths[to++];
            }
            if (from > 1) {
                lines.add("");
            }
            block(widths, from, to, lines);
            from = to;
        } while (from < columns);
        return lines;
    }

    /** The first column and those from {@code from} to before {@code to}; remarks only once. */
    private void block(int[] widths, int from, int to, List<String> lines) {
        int[] shown = IntStream.concat(IntStream.of(0), IntStream.range(from, to)).toArray();
        int last = shown[shown.length - 1];
        for (List<String> row : rows) {
            if (row.size() != widths.length) {
                if (row.size() == 1) {
                    lines.add(row.getFirst());
                } else if (from == 1) {
                    hanging(padded(row.getFirst(), widths[0], false) + " ".repeat(GAP),
                            String.join("  ", row.subList(1, row.size())), WIDTH - widths[0] - GAP, lines);
                }
                continue;
            }
            StringBuilder line = new StringBuilder();
            for (int i : shown) {
                boolean right = !words && i > 0;
                if (i != last || right || i == 0) {
                    line.append(i == 0 ? "" : " ".repeat(GAP)).append(padded(row.get(i), widths[i], right));
                }
            }
            if (last > 0 && words) {
                hanging(line + " ".repeat(GAP), row.get(last), widths[last], lines);
            } else {
                lines.add(line.toString().stripTrailing());
            }
            if (row == rows.getFirst()) {
                lines.add("─".repeat(IntStream.of(shown).map(i -> widths[i]).sum() + GAP * (shown.length - 1)));
            }
        }
    }

    private static String padded(String cell, int width, boolean right) {
        String gap = " ".repeat(Math.max(0, width - cell.length()));
        return right ? gap + cell : cell + gap;
    }

    /** A text behind what stands before it, in lines of a width. */
    private static void hanging(String before, String text, int width, List<String> lines) {
        List<String> parts = wrapped(text, width);
        for (int i = 0; i < parts.size(); i++) {
            lines.add(((i == 0 ? before : " ".repeat(before.length())) + parts.get(i)).stripTrailing());
        }
    }

    /** A text in lines of at most so many characters, broken at spaces; a longer word has a line of its own. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
