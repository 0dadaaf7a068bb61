package dev.sevenstep.pipeline;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value for every parameter of an experiment, checked against type and range; immutable. */
public final class ParameterValues {
    /** Thousands apart by commas, as {@code 2,500}; any other comma is not part of a number. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

    private final List<Parameter> parameters;
    private final Map<String, Object> values;

    private ParameterValues(List<Parameter> parameters, Map<String, Object> values) {
        this.parameters = parameters;
        this.values = Collections.unmodifiableMap(values);
    }

    /** The defaults. */
    public static ParameterValues of(List<Parameter> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            values.put(parameter.key(), switch (parameter) {
                case Parameter.Whole whole -> whole.initial();
                case Parameter.Real real -> real.initial();
                case Parameter.Choice choice -> choice.initial();
                case Parameter.Several _ -> Parameter.Several.ALL;
                case Parameter.Flag flag -> flag.initial();
                case Parameter.File _ -> "";
                case Parameter.Text text -> text.initial();
            });
        }
        return new ParameterValues(List.copyOf(parameters), values);
    }

    /**
     * These values with one changed, read from its text.
     *
     * @throws RunException when there is no such parameter, the text does not parse, or the value is out of range
     */
    public ParameterValues with(String key, String text) {
        Parameter parameter = parameters.stream().filter(p -> p.key().equals(key)).findFirst()
                .orElseThrow(() -> new RunException("there is no parameter '" + key + "'; there are "
                        + String.join(", ", parameters.stream().map(Parameter::key).toList())));
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.put(key, parse(parameter, text.strip()));
        return new ParameterValues(parameters, copy);
    }

    private static Object parse(Parameter parameter, String text) {
        return switch (parameter) {
            case Parameter.Whole whole -> {
                double value = number(whole, text);
                if (value != Math.rint(value)) {
                    throw new RunException(whole.label() + ": " + text + " is not a whole number");
                }
                yield (int) inRange(whole, value, whole.minimum(), whole.maximum());
            }
            case Parameter.Real real -> inRange(real, number(real, text), real.minimum(), real.maximum());
            case Parameter.Choice choice -> {
                if (choice.options().stream().noneMatch(option -> option.id().equals(text))) {
                    throw new RunException(choice.label() + ": '" + text + "' is not one of "
                            + String.join(", ", choice.options().stream().map(Parameter.Option::id).toList()));
                }
                yield text;
            }
            case Parameter.Several several -> some(several, text);
            case Parameter.Flag flag -> switch (text) {
                case "true", "yes", "on" -> true;
                case "false", "no", "off" -> false;
                default -> throw new RunException(flag.label() + ": write true or false, not '" + text + "'");
            };
            case Parameter.File _ -> text;
            case Parameter.Text _ -> text;
        };
    }

    /** The ids in the order of the options, however they were written, so that the same choice is the same text. */
    private static String some(Parameter.Several several, String text) {
        List<String> known = several.options().stream().map(Parameter.Option::id).toList();
        if (text.isEmpty() || text.equals(Parameter.Several.ALL)) {
            return Parameter.Several.ALL;
        }
        Set<String> wanted = Arrays.stream(text.split(",")).map(String::strip).filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        wanted.stream().filter(id -> !known.contains(id)).sorted().findFirst().ifPresent(id -> {
            throw new RunException(
                    several.label() + ": there is no '" + id + "'; there are " + String.join(", ", known));
        });
        if (wanted.isEmpty()) {
            throw new RunException(several.label() + ": choose at least one");
        }
        return wanted.size() == known.size()
                ? Parameter.Several.ALL
                : known.stream().filter(wanted::contains).collect(Collectors.joining(","));
    }

    private static double number(Parameter parameter, String text) {
        try {
            return Double.parseDouble(GROUPED.matcher(text).matches() ? text.replace(",", "") : text);
        } catch (NumberFormatException e) {
            throw new RunException(parameter.label() + ": '" + text + "' is not a number", e);
        }
    }

    private static double inRange(Parameter parameter, double value, double minimum, double maximum) {
        if (!(value >= minimum && value <= maximum)) {
            throw new RunException(parameter.label() + ": " + plain(value) + " is outside " + plain(minimum) + " to "
                    + plain(maximum));
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    public int whole(String key) {
        return (Integer) value(key);
    }

    public double real(String key) {
        return (Double) value(key);
    }

    public boolean flag(String key) {
        return (Boolean) value(key);
    }

    /** The ids of the options taken, in the order of the options. */
    public List<String> several(String key) {
        String text = text(key);
        if (!text.equals(Parameter.Several.ALL)) {
            return List.of(text.split(","));
        }
        return parameters.stream().filter(parameter -> parameter.key().equals(key))
                .flatMap(parameter -> parameter instanceof Parameter.Several several
                        ? several.options().stream()
                        : Stream.empty())
                .map(Parameter.Option::id).toList();
    }

    /** The value of a choice, file or text. */
    public String text(String key) {
        return (String) value(key);
    }

    private Object value(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no parameter '" + key + "'");
        }
        return value;
    }

    /** What the values are of, in order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Key to value: Integer, Double, Boolean or String; in the order of the parameters. */
    public Map<String, Object> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
