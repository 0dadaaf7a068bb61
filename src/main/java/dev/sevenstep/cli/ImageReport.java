package dev.sevenstep.cli;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a search among pictures has besides the figures of every run, as tables for people. */
final class ImageReport {
    private static final int MOST_SKIPPED = 10;

    private final RunResult result;
    private final ImageTest test;

    ImageReport(RunResult result, ImageTest test) {
        this.result = result;
        this.test = test;
    }

    /** Each table with an empty line behind it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!test.searches().isEmpty()) {
            lines.addAll(new TextTable(classes(), false).lines());
            lines.add("");
            lines.addAll(new TextTable(efforts(), false).lines());
            lines.add("");
        }
        test.skipped().stream().limit(MOST_SKIPPED)
                .forEach(skipped -> lines.add("passed over: " + skipped.file() + " " + skipped.reason()));
        if (test.skipped().size() > MOST_SKIPPED) {
            lines.add("and " + (test.skipped().size() - MOST_SKIPPED) + " other files");
        }
        return lines;
    }

    private List<List<String>> classes() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("Precision@10, found", "queries"));
        head.addAll(test.searches().keySet());
        rows.add(head);
        for (int i = 0; i < test.classes().size(); i++) {
            int label = i;
            List<ImageSearch.ClassFigures> figures = test.searches().values().stream()
                    .map(search -> search.classes().get(label)).toList();
            List<String> row = new ArrayList<>(
                    List.of(test.classes().get(i), String.valueOf(figures.getFirst().queries())));
            figures.forEach(of -> row.add(of.queries() == 0 ? "–" : fixed(of.precision(), 3)));
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> efforts() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("at each effort", "learnt s", "embedded s", "built s", "Recall@10", "compared", "queries/s",
                "p50 µs",
                "p99 µs"));
        for (Approach approach : result.approaches()) {
            ImageSearch search = test.searches().get(approach.id());
            if (search == null) {
                continue;
            }
            boolean first = true;
            for (ImageSearch.EffortPoint point : search.points()) {
                rows.add(List.of(first ? approach.name() + ", " + point.label() : "  " + point.label(),
                        first ? seconds(approach, "fit") : "",
                        first ? seconds(approach, "embed") : "", first ? seconds(approach, "build") : "",
                        fixed(point.recall(), 4), fixed(point.compared(), 0), fixed(point.queriesPerSecond(), 0),
                        fixed(point.p50Micros(), 1), fixed(point.p99Micros(), 1)));
                first = false;
            }
        }
        return rows;
    }

    private static String seconds(Approach approach, String stage) {
        return approach.stages().stream().filter(each -> each.name().equals(stage)).mapToDouble(StageTime::seconds)
                .mapToObj(seconds -> fixed(seconds, 2)).findFirst().orElse("–");
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
