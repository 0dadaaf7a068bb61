package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.RecordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Test transactions for people to look at. */
final class TransactionRecords implements RecordTable {
    private final int[] rows;
    private final List<Column> columns = new ArrayList<>();
    private final List<IntFunction<String>> cells = new ArrayList<>();

    TransactionRecords(Transactions data, int[] rows) {
        this.rows = rows;
        add(new Column("Time", "", false), data::time);
        if (data.hasCards()) {
            add(new Column("Card", "", data.cardNames().isEmpty()), data::cardName);
        }
        if (data.hasTerminals()) {
            add(new Column("Terminal", "", data.terminalNames().isEmpty()), data::terminalName);
        }
        add(new Column("Amount", "€", true), row -> String.format(Locale.ROOT, "%.2f", data.amount()[row]));
        if (data.scenario().length > 0) {
            add(new Column("Scenario", "", false), row -> switch (data.scenario()[row]) {
                case 0 -> "genuine";
                case Simulator.SCENARIO_AMOUNT -> "large amount";
                case Simulator.SCENARIO_TERMINAL -> "terminal taken over";
                case Simulator.SCENARIO_CARD -> "card stolen";
                default -> "scenario " + data.scenario()[row];
            });
        }
    }

    private void add(Column column, IntFunction<String> cell) {
        columns.add(column);
        cells.add(cell);
    }

    @Override
    public int rows() {
        return rows.length;
    }

    @Override
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    @Override
    public String cell(int row, int column) {
        return cells.get(column).apply(rows[row]);
    }
}
