package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.task.Progress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Our own implementation of the transaction simulator described in chapter 3 of the <i>Reproducible Machine Learning for Credit Card
 * Fraud Detection</i> handbook (Le Borgne, Siblini, Lebichot, Bontempi, 2022). Customers and terminals lie on a square of 100 by
 * 100. A customer has a mean amount of 5 to 100 €, half of it as standard deviation, up to 4 transactions a day on average around
 * noon, and pays at the terminals within a radius. Three kinds of fraud are laid over that:
 * <ol>
 * <li>every amount over 220 €;
 * <li>two terminals a day are taken over for 28 days: all they see is fraud;
 * <li>three cards a day are stolen for 14 days: a third of their transactions are fraud, of five times the amount.
 * </ol>
 * With other than the handbook's 5,000 customers and 10,000 terminals the radius and the numbers taken over each day follow in
 * proportion, so that a small data set is like a small piece of the large one.
 */
final class Simulator {
    static final int SCENARIO_AMOUNT = 1;
    static final int SCENARIO_TERMINAL = 2;
    static final int SCENARIO_CARD = 3;

    private static final LocalDate START = LocalDate.of(2018, 4, 1);
    private static final int HANDBOOK_CUSTOMERS = 5_000;
    private static final int HANDBOOK_TERMINALS = 10_000;
    private static final double SIDE = 100;
    private static final double RADIUS = 5;
    private static final double LARGE_AMOUNT = 220;
    private static final double TERMINALS_A_DAY = 2;
    private static final int TERMINAL_DAYS = 28;
    private static final double CARDS_A_DAY = 3;
    private static final int CARD_DAYS = 14;
    private static final double CARD_FACTOR = 5;
    private static final int CARD_SHARE = 3;

    private final int customers;
    private final int terminals;
    private final int days;
    private final SplittableGenerator random;
    private final long seed;

    /** Growing columns in the order of customers; sorted by time in the end. */
    private long[] keys = new long[1 << 16];
    private int[] cards = new int[1 << 16];
    private int[] places = new int[1 << 16];
    private double[] amounts = new double[1 << 16];
    private int rows;

    private Simulator(int customers, int terminals, int days, long seed) {
        this.customers = customers;
        this.terminals = terminals;
        this.days = days;
        this.seed = seed;
        this.random = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom").create(seed);
    }

    /** The same data for the same arguments, on every machine. */
    static Transactions simulate(int customers, int terminals, int days, long seed, Progress progress) {
        return new Simulator(customers, terminals, days, seed).run(progress);
    }

    private Transactions run(Progress progress) {
        double[] x = new double[terminals];
        double[] y = new double[terminals];
        for (int i = 0; i < terminals; i++) {
            x[i] = random.nextDouble(SIDE);
            y[i] = random.nextDouble(SIDE);
        }
        double radius = RADIUS * Math.sqrt((double) HANDBOOK_TERMINALS / terminals);
        for (int customer = 0; customer < customers; customer++) {
            progress.report(0.7 * customer / customers);
            // A generator for each customer: what one does never moves another.
            spend(customer, near(random.nextDouble(SIDE), random.nextDouble(SIDE), radius, x, y), random.split());
        }
        return sorted(random.split(), progress);
    }

