package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.task.Parallel;
import java.util.List;

/** Finds the vectors nearest to a query. Immutable; safe for several threads. */
public sealed interface VectorIndex permits FlatIndex, GraphIndex, IvfIndex {
    /** How it was built. */
    IndexSpec spec();

    Metric metric();

    /** Vectors in it. */
    int size();

    int dimension();

    /**
     * @param k at least 1; all vectors are found where there are fewer
     * @throws IllegalArgumentException when the query has another dimension or a value that is not finite
     */
    Neighbours search(float[] query, int k, Effort effort);

    /** With {@link Effort#USUAL}. */
    default Neighbours search(float[] query, int k) {
        return search(query, k, Effort.USUAL);
    }

    /** The answers to many queries, in their order. */
    default List<Neighbours> searchAll(Vectors queries, int k, Effort effort, int threads) {
        Neighbours[] answers = new Neighbours[queries.size()];
        Parallel.forEach(threads, answers.length, i -> answers[i] = search(queries.row(i), k, effort));
        return List.of(answers);
    }

    /** Bytes that a vector takes in memory, the full vector and its share of links and tables included. */
    double bytesPerVector();
}
