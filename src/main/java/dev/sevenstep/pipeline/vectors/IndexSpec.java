package dev.sevenstep.pipeline.vectors;

/** How to build an index. */
public sealed interface IndexSpec {
    /** Compares with every full vector: the truth that other indexes are held against. */
    IndexSpec EXACT = new Flat(Precision.FLOAT32);

    /** How vectors are kept for the first comparison. */
    Precision precision();

    /** For people, e.g. "HNSW by Lucene (M 16, efConstruction 100)". */
    String label();

    /** Compares with every vector. Without quantisation the answer is exact. */
    record Flat(Precision precision) implements IndexSpec {
        @Override
        public String label() {
            return precision == Precision.FLOAT32 ? "Exact" : "All vectors, " + precision.label();
        }
    }

    /**
     * A graph from every vector to near ones, in layers (Malkov and Yashunin 2018), searched from far to near.
     *
     * @param m links of a vector in the upper layers, twice as many in the lowest, 2 to 128
     * @param efConstruction vectors kept in view when a vector looks for its links, {@code m} to 4,096
     */
    record Hnsw(Engine engine, int m, int efConstruction, Precision precision) implements IndexSpec {
        public Hnsw {
            if (m < 2 || m > 128 || efConstruction < m || efConstruction > 4096) {
                throw new IllegalArgumentException("M is " + m + " and efConstruction " + efConstruction
                        + "; M may be 2 to 128, efConstruction M to 4,096");
            }
        }

        @Override
        public String label() {
            return engine.label() + " (M " + m + ", efConstruction " + efConstruction + ")"
                    + (precision == Precision.FLOAT32 ? "" : ", " + precision.label());
        }
    }

    /**
     * An inverted file: vectors in lists by their nearest of some means; a search reads the nearest lists.
     *
     * @param lists at least 1; no more than there are vectors are made
     */
    record Ivf(int lists, Precision precision) implements IndexSpec {
        public Ivf {
            if (lists < 1) {
                throw new IllegalArgumentException(lists + " lists");
            }
        }

        @Override
        public String label() {
            return "IVF (" + lists + " lists)" + (precision == Precision.FLOAT32 ? "" : ", " + precision.label());
        }
    }

    /** Who builds and who searches a graph. All compare by the same distances and search alike, so their answers can be compared. */
    enum Engine {
        /** Lucene's graph, searched by our own loop. */
        OWN("HNSW"), LUCENE("HNSW by Lucene"), JVECTOR("HNSW by JVector");

        private final String label;

        Engine(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }
}