    private static int[] near(double cx, double cy, double radius, double[] x, double[] y) {
        int[] found = new int[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - cx;
            double dy = y[i] - cy;
            if (dx * dx + dy * dy < radius * radius) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void spend(int customer, int[] near, RandomGenerator own) {
        double mean = own.nextDouble(5, 100);
        double deviation = mean / 2;
        double perDay = own.nextDouble(0, 4);
        for (int day = 0; day < days; day++) {
            for (int left = poisson(perDay, own); left > 0; left--) {
                int second = (int) own.nextGaussian(Transactions.DAY / 2.0, 20_000);
                if (second <= 0 || second >= Transactions.DAY) {
                    continue;
                }
                double amount = own.nextGaussian(mean, deviation);
                if (amount < 0) {
                    amount = own.nextDouble(mean * 2);
                }
                if (near.length > 0) {
                    add(day * Transactions.DAY + second, customer, near[own.nextInt(near.length)], cents(amount));
                }
            }
        }
    }

    /** Knuth's method; right and quick for the small means used here. */
    private static int poisson(double mean, RandomGenerator random) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private static double cents(double amount) {
        return Math.rint(amount * 100) / 100;
    }

    private void add(int second, int card, int place, double amount) {
        if (rows == keys.length) {
            int size = rows * 2;
            keys = Arrays.copyOf(keys, size);
            cards = Arrays.copyOf(cards, size);
            places = Arrays.copyOf(places, size);
            amounts = Arrays.copyOf(amounts, size);
        }
        keys[rows] = ((long) second << 32) | rows;
        cards[rows] = card;
        places[rows] = place;
        amounts[rows] = amount;
        rows++;
    }

    private Transactions sorted(RandomGenerator frauds, Progress progress) {
        long[] order = Arrays.copyOf(keys, rows);
        Arrays.sort(order);
        progress.report(0.8);
        int[] second = new int[rows];
        int[] card = new int[rows];
        int[] terminal = new int[rows];
        double[] amount = new double[rows];
        for (int i = 0; i < rows; i++) {
            int from = (int) order[i];
            second[i] = (int) (order[i] >>> 32);
            card[i] = cards[from];
            terminal[i] = places[from];
            amount[i] = amounts[from];
        }
        byte[] scenario = new byte[rows];
        for (int i = 0; i < rows; i++) {
            scenario[i] = (byte) (amount[i] > LARGE_AMOUNT ? SCENARIO_AMOUNT : 0);
        }
        Index byDay = new Index(second, days);
        takeTerminals(byDay, terminal, scenario, frauds);
        stealCards(byDay, card, amount, scenario, frauds);
        progress.report(0.9);
        boolean[] fraud = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            fraud[i] = scenario[i] != 0;
        }
        String note = String.format(Locale.UK, "%,d customers, %,d terminals, %,d days", customers, terminals, days)
                + " from " + START + ", seed "
                + seed + "; generated after the fraud detection handbook of Le Borgne et al., no real person or card";
        DatasetInfo info = new DatasetInfo("Simulated card transactions",
                hash(second, card, terminal, amount, scenario),
                rows, true, note);
        return new Transactions(info, START.atStartOfDay().toEpochSecond(ZoneOffset.UTC), true, second, card, terminal,
                amount, fraud, scenario, List.of(), List.of(), List.of(), new float[0][]);
    }

    /** First row of each day. */
    private record Index(int[] starts) {
        Index(int[] second, int days) {
            this(new int[days + 1]);
            int day = 0;
            for (int i = 0; i < second.length; i++) {
                while (day <= second[i] / Transactions.DAY) {
                    starts[day++] = i;
                }
            }
            Arrays.fill(starts, day, starts.length, second.length);
        }

        int from(int day) {
            return starts[Math.min(day, starts.length - 1)];
        }
    }

    /** How many are taken on a day when {@code rate} are taken a day on average, spread evenly. */
    private static int due(int day, double rate) {
        return (int) (Math.floor((day + 1) * rate + 1e-9) - Math.floor(day * rate + 1e-9));
    }

    private void takeTerminals(Index byDay, int[] terminal, byte[] scenario, RandomGenerator frauds) {
        double rate = TERMINALS_A_DAY * terminals / HANDBOOK_TERMINALS;
        for (int day = 0; day < days; day++) {
            for (int left = due(day, rate); left > 0; left--) {
                int taken = frauds.nextInt(terminals);
                for (int i = byDay.from(day); i < byDay.from(day + TERMINAL_DAYS); i++) {
                    if (terminal[i] == taken) {
                        scenario[i] = SCENARIO_TERMINAL;
                    }
                }
            }
        }
    }

    private void stealCards(Index byDay, int[] card, double[] amount, byte[] scenario, RandomGenerator frauds) {
        double rate = CARDS_A_DAY * customers / HANDBOOK_CUSTOMERS;
        int[] own = new int[16 * CARD_DAYS];
        for (int day = 0; day < days; day++) {
            for (int left = due(day, rate); left > 0; left--) {
                int stolen = frauds.nextInt(customers);
                int count = 0;
                for (int i = byDay.from(day); i < byDay.from(day + CARD_DAYS); i++) {
                    if (card[i] == stolen) {
                        if (count == own.length) {
                            own = Arrays.copyOf(own, count * 2);
                        }
                        own[count++] = i;
                    }
                }
                for (int i = 0; i < count / CARD_SHARE; i++) {
                    int other = i + frauds.nextInt(count - i);
                    int row = own[other];
                    own[other] = own[i];
                    amount[row] = cents(amount[row] * CARD_FACTOR);
                    scenario[row] = SCENARIO_CARD;
                }
            }
        }
    }

    private static String hash(int[] second, int[] card, int[] terminal, double[] amount, byte[] scenario) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer row = ByteBuffer.allocate(21);
            for (int i = 0; i < second.length; i++) {
                row.clear().putInt(second[i]).putInt(card[i]).putInt(terminal[i]).putDouble(amount[i]).put(scenario[i]);
                digest.update(row.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
