package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.vectors.IndexQuality;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.stats.UserMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Figures of one approach's answers, query by query. */
final class SearchQuality {
    /** How many neighbours people see. */
    static final int CUTOFF = 10;

    private SearchQuality() {
    }

    /** In the order of {@link #means}. */
    static List<MetricSpec> metrics() {
        return List.of(
                spec("precisionAt10", "Precision@10", "",
                        "Of the ten nearest by comparing with all, the share of the query's class.", 4),
                spec("precisionAt1", "Precision@1", "", "Share of the queries whose nearest is of their class.", 4),
                spec("foundPrecisionAt10", "Precision@10, found", "", "Of the ten that the index finds, the same.", 4),
                spec("recallAt10", "Recall@10", "", "Of the ten nearest, the share that the index finds.", 4),
                new MetricSpec("compared", "Compared", "vectors",
                        "Vectors that a query is compared with, mean: the work done, on any machine.", false, 0),
                new MetricSpec("bytesPerVector", "Bytes a vector", "B",
                        "In memory, its share of links and lists included.",
                        false, 0));
    }

    private static MetricSpec spec(String key, String label, String unit, String help, int decimals) {
        return new MetricSpec(key, label, unit, help, true, decimals);
    }

    private static double precision(EmbeddedSet set, int query, Neighbours found, int count) {
        int label = set.queryLabel(query);
        return IntStream.of(found.ids()).limit(count).filter(id -> set.itemLabel(id) == label).count()
                / (double) Math.min(count, found.size());
    }

    /** What a vector takes in memory is no mean over queries, and has no interval. */
    static UserMeans means(EmbeddedSet set, Neighbours[] exact, Neighbours[] found, double bytesPerVector) {
        double[][] figures = new double[metrics().size() - 1][exact.length];
        for (int q = 0; q < exact.length; q++) {
            figures[0][q] = precision(set, q, exact[q], CUTOFF);
            figures[1][q] = precision(set, q, exact[q], 1);
            figures[2][q] = precision(set, q, found[q], CUTOFF);
            figures[3][q] = IndexQuality.recall(exact[q], found[q]);
            figures[4][q] = found[q].compared();
        }
        return new UserMeans(figures, bytesPerVector);
    }

    /** Class by class, by what the index finds. */
    static List<ImageSearch.ClassFigures> classes(EmbeddedSet set, Neighbours[] exact, Neighbours[] found) {
        int count = set.split().set().classes().size();
        int[] queries = new int[count];
        double[] precision = new double[count];
        double[] recall = new double[count];
        for (int q = 0; q < exact.length; q++) {
            int label = set.queryLabel(q);
            queries[label]++;
            precision[label] += precision(set, q, found[q], CUTOFF);
            recall[label] += IndexQuality.recall(exact[q], found[q]);
        }
        List<ImageSearch.ClassFigures> figures = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            figures.add(
                    new ImageSearch.ClassFigures(queries[c], queries[c] == 0 ? Double.NaN : precision[c] / queries[c],
                            queries[c] == 0 ? Double.NaN : recall[c] / queries[c]));
        }
        return figures;
    }
}
