package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One parameter that a sweep varies. */
public sealed interface Dimension {
    /** Of the parameter. */
    String key();

    /**
     * One of a list.
     *
     * @param values at least one, as text
     */
    record Values(String key, List<String> values) implements Dimension {
        public Values {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException(key + ": nothing to choose from");
            }
        }
    }

    /**
     * Anything between two numbers, both included.
     *
     * @param logarithmic whether ratios count instead of differences; then {@code low} is above 0
     * @param whole whether only whole numbers are tried
     */
    record Range(String key, double low, double high, boolean logarithmic, boolean whole) implements Dimension {
        public Range {
            if (!(low < high) || logarithmic && !(low > 0)) {
                throw new IllegalArgumentException(key + ": a range goes from a smaller to a larger number"
                        + (logarithmic ? ", both above 0" : ""));
            }
        }

        /**
         * The value at a place of the range, as text.
         *
         * @param unit 0 for {@code low} to 1 for {@code high}
         */
        String at(double unit) {
            double value = logarithmic
                    ? Math.exp(Math.log(low) + unit * (Math.log(high) - Math.log(low)))
                    : low + unit * (high - low);
            return whole ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.6g", value);
        }

        /** Where a value stands in the range, 0 to 1: the inverse of {@link #at}. */
        double unit(String text) {
            double value = Double.parseDouble(text);
            double unit = logarithmic
                    ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                    : (value - low) / (high - low);
            return Math.clamp(unit, 0, 1);
        }
    }

    /**
     * Reads {@code trainDays=7,14,21}, {@code trainDays=7..28} or {@code trainDays=7..28:log}.
     *
     * @throws TrackingException when it is not understood or there is no such parameter
     */
    static Dimension parse(String text, List<Parameter> parameters) {
        Matcher matcher = Pattern.compile("([A-Za-z][A-Za-z0-9]*)=(.+)").matcher(text.strip());
        if (!matcher.matches()) {
            throw new TrackingException(
                    "'" + text + "' is no parameter to vary. Write trainDays=7,14 or trainDays=7..28");
        }
        String key = matcher.group(1);
        Parameter parameter = parameters.stream().filter(p -> p.key().equals(key)).findFirst()
                .orElseThrow(() -> new TrackingException("There is no parameter '" + key + "'; there are "
                        + String.join(", ", parameters.stream().map(Parameter::key).toList())));
        String values = matcher.group(2);
        Matcher range = Pattern.compile("([-+0-9.eE]+?)\\.\\.([-+0-9.eE]+)(:log)?").matcher(values);
        try {
            return range.matches()
                    ? new Range(key, Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)),
                            range.group(3) != null, parameter instanceof Parameter.Whole)
                    : new Values(key, List.of(values.split(",")));
        } catch (IllegalArgumentException e) {
            throw new TrackingException("'" + text + "' is not understood: " + e.getMessage(), e);
        }
    }
}
