package dev.sevenstep.design;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Values as short text for cards, tables and print: {@code 5,000/s}, {@code p99 50 ms}, {@code 0.1 %}, {@code €122}. The
 * text is the same on every machine, whatever its language.
 */
public final class ValueText {
    private static final int DIGITS = 6;
    /** Characters that fit on a card of the usual width. */
    private static final int CARD_LINE = 27;

    private ValueText() {
    }

    /**
     * {@code value} as text; a choice shows as its label, references as the titles of what they point at.
     *
     * @param field the field it is the value of, if it is known
     */
    public static String of(Value value, Optional<FieldSpec> field, Design design) {
        return switch (value) {
            case Value.Choice choice -> field.flatMap(spec -> spec.option(choice.option()))
                    .map(FieldSpec.Option::label).orElse(choice.option());
            case Value.References references -> String.join(", ", references.ids().stream()
                    .map(id -> design.components().get(id).map(Component::title).orElse(id + " (missing)")).toList());
            default -> of(value);
        };
    }

    /** {@code value} as text; choices and references as their ids. */
    public static String of(Value value) {
        return switch (value) {
            case Value.Quantity(double amount, Unit unit, Source _) -> amount(amount, unit);
            case Value.Latency(double amount, Unit unit, double percentile, Source _) ->
                percentile(percentile) + " " + amount(amount, unit);
            case Value.Text(String text) -> text;
            case Value.Choice(String option) -> option;
            case Value.Flag(boolean on) -> on ? "yes" : "no";
            case Value.TextList(List<String> items) -> String.join(", ", items);
            case Value.References(List<String> ids) -> String.join(", ", ids);
            case Value.Opaque _ -> "(not understood)";
        };
    }

    /** An amount with its unit: {@code 30 d}, {@code 5,000/s}, {@code €122}, {@code €0.02 / 1,000}, {@code 0.1 %}. */
    public static String amount(double amount, Unit unit) {
        return switch (unit) {
            case NONE -> number(amount);
            case FRACTION -> number(amount);
            case EURO -> euro(amount);
            case EURO_PER_DAY, EURO_PER_HOUR, EURO_PER_MONTH -> euro(amount) + unit.symbol().substring(1);
            case EURO_PER_THOUSAND -> euro(amount) + " / 1,000";
            case PER_SECOND, PER_MINUTE, PER_HOUR, PER_DAY, PER_WEEK -> number(amount) + unit.symbol();
            default -> number(amount) + " " + unit.symbol();
        };
    }

    private static String euro(double amount) {
        return amount < 0 ? "−€" + number(-amount) : "€" + number(amount);
    }

    /** A number with up to six telling digits and commas between thousands: {@code 1,754,155}, {@code 0.0042}. */
    public static String number(double amount) {
        if (amount == 0) {
            return "0";
        }
        double size = Math.abs(amount);
        if (size >= 1e15 || size < 1e-6) {
            return String.format(Locale.ROOT, "%.3e", amount).replace('-', '−');
        }
        BigDecimal exact = BigDecimal.valueOf(amount);
        int whole = Math.max(exact.precision() - exact.scale(), 0);
        String plain = exact.round(new MathContext(Math.max(DIGITS, whole))).stripTrailingZeros().abs()
                .toPlainString();
        int point = plain.indexOf('.');
        String integer = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder(amount < 0 ? "−" : "");
        for (int i = 0; i < integer.length(); i++) {
            if (i > 0 && (integer.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(integer.charAt(i));
        }
        return text.append(point < 0 ? "" : plain.substring(point)).toString();
    }

    /** {@code p50}, {@code p99}, {@code p99.9}. */
    public static String percentile(double percentile) {
        return "p" + number(percentile);
    }

    /** The word for a source, as it stands beside a number: given, assumed, calculated, measured. */
    public static String source(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The line of key figures on a card, such as {@code 6 × 4.2 ms · p99 9.8 ms}: those of the kind's key figures that the
     * component states, in the kind's order, as many as fit on a card. Empty when it states none or the kind is unknown.
     */
    public static String cardFigures(Component component, Design design, Catalogue catalogue) {
        Optional<Kind> kind = catalogue.kind(component.kind());
        if (kind.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (String key : kind.get().keyFigures()) {
            Optional<Value> value = component.fields().get(key);
            Optional<FieldSpec> field = kind.get().field(key);
            if (value.isPresent() && field.isPresent()) {
                String text = figure(value.get(), field.get(), design);
                if (!text.isBlank()) {
                    parts.add(text);
                }
            }
        }
        StringBuilder line = new StringBuilder();
        String glue = "";
        for (String part : parts) {
            boolean tooLong = line.length() + glue.length() + part.strip().length() > CARD_LINE;
            if (tooLong && !line.isEmpty() && !glue.equals(" ")) {
                break;
            }
            line.append(glue).append(part.strip());
            glue = part.endsWith("×") || part.endsWith(" ") ? " " : " · ";
        }
        String text = line.toString();
        return text.endsWith("×") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private static String figure(Value value, FieldSpec field, Design design) {
        if (value instanceof Value.Latency latency && field.figure().startsWith("≤")) {
            return percentile(latency.percentile()) + " ≤ " + amount(latency.amount(), latency.unit());
        }
        if (value instanceof Value.Flag(boolean on)) {
            return on ? field.figure().replace("{}", field.label().toLowerCase(Locale.ROOT)) : "";
        }
        String text = of(value, Optional.of(field), design).strip();
        return text.isEmpty() ? "" : field.figure().replace("{}", text);
    }
}
