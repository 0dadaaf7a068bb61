package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a search among pictures has besides the figures of every run, as a plain tree: classes, efforts, files passed over. */
final class ImageTree {
    private ImageTree() {
    }

    static Map<String, Object> of(ImageTest test) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("note", test.note());
        tree.put("leaveOneOut", test.leaveOneOut());
        tree.put("skipped", test.skipped().stream()
                .map(each -> Map.of("file", each.file(), "reason", each.reason())).toList());
        Map<String, Object> searches = new LinkedHashMap<>();
        test.searches().forEach((id, search) -> searches.put(id, search(search, test.classes())));
        tree.put("searches", searches);
        return tree;
    }

    private static Map<String, Object> search(ImageSearch search, List<String> classes) {
        Map<String, Object> embedding = new LinkedHashMap<>();
        embedding.put("id", search.embedding().id());
        embedding.put("version", search.embedding().version());
        embedding.put("dimension", search.embedding().dimension());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("embedding", embedding);
        tree.put("index", search.searcher().index().label());
        List<Map<String, Object>> figures = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            ImageSearch.ClassFigures of = search.classes().get(i);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("class", classes.get(i));
            row.put("queries", of.queries());
            put(row, "foundPrecisionAt10", of.precision());
            put(row, "recallAt10", of.recall());
            figures.add(row);
        }
        tree.put("classes", figures);
        List<Map<String, Object>> points = new ArrayList<>();
        for (ImageSearch.EffortPoint point : search.points()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("label", point.label());
            row.put("recallAt10", point.recall());
            row.put("compared", point.compared());
            row.put("queriesPerSecond", point.queriesPerSecond());
            row.put("p50Micros", point.p50Micros());
            row.put("p99Micros", point.p99Micros());
            points.add(row);
        }
        tree.put("efforts", points);
        return tree;
    }

    /** A class without queries has no figures. */
    private static void put(Map<String, Object> row, String key, double value) {
        if (Double.isFinite(value)) {
            row.put(key, value);
        }
    }
}
