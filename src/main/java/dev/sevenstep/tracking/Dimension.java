package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One parameter that a sweep varies. */
public sealed interface Dimension {
    /** Of the parameter. */
    String key();

    /** How many values there are; empty for more than can be counted off. */
    OptionalLong count();

    /** One of the {@link #count} values, from 0 on. */
    String value(long index);

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

        @Override
        public OptionalLong count() {
            return OptionalLong.of(values.size());
        }

        @Override
        public String value(long index) {
            return values.get((int) index);
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

        @Override
        public OptionalLong count() {
            return whole ? OptionalLong.of(Math.round(high) - Math.round(low) + 1) : OptionalLong.empty();
        }

        @Override
        public String value(long index) {
            return Long.toString(Math.round(low) + index);
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
            // Six digits are enough, written as the parameter will be.
            return whole
                    ? Long.toString(Math.round(value))
                    : Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.6g", value)));
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
     * Reads {@code trainDays=7,14,21}, {@code trainDays=7..28} or {@code trainDays=7..28:log}; of a parameter that takes several
     * options {@code approaches=ease+als,ease,all}. A value that is listed twice counts once.
     *
     * @throws TrackingException when it is not understood or there is no such parameter, or it is of a kind that cannot be varied
     * @throws dev.sevenstep.pipeline.RunException when the parameter does not take one of the values
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
        Optional<String> fixed = fixed(parameter);
        if (fixed.isPresent()) {
            throw new TrackingException(parameter.label() + " cannot be varied: " + fixed.get());
        }
        String values = matcher.group(2);
        Matcher range = Pattern.compile("([-+0-9.eE]+?)\\.\\.([-+0-9.eE]+)(:log)?").matcher(values);
        try {
            if (range.matches() && (parameter instanceof Parameter.Whole || parameter instanceof Parameter.Real)) {
                taken(parameter, range.group(1));
                taken(parameter, range.group(2));
                return new Range(key, Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)),
                        range.group(3) != null, parameter instanceof Parameter.Whole);
            }
            return new Values(key, Arrays.stream(values.split(",")).map(String::strip).filter(one -> !one.isEmpty())
                    .map(one -> taken(parameter, one)).distinct().toList());
        } catch (IllegalArgumentException e) {
            throw new TrackingException("'" + text + "' is not understood: " + e.getMessage(), e);
        }
    }

    /** A value as the parameter writes it, so that the same value is the same text. */
    private static String taken(Parameter parameter, String value) {
        String written = parameter instanceof Parameter.Several ? value.replace('+', ',') : value;
        return String.valueOf(ParameterValues.of(List.of(parameter)).with(parameter.key(), written).asMap()
                .get(parameter.key()));
    }

    /** Why a sweep cannot vary a parameter; empty when it can. */
    static Optional<String> fixed(Parameter parameter) {
        return switch (parameter) {
            case Parameter.File _ -> Optional.of("on other data figures cannot be compared.");
            case Parameter.Text _ -> Optional.of("a free text has no values to go through.");
            default -> Optional.empty();
        };
    }
}
