package dev.sevenstep.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns lined up for a terminal; the first row is the head.
 *
 * @param words true to set all columns to the left; otherwise all but the first go to the right, as numbers do
 */
record TextTable(List<List<String>> rows, boolean words) {

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
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                boolean right = !words && i > 0 && row.size() == columns;
                String gap = " ".repeat(Math.max(0, widths[i] - cell.length()));
                line.append(i == 0 ? "" : "  ").append(right ? gap + cell : cell + gap);
            }
            lines.add(line.toString().stripTrailing());
            if (lines.size() == 1) {
                lines.add("─".repeat(line.length()));
            }
        }
        return lines;
    }
}
