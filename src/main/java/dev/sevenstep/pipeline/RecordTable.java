package dev.sevenstep.pipeline;

import java.util.List;

/** Rows for people to look at; cells are made when asked for. */
public interface RecordTable {
    int rows();

    List<Column> columns();

    /** Text as shown, with the unit in the column's head. */
    String cell(int row, int column);

    /** A column's head. {@code number} columns are right-aligned and sorted by value. */
    record Column(String name, String unit, boolean number) {}
}
