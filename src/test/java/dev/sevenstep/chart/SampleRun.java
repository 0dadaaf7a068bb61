package dev.sevenstep.chart;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryIntervals;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Explainer;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RecordTable;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import dev.sevenstep.stats.BinaryMetrics;
import dev.sevenstep.stats.Resampling;
import dev.sevenstep.task.StageLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A run made up for tests: scores of known quality, no model behind them. */
public final class SampleRun {
    private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.9, 99.99};

    private SampleRun() {
    }

    /** Approaches in three families, and one that is not available. */
    public static RunResult of(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] labels = new boolean[rows];
        int[] days = new int[rows];
        int[] cards = new int[rows];
        double[] amounts = new double[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextDouble() < 0.02;
            days[i] = (int) ((long) i * 7 / rows);
            cards[i] = random.nextInt(Math.max(1, rows / 10));
            amounts[i] = Math.round(-Math.log(1 - random.nextDouble()) * 6000) / 100.0;
        }
        BinaryTest test = new BinaryTest(labels, days, cards, table(days, cards, amounts, labels), 9, 122, 20,
                "day 1 to day 7", new BinaryTest.Words("payments", "fraud", "cards"), new Resampling(seed, 20));
        List<Approach> approaches = new ArrayList<>();
        approaches.add(approach("rules", "Rules", "rules", test, rules(labels, random.split()), 0.4));
        approaches.add(approach("logistic", "Logistic regression", "linear", test,
                scores(labels, 1.6, random.split()), 3));
        approaches.add(approach("trees", "Boosted trees", "trees", test, scores(labels, 2.6, random.split()), 6));
        approaches.add(approach("trees-plain", "Boosted trees, no history", "trees", test,
                scores(labels, 2.0, random.split()), 9));
        approaches.add(new Approach("net", "Neural net", "net", Map.of(), Optional.empty(), List.of(),
                Optional.empty(), 0,
                new double[0], 0.5, Optional.empty(), Optional.of("no native library for this machine")));
        return new RunResult("sample", "Sample", ParameterValues.of(List.of()),
                new DatasetInfo("sample rows", "0".repeat(64), rows, true, "Made up for tests"),
                List.of(new MetricSpec("averagePrecision", "Average precision", "", "Area under the steps", true, 3),
                        new MetricSpec("rocAuc", "ROC-AUC", "", "Chance to rank right", true, 3)),
                approaches, List.of(new StageTime("Generate", 0.5)), Optional.of(test), Optional.empty(),
                Optional.empty(),
                new Provenance(seed, 1, Instant.EPOCH, Map.of(), "test"));
    }

    private static double[] rules(boolean[] labels, SplittableRandom random) {
        double[] scores = new double[labels.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextDouble() < (labels[i] ? 0.5 : 0.02) ? 0.9 : random.nextInt(3) * 0.2;
        }
        return scores;
    }

    private static double[] scores(boolean[] labels, double apart, SplittableRandom random) {
        double[] scores = new double[labels.length];
        for (int i = 0; i < scores.length; i++) {
            double z = random.nextGaussian() + (labels[i] ? apart : 0);
            scores[i] = 1 / (1 + 49 * Math.exp(-apart * z + apart * apart / 2));
        }
        return scores;
    }

    private static Approach approach(String id, String name, String family, BinaryTest test, double[] scores,
            double micros) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        double ap = BinaryMetrics.averagePrecision(test.labels(), scores);
        double auc = BinaryMetrics.rocAuc(test.labels(), scores);
        metrics.put("averagePrecision", new Estimate(ap, ap * 0.94, ap * 1.05));
        metrics.put("rocAuc", new Estimate(auc, auc - 0.01, auc + 0.01));
        double[] latency = new double[PERCENTILES.length];
        for (int i = 0; i < latency.length; i++) {
            latency[i] = micros * Math.pow(1 / (1 - PERCENTILES[i] / 100), 0.18);
        }
        Optional<Approach.Bands> bands = new BinaryIntervals(test, List.of())
                .judge(List.of(new BinaryIntervals.Scored(scores, 0.3)), 1, new StageLog(() -> 0, _ -> {})).getFirst()
                .bands();
        return new Approach(id, name, family, metrics, bands, List.of(new StageTime("Train " + name, 1)),
                Optional.of(new LatencyProfile(PERCENTILES, latency, 20_000)), 1_000, scores, 0.3,
                Optional.of(row -> List.of(new Explainer.Reason("amount", Integer.toString(row), scores[row] - 0.02),
                        new Explainer.Reason("hour", "3", -0.01))),
                Optional.empty());
    }

    private static RecordTable table(int[] days, int[] cards, double[] amounts, boolean[] labels) {
        List<RecordTable.Column> columns = List.of(new RecordTable.Column("day", "", true),
                new RecordTable.Column("card", "", true), new RecordTable.Column("amount", "€", true),
                new RecordTable.Column("positive", "", false));
        return new RecordTable() {
            @Override
            public int rows() {
                return days.length;
            }

            @Override
            public List<Column> columns() {
                return columns;
            }

            @Override
            public String cell(int row, int column) {
                return switch (column) {
                    case 0 -> Integer.toString(days[row]);
                    case 1 -> Integer.toString(cards[row]);
                    case 2 -> String.format(Locale.ROOT, "%.2f", amounts[row]);
                    default -> labels[row] ? "yes" : "no";
                };
            }
        };
    }
}
