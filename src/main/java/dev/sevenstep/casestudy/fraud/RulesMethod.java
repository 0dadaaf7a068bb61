package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.task.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules as an analyst writes them, before any learning. Each that fires is a piece of evidence of some strength; evidence is put
 * together as if independent: 1 − (1 − a)(1 − b)… Rules whose feature the data do not have fall away.
 */
final class RulesMethod implements Method {

    /**
     * Fires when {@code feature} is at least {@code from}, or at least that many times {@code times} when that is named.
     *
     * @param strength 0 to 1
     */
    private record Rule(String feature, double from, String times, double strength) {
        Rule(String feature, double from, double strength) {
            this(feature, from, "", strength);
        }
    }

    private static final List<Rule> RULES = List.of(new Rule("TX_AMOUNT", 220, 0.95), new Rule("TX_AMOUNT", 170, 0.05),
            new Rule("TX_AMOUNT", 120, 0.02), new Rule("TERMINAL_ID_RISK_1DAY_WINDOW", 0.5, 0.4),
            new Rule("TERMINAL_ID_RISK_7DAY_WINDOW", 0.5, 0.6), new Rule("TERMINAL_ID_RISK_30DAY_WINDOW", 0.2, 0.2),
            new Rule("TX_AMOUNT", 2.5, "CUSTOMER_ID_AVG_AMOUNT_30DAY_WINDOW", 0.1),
            new Rule("TX_AMOUNT", 3.5, "CUSTOMER_ID_AVG_AMOUNT_30DAY_WINDOW", 0.4),
            new Rule("CUSTOMER_ID_AVG_AMOUNT_7DAY_WINDOW", 1.6, "CUSTOMER_ID_AVG_AMOUNT_30DAY_WINDOW", 0.05));

    @Override
    public String id() {
        return "rules";
    }

    @Override
    public String name() {
        return "Rules";
    }

    @Override
    public Classifier train(FeatureTable table, boolean[] labels, long seed, Progress progress) {
        List<String> keys = table.features().stream().map(Feature::key).toList();
        List<Bound> bound = new ArrayList<>();
        for (Rule rule : RULES) {
            int column = keys.indexOf(rule.feature);
            int times = rule.times.isEmpty() ? -1 : keys.indexOf(rule.times);
            if (column >= 0 && (rule.times.isEmpty() || times >= 0)) {
                bound.add(new Bound(column, rule.from, times, rule.strength));
            }
        }
        return new Scorer(bound, bound.toString().getBytes(StandardCharsets.UTF_8).length);
    }

    /** A rule with its columns found; {@code times} −1 for none. */
    private record Bound(int column, double from, int times, double strength) {}

    private record Scorer(List<Bound> rules, long bytes) implements Classifier {
        @Override
        public double score(double[] features) {
            double innocent = 1;
            for (Bound rule : rules) {
                double limit = rule.times < 0 ? rule.from : rule.from * features[rule.times];
                if (features[rule.column] >= limit) {
                    innocent *= 1 - rule.strength;
                }
            }
            return 1 - innocent;
        }
    }
}
