package dev.sevenstep.studio.form;

import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.ValueText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbers that people type, and says in words what is wrong with the others. */
final class NumberText {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<euro>€?)\\s*(?<number>[+\\-−]?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d*)?([eE][+-]?\\d{1,3})?)\\s*(?<unit>\\D*)");

    private NumberText() {
    }

    /** What a text means. */
    sealed interface Reading {
        /** Nothing stands there. */
        record Empty() implements Reading {}

        /**
         * A number that the field may have.
         *
         * @param unit the unit typed behind it, or the one the field showed
         */
        record Good(double amount, Unit unit) implements Reading {}

        /** Not one that the field may have. */
        record Bad(String reason) implements Reading {}
    }

    /**
     * @param shown the unit the field shows, for texts without one
     */
    static Reading read(String text, FieldSpec field, Unit shown) {
        String stripped = text.replace('\u00a0', ' ').replace("\u2009", "").strip();
        if (stripped.isEmpty()) {
            return new Reading.Empty();
        }
        Matcher matcher = NUMBER.matcher(stripped);
        if (!matcher.matches() || matcher.group("number").chars().noneMatch(Character::isDigit)) {
            return new Reading.Bad("“" + shortened(stripped) + "” is not a number. Write it like 1,250.5.");
        }
        Optional<Unit> unit = unit(matcher.group("unit").strip(), shown);
        if (unit.isEmpty()) {
            return new Reading.Bad("“" + matcher.group("unit").strip() + "” is not a unit that fits here. "
                    + "Choose from " + String.join(", ", fitting(shown).stream().map(Unit::symbol)
                            .filter(symbol -> !symbol.isEmpty()).toList())
                    + ".");
        }
        double amount = Double.parseDouble(matcher.group("number").replace(",", "").replace('−', '-'));
        if (!Double.isFinite(amount)) {
            return new Reading.Bad("That number is too large.");
        }
        return outside(amount, unit.get(), field).<Reading>map(Reading.Bad::new)
                .orElseGet(() -> new Reading.Good(amount, unit.get()));
    }

    /** Why an amount is outside the field's range; empty when it is inside. */
    static Optional<String> outside(double amount, Unit unit, FieldSpec field) {
        double inFieldUnit = unit.convert(amount, field.unit());
        double slack = 1e-9 * Math.abs(inFieldUnit);
        boolean low = field.minimum().filter(least -> inFieldUnit < least - slack).isPresent();
        boolean high = field.maximum().filter(most -> inFieldUnit > most + slack).isPresent();
        return low || high ? Optional.of("Must be " + range(field) + ".") : Optional.empty();
    }

    /** "between 1 and 64", "at least 0 ms", or empty when everything goes. */
    static String range(FieldSpec field) {
        Optional<String> least = field.minimum().map(amount -> ValueText.amount(amount, field.unit()));
        Optional<String> most = field.maximum().map(amount -> ValueText.amount(amount, field.unit()));
        if (least.isPresent() && most.isPresent()) {
            return "between " + least.get() + " and " + most.get();
        }
        return least.map(text -> "at least " + text).or(() -> most.map(text -> "at most " + text)).orElse("");
    }

    /** The units a field that shows {@code unit} can change to, smallest first. */
    static List<Unit> fitting(Unit unit) {
        return Arrays.stream(Unit.values()).filter(other -> other.dimension() == unit.dimension())
                .sorted(Comparator.comparingDouble(other -> other.toBase(1))).toList();
    }

    private static Optional<Unit> unit(String symbol, Unit shown) {
        if (symbol.isEmpty() || symbol.equals(shown.symbol())) {
            return Optional.of(shown);
        }
        String plain = symbol.replace("us", "µs");
        return fitting(shown).stream().filter(unit -> unit.symbol().equals(plain)).findFirst()
                .or(() -> fitting(shown).stream().filter(unit -> unit.symbol().equalsIgnoreCase(plain)).findFirst());
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 19) + "…";
    }
}
