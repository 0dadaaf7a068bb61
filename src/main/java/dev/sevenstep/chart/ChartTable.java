package dev.sevenstep.chart;

import java.util.List;

/**
 * The figures behind a chart.
 *
 * @param rows each as long as {@code columns}; cells are {@link Number} or {@link String}
 */
public record ChartTable(List<Column> columns, List<List<Object>> rows) {
    public ChartTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row has " + row.size() + " cells for " + columns.size()
                        + " columns");
            }
        }
    }

    /**
     * A column's head.
     *
     * @param unit may be empty
     */
    public record Column(String name, String unit) {
        /** Name and unit, as shown. */
        public String head() {
            return unit.isEmpty() ? name : name + " (" + unit + ")";
        }
    }

    /** A cell as people read it: numbers with up to six significant digits. */
    public String text(int row, int column) {
        return switch (rows.get(row).get(column)) {
            case Double value -> Numbers.significant(value, 6);
            case Object other -> other.toString();
        };
    }

    /** Comma-separated values as in RFC 4180, with a head line; numbers in full precision. */
    public String csv() {
        return separated(",", "\r\n", true);
    }

    /** For the clipboard: tabs between cells, so that a spreadsheet takes it as cells. */
    public String tabbed() {
        return separated("\t", "\n", false);
    }

    private String separated(String cell, String line, boolean quoted) {
        StringBuilder text = new StringBuilder();
        appendLine(text, columns.stream().map(Column::head).toList(), cell, line, quoted);
        for (List<Object> row : rows) {
            appendLine(text, row.stream().map(Object::toString).toList(), cell, line, quoted);
        }
        return text.toString();
    }

    private static void appendLine(StringBuilder text, List<String> cells, String cell, String line, boolean quoted) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : cell);
            String value = cells.get(i);
            boolean special = value.contains(cell) || value.contains("\"") || value.contains("\n");
            text.append(quoted && special ? "\"" + value.replace("\"", "\"\"") + "\"" : value);
        }
        text.append(line);
    }
}
