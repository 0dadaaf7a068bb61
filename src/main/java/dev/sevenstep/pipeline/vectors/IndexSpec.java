package dev.sevenstep.pipeline.vectors;

/** How to build an index. */
public sealed interface IndexSpec {
    /** Compares with every full vector: the truth that other indexes are held against. */
    IndexSpec EXACT = new Flat(Precision.FLOAT32);

    /** How vectors are kept for the first comparison. */
    Precision precision();

    /** For people, e.g. "HNSW (M 16, efConstruction 100), 8-bit integers". */
    String label();

    /** Compares with every vector. Without quantisation the answer is exact. */
    record Flat(Precision precision) implements IndexSpec {
        @Override
        public String label() {
            return precision == Precision.FLOAT32 ? "Exact" : "All, " + precision.label();
        }
    }
}
