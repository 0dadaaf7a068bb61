package dev.sevenstep.pipeline.vectors;

/** How vectors are kept for the first comparison. The full vectors are kept besides, to compare the best again. */
public enum Precision {
    FLOAT32(32, "32-bit floats"), INT8(8, "8-bit integers"), BINARY(1, "1 bit");

    private final int bits;
    private final String label;

    Precision(int bits, String label) {
        this.bits = bits;
        this.label = label;
    }

    /** Per value of a vector. */
    public int bits() {
        return bits;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when none has these bits */
    public static Precision ofBits(int bits) {
        for (Precision each : values()) {
            if (each.bits == bits) {
                return each;
            }
        }
        throw new IllegalArgumentException("no precision of " + bits + " bits");
    }
}
