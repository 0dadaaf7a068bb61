package dev.sevenstep.studio.run.images;

import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Of which classes the neighbours of each class are.
 *
 * @param counts neighbours, by class of the query and class of the neighbour
 */
record ClassTable(ImageTest test, ImageSearch search, long[][] counts) {

    static ClassTable of(ImageTest test, ImageSearch search) {
        int classes = test.classes().size();
        long[][] counts = new long[classes][classes];
        for (int q = 0; q < search.found().length; q++) {
            for (int item : search.found()[q].ids()) {
                counts[test.queries().label(q)][test.catalogue().label(item)]++;
            }
        }
        return new ClassTable(test, search, counts);
    }

    /** The part of the neighbours of one class that are of another; NaN without queries. */
    double share(int of, int neighbours) {
        long all = IntStream.range(0, counts.length).mapToLong(c -> counts[of][c]).sum();
        return all == 0 ? Double.NaN : (double) counts[of][neighbours] / all;
    }

    /** The other classes that a class is taken for, most often first; those that it never is are left out. */
    List<Integer> takenFor(int of) {
        return IntStream.range(0, counts.length).filter(c -> c != of && counts[of][c] > 0).boxed()
                .sorted(Comparator.comparing((Integer c) -> -counts[of][c])).toList();
    }

    /** The class that is most often taken for another; the first where none is. */
    int worst() {
        return IntStream.range(0, counts.length).filter(of -> !takenFor(of).isEmpty()).boxed()
                .max(Comparator.comparingDouble(of -> share(of, takenFor(of).getFirst()))).orElse(0);
    }

    /** Of one query. */
    long neighbours(int query, int label) {
        return IntStream.of(search.found()[query].ids()).filter(item -> test.catalogue().label(item) == label).count();
    }

    /** The queries of one class with neighbours of another, those with the most first. */
    int[] queries(int of, int neighbours) {
        return IntStream.range(0, search.found().length)
                .filter(q -> test.queries().label(q) == of && neighbours(q, neighbours) > 0).boxed()
                .sorted(Comparator.comparing((Integer q) -> -neighbours(q, neighbours))).mapToInt(q -> q).toArray();
    }
}
