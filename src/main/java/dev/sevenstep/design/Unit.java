package dev.sevenstep.design;

import java.util.Optional;

/** The units a quantity can have. Units of one dimension convert into each other by their factor. */
public enum Unit {
    NONE("", Dimension.NUMBER, 1), THOUSAND("k", Dimension.NUMBER, 1e3), MILLION("M", Dimension.NUMBER, 1e6), BILLION(
            "B",
            Dimension.NUMBER, 1e9),

    FRACTION("of 1", Dimension.RATIO, 1), PERCENT("%", Dimension.RATIO, 1e-2), PER_MILLE("‰", Dimension.RATIO, 1e-3),

    MICROSECOND("µs", Dimension.TIME, 1e-6), MILLISECOND("ms", Dimension.TIME, 1e-3), SECOND("s", Dimension.TIME,
            1), MINUTE(
                    "min", Dimension.TIME,
                    60), HOUR("h", Dimension.TIME, 3_600), DAY("d", Dimension.TIME, 86_400), WEEK("wk",
                            Dimension.TIME,
                            604_800), MONTH("mo", Dimension.TIME, 2_629_746), YEAR("y", Dimension.TIME, 31_556_952),

    BYTE("B", Dimension.SIZE, 1), KILOBYTE("kB", Dimension.SIZE, 1e3), MEGABYTE("MB", Dimension.SIZE, 1e6), GIGABYTE(
            "GB",
            Dimension.SIZE, 1e9), TERABYTE("TB", Dimension.SIZE, 1e12), PETABYTE("PB", Dimension.SIZE, 1e15),

    PER_SECOND("/s", Dimension.RATE, 1), PER_MINUTE("/min", Dimension.RATE, 1 / 60.0), PER_HOUR("/h", Dimension.RATE,
            1 / 3_600.0), PER_DAY("/d", Dimension.RATE, 1 / 86_400.0), PER_WEEK("/wk", Dimension.RATE, 1 / 604_800.0),

    EURO("€", Dimension.MONEY, 1), EURO_PER_DAY("€/d", Dimension.MONEY_RATE, 1), EURO_PER_HOUR("€/h",
            Dimension.MONEY_RATE, 24), EURO_PER_MONTH("€/mo", Dimension.MONEY_RATE, 1 / 30.436875), EURO_PER_THOUSAND(
                    "€/1,000", Dimension.MONEY_PER_USE, 1);

    /** What is measured; only units of one dimension convert into each other. */
    public enum Dimension {
        NUMBER, RATIO, TIME, SIZE, RATE, MONEY, MONEY_RATE, MONEY_PER_USE
    }

    private final String symbol;
    private final Dimension dimension;
    private final double factor;

    Unit(String symbol, Dimension dimension, double factor) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.factor = factor;
    }

    /** As printed behind the number; empty for a plain number. Two units may share one (B is billion and byte). */
    public String symbol() {
        return symbol;
    }

    /** The name in files: lower case, never changed. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Dimension dimension() {
        return dimension;
    }

    /** {@code amount} of this unit in the dimension's base unit (s, B, /s, €, 1). */
    public double toBase(double amount) {
        return amount * factor;
    }

    /**
     * {@code amount} of this unit in {@code other}.
     *
     * @throws IllegalArgumentException when the dimensions differ
     */
    public double convert(double amount, Unit other) {
        if (dimension != other.dimension) {
            throw new IllegalArgumentException("cannot turn " + dimension + " into " + other.dimension);
        }
        return amount * factor / other.factor;
    }

    public static Optional<Unit> ofName(String name) {
        for (Unit unit : values()) {
            if (unit.name().equalsIgnoreCase(name)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
