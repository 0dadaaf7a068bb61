package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.DatasetInfo;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Card transactions by rising time, as columns of primitives: 22 bytes a row without extra columns, so that millions fit. The
 * arrays are not copied; nobody writes to them once they are here.
 *
 * @param info name, hash, whether simulated
 * @param origin midnight of day 0, seconds since 1970 in the clock of the data
 * @param calendar whether {@code origin} is a real date: if not, weekdays and hours mean nothing
 * @param second of each row since {@code origin}
 * @param card of each row, numbered from 0; empty when the data name none
 * @param terminal of each row, numbered from 0; empty when the data name none
 * @param amount €
 * @param scenario which simulated fraud it is, 0 for none; empty when unknown
 * @param cardNames by number; empty when the number is the name
 * @param extraNames names of further numeric columns
 * @param extra those columns, extra[column][row]
 */
record Transactions(DatasetInfo info, long origin, boolean calendar, int[] second, int[] card, int[] terminal,
        double[] amount, boolean[] fraud, byte[] scenario, List<String> cardNames, List<String> terminalNames,
        List<String> extraNames, float[][] extra) {
    static final int DAY = 86_400;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    int rows() {
        return second.length;
    }

    int day(int row) {
        return second[row] / DAY;
    }

    /** Days from day 0 to the last row. */
    int days() {
        return rows() == 0 ? 0 : day(rows() - 1) + 1;
    }

    boolean hasCards() {
        return card.length > 0;
    }

    boolean hasTerminals() {
        return terminal.length > 0;
    }

    long frauds() {
        long count = 0;
        for (boolean each : fraud) {
            count += each ? 1 : 0;
        }
        return count;
    }

    /** The time of a row for people: a date, or the time since the start where there is no calendar. */
    String time(int row) {
        if (calendar) {
            return STAMP.format(LocalDateTime.ofEpochSecond(origin + second[row], 0, ZoneOffset.UTC));
        }
        int s = second[row] % DAY;
        return String.format(Locale.ROOT, "day %d %02d:%02d:%02d", day(row) + 1, s / 3600, s / 60 % 60, s % 60);
    }

    /** A day for people. */
    String dayName(int day) {
        return calendar
                ? Instant.ofEpochSecond(origin + (long) day * DAY).atOffset(ZoneOffset.UTC).toLocalDate().toString()
                : "day " + (day + 1);
    }

    String cardName(int row) {
        return name(card, cardNames, row);
    }

    String terminalName(int row) {
        return name(terminal, terminalNames, row);
    }

    private static String name(int[] ids, List<String> names, int row) {
        if (ids.length == 0) {
            return "";
        }
        return names.isEmpty() ? Integer.toString(ids[row]) : names.get(ids[row]);
    }
}
