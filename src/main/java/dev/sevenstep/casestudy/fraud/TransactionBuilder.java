package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.DatasetInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects rows of text into columns; errors are {@link IllegalArgumentException}s that say what is wrong with the row. */
final class TransactionBuilder {
    /** A number above this is a date in seconds since 1970 (from March 1973 on), below it seconds since the first row. */
    private static final double FIRST_STAMP = 1e8;
    /** A number above this is milliseconds. */
    private static final double FIRST_MILLIS = 1e11;
    private static final double HIGHEST_AMOUNT = 1e12;

    private final Columns columns;
    private final List<String> header;
    private final boolean relative;
    private final Names cards = new Names();
    private final Names terminals = new Names();
    private long[] time = new long[1024];
    private int[] card = new int[1024];
    private int[] terminal = new int[1024];
    private double[] amount = new double[1024];
    private boolean[] fraud = new boolean[1024];
    private byte[] scenario = new byte[1024];
    private final float[][] extra;
    private int rows;
    private boolean anyDate;
    private boolean anyOffset;

    TransactionBuilder(Columns columns, List<String> header) {
        this.columns = columns;
        this.header = List.copyOf(header);
        this.relative = columns.kind().startsWith("ULB");
        this.extra = new float[columns.extra().size()][1024];
    }

    int size() {
        return rows;
    }

    /** Numbers for names in the order of their first appearance. */
    private static final class Names {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        int of(String name) {
            Integer known = numbers.get(name);
            if (known != null) {
                return known;
            }
            numbers.put(name, names.size());
            names.add(name);
            return names.size() - 1;
        }
    }

    void add(List<String> fields) {
        if (rows == time.length) {
            grow();
        }
        time[rows] = time(fields.get(columns.time()).strip());
        amount[rows] = number(fields.get(columns.amount()), columns.amount());
        if (Math.abs(amount[rows]) > HIGHEST_AMOUNT) {
            throw new IllegalArgumentException("the amount " + fields.get(columns.amount()) + " is out of range");
        }
        fraud[rows] = label(fields.get(columns.label()).strip());
        if (columns.card() >= 0) {
            card[rows] = cards.of(fields.get(columns.card()).strip());
        }
        if (columns.terminal() >= 0) {
            terminal[rows] = terminals.of(fields.get(columns.terminal()).strip());
        }
        if (columns.scenario() >= 0) {
            double value = number(fields.get(columns.scenario()), columns.scenario());
            if (value != Math.rint(value) || value < 0 || value > Byte.MAX_VALUE) {
                throw new IllegalArgumentException("the scenario " + value + " is not a small whole number");
            }
            scenario[rows] = (byte) value;
        }
        for (int i = 0; i < extra.length; i++) {
            extra[i][rows] = (float) number(fields.get(columns.extra().get(i)), columns.extra().get(i));
        }
        rows++;
    }

    private void grow() {
        int size = rows * 2;
        time = Arrays.copyOf(time, size);
        card = Arrays.copyOf(card, columns.card() >= 0 ? size : 0);
        terminal = Arrays.copyOf(terminal, columns.terminal() >= 0 ? size : 0);
        amount = Arrays.copyOf(amount, size);
        fraud = Arrays.copyOf(fraud, size);
        scenario = Arrays.copyOf(scenario, columns.scenario() >= 0 ? size : 0);
        for (int i = 0; i < extra.length; i++) {
            extra[i] = Arrays.copyOf(extra[i], size);
        }
    }

