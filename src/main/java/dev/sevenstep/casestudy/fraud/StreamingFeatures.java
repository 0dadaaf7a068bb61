package dev.sevenstep.casestudy.fraud;

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

    private final int delay;
    private final boolean extended;
    private final boolean useCards;
    private final boolean useTerminals;
    private Log[] cards = new Log[0];
    private Log[] terminals = new Log[0];

    /**
     * @param delayDays days until a label is known, at least 1
     * @param extended whether to add sums per card, and sums and means per terminal, to the handbook's features
     */
    StreamingFeatures(int delayDays, boolean useCards, boolean useTerminals, boolean extended) {
        if (delayDays < 1) {
            throw new IllegalArgumentException(
                    "with a delay of " + delayDays + " days a label would be its own feature");
        }
        this.delay = delayDays * Transactions.DAY;
        this.useCards = useCards;
        this.useTerminals = useTerminals;
        this.extended = extended;
    }

    /** Names of the features in the order of {@link #next}. */
    List<Feature> features() {
        List<Feature> features = new java.util.ArrayList<>();
        for (int days : useCards ? WINDOWS : List.<Integer>of()) {
            String span = span(days);
            features.add(new Feature("CUSTOMER_ID_NB_TX_" + days + "DAY_WINDOW", "Card: transactions in " + span,
                    Feature.Shape.COUNT));
            features.add(new Feature("CUSTOMER_ID_AVG_AMOUNT_" + days + "DAY_WINDOW", "Card: mean amount in " + span,
                    Feature.Shape.EURO));
            if (extended) {
                features.add(new Feature("CUSTOMER_ID_SUM_AMOUNT_" + days + "DAY_WINDOW",
                        "Card: amount in " + span + " in all", Feature.Shape.EURO));
            }
        }
        for (int days : useTerminals ? WINDOWS : List.<Integer>of()) {
            String span = span(days) + " up to " + span(delay / Transactions.DAY) + " ago";
            features.add(new Feature("TERMINAL_ID_NB_TX_" + days + "DAY_WINDOW", "Terminal: transactions in " + span,
                    Feature.Shape.COUNT));
            features.add(new Feature("TERMINAL_ID_RISK_" + days + "DAY_WINDOW", "Terminal: share of fraud in " + span,
                    Feature.Shape.SHARE));
            if (extended) {
                features.add(new Feature("TERMINAL_ID_SUM_AMOUNT_" + days + "DAY_WINDOW",
                        "Terminal: amount in " + span + " in all", Feature.Shape.EURO));
                features.add(new Feature("TERMINAL_ID_AVG_AMOUNT_" + days + "DAY_WINDOW",
                        "Terminal: mean amount in " + span, Feature.Shape.EURO));
            }
        }
        return features;
    }

    private static String span(int days) {
        return days == 1 ? "1 day" : days + " days";
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
        if (useCards) {
            if (card >= cards.length) {
                cards = Arrays.copyOf(cards, Math.max(card + 1, cards.length * 2));
            }
            Log log = cards[card];
            if (log == null) {
                log = cards[card] = new Log(0);
            }
            log.add(second, amount, fraud);
            log.advance(second);
            for (int w = 0; w < WINDOWS.size(); w++) {
                double count = log.count(w);
                double sum = log.sum(w);
                out[place++] = count;
                out[place++] = sum / count;
                if (extended) {
                    out[place++] = sum;
                }
            }
        }
        if (useTerminals) {
            if (terminal >= terminals.length) {
                terminals = Arrays.copyOf(terminals, Math.max(terminal + 1, terminals.length * 2));
            }
            Log log = terminals[terminal];
            if (log == null) {
                log = terminals[terminal] = new Log(delay);
            }
            log.add(second, amount, fraud);
            log.advance(second);
            for (int w = 0; w < WINDOWS.size(); w++) {
                double count = log.count(w);
                double sum = log.sum(w);
                out[place++] = count;
                out[place++] = count == 0 ? 0 : log.frauds(w) / count;
                if (extended) {
                    out[place++] = sum;
                    out[place++] = count == 0 ? 0 : sum / count;
                }
            }
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
