package dev.sevenstep.pipeline.vectors;

/** What "near" means. Distances of every metric are smaller for nearer vectors. */
public enum Metric {
    /** 1 − cosine of the angle, 0 to 2; 1 where either vector is all zeros. Lengths do not matter. */
    COSINE("Cosine"),
    /** The product's negative: long vectors are near to many. Any value. */
    INNER_PRODUCT("Inner product"),
    /** Straight line, at least 0. */
    EUCLIDEAN("Euclidean");

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