    private double number(String text, int column) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        header.get(column) + " is " + text.strip() + ", which is not a number");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + shorten(text) + "' in column " + header.get(column)
                    + " is not a number", e);
        }
    }

    private static boolean label(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "true", "yes" -> true;
            case "0", "0.0", "false", "no" -> false;
            default -> throw new IllegalArgumentException("the label '" + shorten(text) + "' is neither 0 nor 1");
        };
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** Seconds since 1970, or since the first row. */
    private long time(String text) {
        boolean date = text.length() >= 10 && text.charAt(4) == '-';
        if (date) {
            anyDate = true;
            return stamp(text);
        }
        double value = number(text, columns.time());
        if (value < 0) {
            throw new IllegalArgumentException("the time " + text + " is before the beginning");
        }
        if (relative || value < FIRST_STAMP) {
            anyOffset = true;
            return (long) value;
        }
        anyDate = true;
        return (long) (value > FIRST_MILLIS ? value / 1000 : value);
    }

    /** {@code yyyy-MM-dd[ HH:mm[:ss]]}; what follows the seconds is left out. Written by hand: parsers take most of the loading time. */
    private static long stamp(String text) {
        try {
            long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)).toEpochDay();
            int hour = text.length() >= 16 ? digits(text, 11, 2) : 0;
            int minute = text.length() >= 16 ? digits(text, 14, 2) : 0;
            int second = text.length() >= 19 ? digits(text, 17, 2) : 0;
            if (hour > 23 || minute > 59 || second > 60) {
                throw new IllegalArgumentException("'" + shorten(text) + "' is not a time of day");
            }
            return day * Transactions.DAY + hour * 3600L + minute * 60L + second;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + shorten(text) + "' is not a date: " + e.getMessage(), e);
        }
    }

    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new IllegalArgumentException(
                        "'" + shorten(text) + "' is not a time such as 2018-04-01 12:30:00");
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    Transactions build(String name, String hash) {
        if (anyDate && anyOffset) {
            throw new dev.sevenstep.pipeline.RunException(name + ": some times are dates and some are small numbers");
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        boolean sorted = true;
        for (int i = 0; i < rows; i++) {
            first = Math.min(first, time[i]);
            last = Math.max(last, time[i]);
            sorted &= i == 0 || time[i] >= time[i - 1];
        }
        long origin = Math.floorDiv(first, Transactions.DAY) * Transactions.DAY;
        if (last - origin > Integer.MAX_VALUE - 100L * Transactions.DAY) {
            throw new dev.sevenstep.pipeline.RunException(name + ": the times span more than 60 years");
        }
        int[] order = sorted ? new int[0] : order(origin);
        int[] second = new int[rows];
        for (int i = 0; i < rows; i++) {
            second[i] = (int) (time[sorted ? i : order[i]] - origin);
        }
        boolean hasCards = columns.card() >= 0;
        boolean hasTerminals = columns.terminal() >= 0;
        Transactions data = new Transactions(new DatasetInfo(name, hash, rows, columns.scenario() >= 0, ""), origin,
                anyDate, second,
                take(card, hasCards ? rows : 0, order), take(terminal, hasTerminals ? rows : 0, order),
                take(amount, order), take(fraud, order), columns.scenario() >= 0 ? take(scenario, order) : new byte[0],
                cards.names, terminals.names, columns.extra().stream().map(header::get).toList(), takeExtra(order));
        String note = columns.kind() + ", " + data.dayName(0) + " to " + data.dayName(data.days() - 1) + ", "
                + data.frauds() + " frauds";
        return new Transactions(new DatasetInfo(name, hash, rows, columns.scenario() >= 0, note), data.origin(),
                data.calendar(), second,
                data.card(), data.terminal(), data.amount(), data.fraud(), data.scenario(), data.cardNames(),
                data.terminalNames(), data.extraNames(), data.extra());
    }

    /** Row numbers by time, rows of the same second in the order of the file. */
    private int[] order(long origin) {
        long[] keys = new long[rows];
        for (int i = 0; i < rows; i++) {
            keys[i] = (time[i] - origin) << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[rows];
        Arrays.setAll(order, i -> (int) keys[i]);
        return order;
    }

    private static int[] take(int[] column, int count, int[] order) {
        int[] taken = Arrays.copyOf(column, count);
        for (int i = 0; i < order.length && i < count; i++) {
            taken[i] = column[order[i]];
        }
        return taken;
    }

    private double[] take(double[] column, int[] order) {
        double[] taken = Arrays.copyOf(column, rows);
        for (int i = 0; i < order.length; i++) {
            taken[i] = column[order[i]];
        }
        return taken;
    }

    private boolean[] take(boolean[] column, int[] order) {
        boolean[] taken = Arrays.copyOf(column, rows);
        for (int i = 0; i < order.length; i++) {
            taken[i] = column[order[i]];
        }
        return taken;
    }

    private byte[] take(byte[] column, int[] order) {
        byte[] taken = Arrays.copyOf(column, rows);
        for (int i = 0; i < order.length; i++) {
            taken[i] = column[order[i]];
        }
        return taken;
    }

    private float[][] takeExtra(int[] order) {
        float[][] taken = new float[extra.length][];
        for (int c = 0; c < extra.length; c++) {
            taken[c] = Arrays.copyOf(extra[c], rows);
            for (int i = 0; i < order.length; i++) {
                taken[c][i] = extra[c][order[i]];
            }
        }
        return taken;
    }
}
