package dev.sevenstep.casestudy.fraud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Features of cards and terminals over sliding windows, computed in one pass as a stream: each transaction is taken once, in the
 * order of time, and its features depend on it and on earlier ones only. Memory is bounded by what lies within the longest window.
 *
 * <p>The windows are those of the fraud detection handbook (chapter 3): over 1, 7 and 30 days, open at the old end. A card's window
 * ends with the present transaction, included. A terminal's window ends {@code delay} before it, as frauds become known that late:
 * a transaction at time t sees the labels of (t − delay − window, t − delay]. Of transactions in the same second the earlier row
 * comes first. A terminal without transactions in its window has risk 0.
 */
final class StreamingFeatures {
    /** Window lengths, days. */
    static final List<Integer> WINDOWS = List.of(1, 7, 30);

    private final List<Party> parties = new ArrayList<>();

    /**
     * @param delayDays days until a label is known, at least 1
     * @param extended whether to add sums per card, and sums and means per terminal, to the handbook's features
     */
    StreamingFeatures(int delayDays, boolean useCards, boolean useTerminals, boolean extended) {
        if (delayDays < 1) {
            throw new IllegalArgumentException(
                    "with a delay of " + delayDays + " days a label would be its own feature");
        }
        if (useCards) {
            parties.add(new Party("CUSTOMER_ID", "Card", 0, false, extended
                    ? List.of(Figure.COUNT, Figure.MEAN, Figure.SUM)
                    : List.of(Figure.COUNT, Figure.MEAN)));
        }
        if (useTerminals) {
            parties.add(new Party("TERMINAL_ID", "Terminal", delayDays, true, extended
                    ? List.of(Figure.COUNT, Figure.RISK, Figure.SUM, Figure.MEAN)
                    : List.of(Figure.COUNT, Figure.RISK)));
        }
    }

    /** Names of the features in the order of {@link #next}. */
    List<Feature> features() {
        return parties.stream().flatMap(party -> WINDOWS.stream().flatMap(
                days -> party.figures.stream().map(figure -> party.feature(figure, days)))).toList();
    }

    /**
     * Takes the next transaction and writes its features.
     *
     * @param second not before that of the call before
     * @param card ignored where cards are not used
     * @param fraud its label, which later transactions see after the delay
     * @param out where to write
     * @param at first place to write to
     */
    void next(int second, int card, int terminal, double amount, boolean fraud, double[] out, int at) {
        int place = at;
        for (Party party : parties) {
            Log log = party.log(party.terminal ? terminal : card);
            log.add(second, amount, fraud);
            log.advance(second);
            for (int w = 0; w < WINDOWS.size(); w++) {
                for (Figure figure : party.figures) {
                    out[place++] = figure.of(log, w);
                }
            }
        }
    }

    /** What is told of a window. */
    private enum Figure {
        COUNT("NB_TX", "transactions in %s", Feature.Shape.COUNT) {
            @Override
            double of(Log log, int window) {
                return log.count(window);
            }
        },
        MEAN("AVG_AMOUNT", "mean amount in %s", Feature.Shape.EURO) {
            @Override
            double of(Log log, int window) {
                return log.count(window) == 0 ? 0 : log.sum(window) / log.count(window);
            }
        },
        SUM("SUM_AMOUNT", "amount in %s in all", Feature.Shape.EURO) {
            @Override
            double of(Log log, int window) {
                return log.sum(window);
            }
        },
        RISK("RISK", "share of fraud in %s", Feature.Shape.SHARE) {
            @Override
            double of(Log log, int window) {
                return log.count(window) == 0 ? 0 : log.frauds(window) / log.count(window);
            }
        };

        private final String key;
        private final String words;
        private final Feature.Shape shape;

        Figure(String key, String words, Feature.Shape shape) {
            this.key = key;
            this.words = words;
            this.shape = shape;
        }

        abstract double of(Log log, int window);
    }

    /** Cards or terminals: who has a history, and what is told of it. */
    private static final class Party {
        private final String key;
        private final String name;
        private final int delayDays;
        private final boolean terminal;
        private final List<Figure> figures;
        private Log[] logs = new Log[0];

        Party(String key, String name, int delayDays, boolean terminal, List<Figure> figures) {
            this.key = key;
            this.name = name;
            this.delayDays = delayDays;
            this.terminal = terminal;
            this.figures = figures;
        }

        Feature feature(Figure figure, int days) {
            String span = span(days) + (delayDays == 0 ? "" : " up to " + span(delayDays) + " ago");
            return new Feature(key + "_" + figure.key + "_" + days + "DAY_WINDOW",
                    name + ": " + figure.words.formatted(span), figure.shape);
        }

        private static String span(int days) {
            return days == 1 ? "1 day" : days + " days";
        }

        Log log(int number) {
            if (number >= logs.length) {
                logs = Arrays.copyOf(logs, Math.max(number + 1, logs.length * 2));
            }
            Log log = logs[number];
            if (log == null) {
                log = logs[number] = new Log(delayDays * Transactions.DAY);
            }
            return log;
        }
    }

    /**
     * What happened at one card or terminal, as running totals in a ring. An entry stands for the totals <i>before</i> it, so a
     * window is the difference of two entries. Entries are numbered on without end; number n lies at n modulo the ring's size.
     */
    private static final class Log {
        private final int delay;
        private int[] second = new int[8];
        private double[] amountBefore = new double[8];
        private int[] fraudsBefore = new int[8];
        private int end;
        private double amount;
        private int frauds;
        /** First entry younger than the delay: where windows end. */
        private int close;
        /** First entry of each window. */
        private final int[] open = new int[WINDOWS.size()];

        Log(int delay) {
            this.delay = delay;
        }

        void add(int when, double value, boolean fraud) {
            if (end - open[open.length - 1] == second.length) {
                grow();
            }
            int slot = end & (second.length - 1);
            second[slot] = when;
            amountBefore[slot] = amount;
            fraudsBefore[slot] = frauds;
            amount += value;
            frauds += fraud ? 1 : 0;
            end++;
        }

        private void grow() {
            int size = second.length * 2;
            int[] newSecond = new int[size];
            double[] newAmount = new double[size];
            int[] newFrauds = new int[size];
            for (int n = open[open.length - 1]; n < end; n++) {
                int from = n & (second.length - 1);
                int to = n & (size - 1);
                newSecond[to] = second[from];
                newAmount[to] = amountBefore[from];
                newFrauds[to] = fraudsBefore[from];
            }
            second = newSecond;
            amountBefore = newAmount;
            fraudsBefore = newFrauds;
        }

        void advance(int now) {
            // Without a delay the present transaction belongs to the window: it is the last entry.
            close = delay == 0 ? end : firstAfter(close, now - delay);
            for (int w = 0; w < open.length; w++) {
                open[w] = firstAfter(open[w], now - delay - WINDOWS.get(w) * Transactions.DAY);
            }
        }

        /** The first entry from {@code from} on that is later than {@code when}. */
        private int firstAfter(int from, int when) {
            int n = from;
            while (n < end && second[n & (second.length - 1)] <= when) {
                n++;
            }
            return n;
        }

        int count(int window) {
            return close - open[window];
        }

        double sum(int window) {
            return count(window) == 0 ? 0 : amountBefore(close) - amountBefore(open[window]);
        }

        double frauds(int window) {
            return fraudsBefore(close) - fraudsBefore(open[window]);
        }

        private double amountBefore(int n) {
            return n == end ? amount : amountBefore[n & (second.length - 1)];
        }

        private int fraudsBefore(int n) {
            return n == end ? frauds : fraudsBefore[n & (second.length - 1)];
        }
    }
}
