package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.RecordTable;
import dev.sevenstep.stats.Resampling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The test set of a yes or no with its rows as texts; the scores stand with the approaches. */
final class KeptScores {
    private static final int MOST_CELLS = 100;

    private KeptScores() {
    }

    static void write(KeptOutput out, BinaryTest test) throws IOException {
        out.whole(test.rows());
        for (int row = 0; row < test.rows(); row++) {
            out.flag(test.labels()[row]);
            out.whole(test.days()[row]);
            out.whole(test.entities()[row]);
        }
        out.real(test.falsePositiveCost());
        out.real(test.falseNegativeCost());
        out.whole(test.capacityPerDay());
        out.text(test.period());
        out.text(test.words().rows());
        out.text(test.words().positives());
        out.text(test.words().entities());
        out.number(test.resampling().seed());
        out.whole(test.resampling().replicates());
        RecordTable records = test.records();
        out.whole(records.columns().size());
        for (RecordTable.Column column : records.columns()) {
            out.text(column.name());
            out.text(column.unit());
            out.flag(column.number());
        }
        out.whole(records.rows());
        for (int row = 0; row < records.rows(); row++) {
            for (int column = 0; column < records.columns().size(); column++) {
                out.text(records.cell(row, column));
            }
        }
    }

    static BinaryTest read(KeptInput in) throws IOException {
        int rows = in.count(KeptInput.MOST);
        boolean[] labels = new boolean[rows];
        int[] days = new int[rows];
        int[] entities = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = in.flag();
            days[row] = in.whole();
            entities[row] = in.whole();
        }
        double falsePositive = in.real();
        double falseNegative = in.real();
        int capacity = in.whole();
        String period = in.text();
        BinaryTest.Words words = new BinaryTest.Words(in.text(), in.text(), in.text());
        Resampling resampling = new Resampling(in.number(), in.whole());
        return new BinaryTest(labels, days, entities, records(in), falsePositive, falseNegative, capacity, period,
                words, resampling);
    }

    private static RecordTable records(KeptInput in) throws IOException {
        int width = in.count(MOST_CELLS);
        List<RecordTable.Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(new RecordTable.Column(in.text(), in.text(), in.flag()));
        }
        String[][] cells = new String[in.count(KeptInput.MOST)][width];
        for (String[] row : cells) {
            for (int column = 0; column < width; column++) {
                row[column] = in.text();
            }
        }
        return new KeptRecords(List.copyOf(columns), cells);
    }

    /** The test without what its rows say, which is most of it. */
    static BinaryTest withoutRecords(BinaryTest test) {
        return new BinaryTest(test.labels(), test.days(), test.entities(),
                new KeptRecords(List.of(), new String[test.rows()][0]), test.falsePositiveCost(),
                test.falseNegativeCost(), test.capacityPerDay(), test.period(), test.words(), test.resampling());
    }

    /** The test's rows as they were shown. */
    private record KeptRecords(List<RecordTable.Column> columns, String[][] cells) implements RecordTable {
        @Override
        public int rows() {
            return cells.length;
        }

        @Override
        public String cell(int row, int column) {
            return cells[row][column];
        }
    }
}
