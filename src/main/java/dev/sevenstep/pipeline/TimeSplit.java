package dev.sevenstep.pipeline;

/**
 * A split in the order of time, with a gap between training and test for labels that come late: on the first test day the
 * youngest training row is {@code gapDays} old, so its label was known.
 *
 * @param firstDay first training day, counted from the first day of the data, which is 0
 * @param trainDays at least 1
 * @param gapDays at least 0
 * @param testDays at least 1
 */
public record TimeSplit(int firstDay, int trainDays, int gapDays, int testDays) {
    public TimeSplit {
        if (firstDay < 0 || trainDays < 1 || gapDays < 0 || testDays < 1) {
            throw new IllegalArgumentException(
                    "split " + firstDay + ", " + trainDays + ", " + gapDays + ", " + testDays);
        }
    }

    /** Whether {@code days} days are enough for such a split. */
    public static boolean fits(int days, int trainDays, int gapDays, int testDays) {
        return days >= trainDays + gapDays + testDays;
    }

    /** The split whose test period ends with the data. */
    public static TimeSplit atEnd(int days, int trainDays, int gapDays, int testDays) {
        return new TimeSplit(days - trainDays - gapDays - testDays, trainDays, gapDays, testDays);
    }

    public boolean trains(int day) {
        return day >= firstDay && day < firstDay + trainDays;
    }

    public boolean tests(int day) {
        return day >= firstTestDay() && day < endDay();
    }

    public int firstTestDay() {
        return firstDay + trainDays + gapDays;
    }

    /** The day after the last test day. */
    public int endDay() {
        return firstTestDay() + testDays;
    }
}
