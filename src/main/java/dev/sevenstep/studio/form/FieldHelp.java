package dev.sevenstep.studio.form;

import dev.sevenstep.design.FieldSpec;
import java.util.List;

/** What the help strip says about a field: what it means, what it may be, and how to enter it where that is not plain. */
final class FieldHelp {
    /** Letters that fit on two lines of the strip. */
    private static final int MOST = 88;

    private FieldHelp() {
    }

    /** Empty when there is nothing to say beyond the field's name. */
    static String of(FieldSpec field) {
        String help = field.help();
        if (!help.isEmpty() && !help.endsWith(".") && !help.endsWith("?")) {
            help += ".";
        }
        return (help + " " + more(field)).strip();
    }

    private static String more(FieldSpec field) {
        return switch (field.type()) {
            case QUANTITY, LATENCY -> number(field);
            case CHOICE -> field.help().isEmpty() ? oneOf(field) : "";
            case FLAG -> "Press the answer again to take it back.";
            case LIST -> "Enter adds a line, Alt with an arrow moves it.";
            case REFERENCES -> field.help().isEmpty() ? "Other components of this design." : "";
            case TEXT, LONG_TEXT -> "";
        };
    }

    private static String number(FieldSpec field) {
        String range = NumberText.range(field);
        List<String> units = NumberText.fitting(field.unit()).stream().map(unit -> unit.symbol())
                .filter(symbol -> !symbol.isEmpty()).toList();
        String text = range.isEmpty() ? "" : Character.toUpperCase(range.charAt(0)) + range.substring(1) + ".";
        return field.help().isEmpty() && units.size() > 1 ? text + " In " + either(units) + "." : text;
    }

    private static String oneOf(FieldSpec field) {
        String text = "One of: " + either(field.options().stream().map(FieldSpec.Option::label).toList()) + ".";
        return text.length() > MOST ? "" : text;
    }

    private static String either(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
