package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.task.Progress;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Features of chosen rows: first those of the transaction itself, then the streaming ones.
 *
 * @param features in column order
 * @param plain how many of them come from the transaction alone
 * @param rows values[i] belongs to the i-th chosen row
 */
record FeatureTable(List<Feature> features, int plain, double[][] rows) {
    private static final int NIGHT_UNTIL_HOUR = 6;

    /**
     * Streams over all transactions and keeps the features of some.
     *
     * @param chosen row numbers, rising
     */
    static FeatureTable of(Transactions data, int[] chosen, int delayDays, boolean extended, Progress progress) {
        List<Feature> features = new ArrayList<>(plainFeatures(data));
        int plain = features.size();
        StreamingFeatures stream = new StreamingFeatures(delayDays, data.hasCards(), data.hasTerminals(), extended);
        features.addAll(stream.features());
        double[][] kept = new double[chosen.length][];
        double[] scratch = new double[features.size()];
        int next = 0;
        for (int i = 0; i < data.rows(); i++) {
            if ((i & 0x3fff) == 0) {
                progress.report((double) i / data.rows());
            }
            boolean keep = next < chosen.length && chosen[next] == i;
            double[] out = keep ? new double[features.size()] : scratch;
            stream.next(data.second()[i], data.hasCards() ? data.card()[i] : 0,
                    data.hasTerminals() ? data.terminal()[i] : 0, data.amount()[i], data.fraud()[i], out, plain);
            if (keep) {
                writePlain(data, i, out);
                kept[next++] = out;
            }
        }
        return new FeatureTable(List.copyOf(features), plain, kept);
    }

    private static List<Feature> plainFeatures(Transactions data) {
        List<Feature> features = new ArrayList<>();
        features.add(new Feature("TX_AMOUNT", "Amount", Feature.Shape.EURO));
        if (data.calendar()) {
            features.add(new Feature("TX_DURING_WEEKEND", "At the weekend", Feature.Shape.YES_NO));
            features.add(new Feature("TX_DURING_NIGHT", "At night (0 to 7 h)", Feature.Shape.YES_NO));
        }
        for (String name : data.extraNames()) {
            features.add(new Feature(name, name, Feature.Shape.PLAIN));
        }
        return features;
    }

    private static void writePlain(Transactions data, int row, double[] out) {
        int at = 0;
        out[at++] = data.amount()[row];
        if (data.calendar()) {
            DayOfWeek day = LocalDate.ofEpochDay(Math.floorDiv(data.origin(), Transactions.DAY) + data.day(row))
                    .getDayOfWeek();
            out[at++] = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? 1 : 0;
            // The handbook's night: hour 6 still belongs to it.
            out[at++] = data.second()[row] % Transactions.DAY / 3600 <= NIGHT_UNTIL_HOUR ? 1 : 0;
        }
        for (float[] column : data.extra()) {
            out[at++] = column[row];
        }
    }

    /** The same rows with the transaction's own features only. */
    FeatureTable plainOnly() {
        double[][] cut = new double[rows.length][];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = java.util.Arrays.copyOf(rows[i], plain);
        }
        return new FeatureTable(features.subList(0, plain), plain, cut);
    }

    /** Rows {@code from} (included) to {@code to} (excluded), not copied. */
    FeatureTable slice(int from, int to) {
        return new FeatureTable(features, plain, java.util.Arrays.copyOfRange(rows, from, to));
    }
}
