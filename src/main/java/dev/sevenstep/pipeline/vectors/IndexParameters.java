package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.vectors.IndexSpec.Engine;
import java.util.List;

/** An index and an effort as parameters of an experiment. */
public final class IndexParameters {
    public static final String INDEX = "index";
    public static final String BITS = "bits";
    public static final String M = "m";
    public static final String EF_CONSTRUCTION = "ef-construction";
    public static final String LISTS = "lists";
    public static final String EF_SEARCH = "ef-search";
    public static final String NPROBE = "nprobe";
    public static final String RESCORED = "rescored";

    private IndexParameters() {
    }

    /** What is fixed when an index is built. */
    public static List<Parameter> ofBuilding() {
        return List.of(
                new Parameter.Choice(INDEX, "Index", "How near vectors are found.",
                        List.of(new Parameter.Option("exact", "All vectors, one by one"),
                                new Parameter.Option("hnsw", "HNSW, searched by the studio"),
                                new Parameter.Option("lucene", "HNSW by Lucene"),
                                new Parameter.Option("jvector", "HNSW by JVector"),
                                new Parameter.Option("ivf", "Inverted file (IVF)")),
                        "hnsw"),
                new Parameter.Choice(BITS, "Bits a value",
                        "Fewer bits are compared faster; the best are compared again by all bits.",
                        List.of(new Parameter.Option("32", "32"), new Parameter.Option("8", "8"),
                                new Parameter.Option("1", "1")),
                        "8"),
                new Parameter.Whole(M, "M", "HNSW: links of a vector; twice as many in the lowest layer.", "links", 16,
                        2,
                        128),
                new Parameter.Whole(EF_CONSTRUCTION, "efConstruction",
                        "HNSW: vectors in view when links are laid; more makes a better graph, slower.", "vectors", 100,
                        4,
                        1_000),
                new Parameter.Whole(LISTS, "Lists", "IVF: groups of near vectors.", "lists", 64, 1, 10_000));
    }

    /** What may change from search to search. */
    public static List<Parameter> ofSearching() {
        return List.of(
                new Parameter.Whole(EF_SEARCH, "efSearch",
                        "HNSW: vectors in view when searching; more finds more, slower.",
                        "vectors", Effort.USUAL.efSearch(), 1, 2_000),
                new Parameter.Whole(NPROBE, "nprobe", "IVF: lists read; more finds more, slower.", "lists",
                        Effort.USUAL.nprobe(), 1, 10_000),
                new Parameter.Whole(RESCORED, "Compared again",
                        "With 8 bits or 1: how many of the best are compared again by all bits; 0 for none.", "vectors",
                        Effort.USUAL.rescored(), 0, 2_000));
    }

    /**
     * @param values with {@link #ofBuilding} among their parameters
     * @throws RunException when they do not fit each other
     */
    public static IndexSpec spec(ParameterValues values) {
        Precision precision = Precision.ofBits(Integer.parseInt(values.text(BITS)));
        try {
            return switch (values.text(INDEX)) {
                case "exact" -> new IndexSpec.Flat(precision);
                case "hnsw" -> graph(Engine.OWN, precision, values);
                case "lucene" -> graph(Engine.LUCENE, precision, values);
                case "jvector" -> graph(Engine.JVECTOR, precision, values);
                default -> new IndexSpec.Ivf(values.whole(LISTS), precision);
            };
        } catch (IllegalArgumentException e) {
            throw new RunException("The index cannot be built: " + e.getMessage() + ".", e);
        }
    }

    private static IndexSpec graph(Engine engine, Precision precision, ParameterValues values) {
        return new IndexSpec.Hnsw(engine, values.whole(M), values.whole(EF_CONSTRUCTION), precision);
    }

    /** @param values with {@link #ofSearching} among their parameters */
    public static Effort effort(ParameterValues values) {
        return new Effort(values.whole(EF_SEARCH), values.whole(NPROBE), values.whole(RESCORED));
    }
}
