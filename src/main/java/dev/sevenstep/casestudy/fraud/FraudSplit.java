package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.TimeSplit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which transactions train and which test, earlier ones first.
 *
 * @param train row numbers, rising
 * @param test row numbers, rising, all later than every training row
 * @param period the test period for people
 * @param note how the split came about, a sentence
 */
record FraudSplit(int[] train, int[] test, String period, String note) {
    private static final LocalDate HANDBOOK_START = LocalDate.of(2018, 7, 25);
    private static final int HANDBOOK_DAYS = 7;
    /** 25 July counted from 1 April, where the handbook's data begin. */
    private static final int HANDBOOK_FIRST_DAY = 115;
    private static final double SHORT_TRAIN_SHARE = 0.7;

    /** The handbook's days, whatever the other settings. */
    static FraudSplit handbook(Transactions data) {
        long day = HANDBOOK_START.toEpochDay() - Math.floorDiv(data.origin(), Transactions.DAY);
        if (!data.calendar() || day < 0 || day + 3 * HANDBOOK_DAYS > data.days()) {
            throw new RunException("The handbook's protocol needs data from " + HANDBOOK_START + " to "
                    + HANDBOOK_START.plusDays(3 * HANDBOOK_DAYS - 1) + ", but these run from " + data.dayName(0)
                    + " to "
                    + data.dayName(data.days() - 1) + ". Choose the automatic protocol");
        }
        return byDays(data, new TimeSplit((int) day, HANDBOOK_DAYS, HANDBOOK_DAYS, HANDBOOK_DAYS));
    }

    /**
     * The handbook's place in simulated data long enough for it; else the last days; and where the data are too short for
     * training, gap and test, the first 70 % of their time against the rest.
     */
    static FraudSplit automatic(Transactions data, int trainDays, int gapDays, int testDays) {
        int days = data.days();
        if (!TimeSplit.fits(days, trainDays, gapDays, testDays)) {
            return byShare(data);
        }
        boolean handbookPlace = data.info().simulated()
                && TimeSplit.fits(days, HANDBOOK_FIRST_DAY + trainDays, gapDays, testDays);
        return byDays(data, handbookPlace
                ? new TimeSplit(HANDBOOK_FIRST_DAY, trainDays, gapDays, testDays)
                : TimeSplit.atEnd(days, trainDays, gapDays, testDays));
    }

    /**
     * As the handbook's {@code get_train_test_set}: cards with a fraud in training leave the test, and so do, on each test day, those
     * with a fraud known by then, that is older than the gap.
     */
    private static FraudSplit byDays(Transactions data, TimeSplit split) {
        int[] train = rows(data, split.firstDay(), split.firstDay() + split.trainDays());
        int[] test = new int[0];
        BitSet known = frauds(data, train);
        int before = 0;
        for (int i = 0; i < split.testDays(); i++) {
            int day = split.firstTestDay() + i;
            int fresh = day - split.gapDays() - 1;
            known.or(frauds(data, rows(data, fresh, fresh + 1)));
            int[] all = rows(data, day, day + 1);
            before += all.length;
            test = concat(test, without(data, all, known));
        }
        String period = data.dayName(split.firstTestDay()) + " to " + data.dayName(split.endDay() - 1);
        return new FraudSplit(train, test, period,
                "Trained on " + data.dayName(split.firstDay()) + " to "
                        + data.dayName(split.firstDay() + split.trainDays() - 1) + ", tested on " + period + " after "
                        + split.gapDays() + " days for labels to arrive; "
                        + String.format(Locale.UK, "%,d", before - test.length)
                        + " test transactions left out, of cards already known as compromised")
                .checked(data);
    }

    private static FraudSplit byShare(Transactions data) {
        int first = data.second()[0];
        long cut = first + (long) (SHORT_TRAIN_SHARE * (data.second()[data.rows() - 1] - first));
        int border = 0;
        while (border < data.rows() && data.second()[border] < cut) {
            border++;
        }
        int[] train = IntStream.range(0, border).toArray();
        int[] rest = IntStream.range(border, data.rows()).toArray();
        int[] test = without(data, rest, frauds(data, train));
        return new FraudSplit(train, test, "the last 30 % of the time",
                "The data are too short for training days, a gap and test days: the first 70 % of their time train, the rest"
                        + " tests, without a gap; " + String.format(Locale.UK, "%,d", rest.length - test.length)
                        + " test transactions left out, of cards already known as compromised")
                .checked(data);
    }

    private FraudSplit checked(Transactions data) {
        if (Arrays.stream(train).noneMatch(row -> data.fraud()[row])
                || Arrays.stream(train).allMatch(row -> data.fraud()[row])) {
            throw new RunException("The training period has " + train.length
                    + " transactions, but not both fraud and genuine ones. Choose more training days or larger data");
        }
        if (test.length == 0) {
            throw new RunException("The test period has no transactions. Choose more test days or larger data");
        }
        return this;
    }

    /** Rows of the days from {@code from} (included) to {@code to} (excluded). */
    private static int[] rows(Transactions data, int from, int to) {
        return IntStream.range(firstRow(data, from), firstRow(data, to)).toArray();
    }

    private static int firstRow(Transactions data, int day) {
        long second = Math.max(0L, (long) day * Transactions.DAY);
        int low = 0;
        int high = data.rows();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (data.second()[middle] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static BitSet frauds(Transactions data, int[] rows) {
        BitSet cards = new BitSet();
        if (data.hasCards()) {
            for (int row : rows) {
                if (data.fraud()[row]) {
                    cards.set(data.card()[row]);
                }
            }
        }
        return cards;
    }

    private static int[] without(Transactions data, int[] rows, BitSet cards) {
        return data.hasCards() ? Arrays.stream(rows).filter(row -> !cards.get(data.card()[row])).toArray() : rows;
    }

    private static int[] concat(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
