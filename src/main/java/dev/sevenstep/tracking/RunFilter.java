package dev.sevenstep.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses runs by a text such as {@code experiment = fraud and params.customers >= 2500 and
 * metrics.forest/averagePrecision > 0.6}: comparisons joined by {@code and}, as in MLflow's search. The left side is
 * {@code experiment}, {@code seed}, {@code dataset}, {@code hash}, {@code name}, {@code note}, {@code label}, {@code sweep},
 * {@code params.KEY} or {@code metrics.APPROACH/KEY}; a run has a label when one of its labels passes. Two numbers are compared as numbers, else as texts; {@code ~} means "contains".
 */
public final class RunFilter implements Predicate<RunRecord> {
    private static final Pattern CLAUSE = Pattern
            .compile("\\s*([A-Za-z][A-Za-z0-9_.\\-/]*)\\s*(<=|>=|!=|=|<|>|~)\\s*(\"[^\"]*\"|'[^']*'|\\S+)\\s*");

    /** Not one between quotes: an even number of them follows. */
    private static final Pattern AND = Pattern
            .compile("\\s[aA][nN][dD]\\s(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)(?=(?:[^']*'[^']*')*[^']*$)");

    /**
     * One comparison.
     *
     * @param sign one of {@code = != < <= > >= ~}
     */
    public record Clause(String key, String sign, String value) {
        /** As it is written in a filter. */
        @Override
        public String toString() {
            String quoted = value.matches("[^\\s\"']+")
                    ? value
                    : value.contains("\"") ? "'" + value + "'" : '"' + value + '"';
            return key + " " + sign + " " + quoted;
        }
    }

    private final List<Clause> clauses;

    private RunFilter(List<Clause> clauses) {
        this.clauses = List.copyOf(clauses);
    }

    /**
     * @param text may be empty: everything passes
     * @throws TrackingException when it is not understood; the message says where
     */
    public static RunFilter parse(String text) {
        List<Clause> clauses = new ArrayList<>();
        if (text.isBlank()) {
            return new RunFilter(clauses);
        }
        for (String part : AND.split(text, -1)) {
            Matcher matcher = CLAUSE.matcher(part);
            if (!matcher.matches()) {
                throw new TrackingException("The filter is not understood at '" + part.strip()
                        + "'. Write for example: params.customers >= 2500 and metrics.forest/averagePrecision > 0.6");
            }
            String key = matcher.group(1);
            if (!key.matches("experiment|seed|dataset|hash|name|note|label|sweep|params\\..+|metrics\\..+/.+")) {
                throw new TrackingException("The filter does not know '" + key
                        + "'; there are experiment, seed, dataset, hash, name, note, label, sweep, params.KEY and metrics.APPROACH/KEY");
            }
            Clause clause = new Clause(key, matcher.group(2), unquoted(matcher.group(3)));
            if (key.matches("seed|metrics\\..+") && !clause.sign().equals("~") && !isNumber(clause.value())) {
                // Compared as texts no run would pass, or any run.
                throw new TrackingException("The filter compares " + key + " with a number; '" + clause.value()
                        + "' is no number");
            }
            clauses.add(clause);
        }
        return new RunFilter(clauses);
    }

    /** The comparisons, all of which a run has to pass. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return String.join(" and ", clauses.stream().map(Clause::toString).toList());
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") || text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    }

    @Override
    public boolean test(RunRecord run) {
        return clauses.stream().allMatch(clause -> clause.key().equals("label")
                ? run.labels().stream().anyMatch(label -> passes(label, clause))
                : value(run, clause.key()).map(value -> passes(value, clause)).orElse(false));
    }

    private static Optional<String> value(RunRecord run, String key) {
        return switch (key) {
            case "experiment" -> Optional.of(run.experiment());
            case "seed" -> Optional.of(Long.toString(run.seed()));
            case "dataset" -> Optional.of(run.dataset().name());
            case "hash" -> Optional.of(run.dataset().hash());
            case "name" -> Optional.of(run.name());
            case "note" -> Optional.of(run.note());
            case "sweep" -> run.sweep();
            default -> {
                if (key.startsWith("params.")) {
                    yield Optional.ofNullable(run.parameters().get(key.substring("params.".length())));
                }
                String path = key.substring("metrics.".length());
                int slash = path.indexOf('/');
                yield run.metric(path.substring(0, slash), path.substring(slash + 1))
                        .map(estimate -> Double.toString(estimate.value()));
            }
        };
    }

    private static boolean passes(String value, Clause clause) {
        if (clause.sign().equals("~")) {
            return value.contains(clause.value());
        }
        int order;
        try {
            order = Double.compare(Double.parseDouble(value), Double.parseDouble(clause.value()));
        } catch (NumberFormatException _) {
            order = value.compareTo(clause.value());
        }
        return switch (clause.sign()) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
