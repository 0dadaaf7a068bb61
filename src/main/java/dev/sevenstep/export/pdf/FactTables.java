package dev.sevenstep.export.pdf;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.export.Fact;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Fields as two-column tables: what is said in words, then the figures with number, unit and source each in its own column so
 * that digits stand below digits.
 */
final class FactTables {
    /** Lists of no more characters stand in one line. */
    private static final int SHORT_LIST = 36;

    private final Tree tree;
    private final Design design;

    FactTables(Tree tree, Design design) {
        this.tree = tree;
        this.design = design;
    }

    /**
     * Adds the filled-in fields, in the order of the form; fields the catalogue does not know come last under their keys.
     *
     * @param style class of the tables, besides {@code facts}
     * @return whether there was anything to add
     */
    boolean add(Element parent, String style, Fields fields, List<FieldSpec> specs) {
        List<Fact> facts = Fact.of(fields, specs);
        if (facts.isEmpty()) {
            return false;
        }
        List<Fact> words = facts.stream().filter(fact -> !fact.isFigure()).toList();
        List<Fact> figures = facts.stream().filter(Fact::isFigure).toList();
        if (!words.isEmpty()) {
            Element table = table(parent, "words " + style);
            for (Fact fact : words) {
                Element row = row(table, fact, words);
                label(row, fact.label());
                words(tree.add(row, "td"), fact);
            }
        }
        if (!figures.isEmpty()) {
            Element table = table(parent, "figures " + style);
            for (Fact fact : figures) {
                Element row = row(table, fact, figures);
                label(row, fact.label());
                figure(row, fact.label(), fact.value());
            }
        }
        return true;
    }

    /** The last three rows keep together, so that no page begins with one row that is left over. */
    private Element row(Element table, Fact fact, List<Fact> facts) {
        boolean tail = facts.size() > 2 && fact == facts.get(facts.size() - 2);
        return tail ? tree.add(table, "tr", "tail") : tree.add(table, "tr");
    }

    private void label(Element row, String label) {
        tree.line(row, "th", "label", label).setAttribute("scope", "row");
    }

    /** A table of rows of two or more columns; {@code style} names its columns' widths. */
    Element table(Element parent, String style) {
        return tree.add(tree.add(parent, "table", "facts " + style), "tbody");
    }

    private void words(Element cell, Fact fact) {
        if (fact.value() instanceof Value.TextList(List<String> items)
                && items.stream().mapToInt(String::length).sum() > SHORT_LIST) {
            Element list = tree.add(cell, "ul");
            items.stream().filter(item -> !item.isBlank()).forEach(item -> tree.line(list, "li", "", item));
        } else {
            tree.paragraphs(cell, "", fact.text(design));
        }
    }

    private void figure(Element row, String label, Value value) {
        switch (value) {
            case Value.Quantity(double amount, Unit unit, Source source) ->
                figure(row, number(amount, unit), unitText(amount, unit), source);
            case Value.Latency(double amount, Unit unit, double percentile, Source source) -> figure(row,
                    ValueText.number(amount), unitText(amount, unit) + " at " + ValueText.percentile(percentile),
                    source);
            default -> throw new IllegalArgumentException("no figure: " + value);
        }
    }

    /** The percentile, unless the label says it already. */
    private static String at(String label, double percentile) {
        String text = ValueText.percentile(percentile);
        return label.contains(text) ? "" : " at " + text;
    }

    private void figure(Element row, String number, String unit, Source source) {
        tree.line(row, "td", "number", number);
        tree.line(row, "td", "unit", unit);
        Element cell = tree.add(row, "td", "source");
        String word = ValueText.source(source);
        tree.line(cell, "span", "badge " + word, word);
    }

    private static String number(double amount, Unit unit) {
        return switch (unit.dimension()) {
            case MONEY, MONEY_RATE, MONEY_PER_USE -> (amount < 0 ? "−€" : "€") + ValueText.number(Math.abs(amount));
            default -> ValueText.number(amount);
        };
    }

    private static String unitText(double amount, Unit unit) {
        String many = unitText(unit);
        boolean one = amount == 1 && unit.dimension() == Unit.Dimension.TIME && many.endsWith("s") && many.length() > 2;
        return one ? many.substring(0, many.length() - 1) : many;
    }

    private static String unitText(Unit unit) {
        return switch (unit) {
            case EURO_PER_THOUSAND -> "per 1,000";
            case EURO_PER_HOUR, PER_HOUR -> "per hour";
            case EURO_PER_DAY, PER_DAY -> "per day";
            case EURO_PER_MONTH -> "per month";
            case PER_SECOND -> "per second";
            case PER_MINUTE -> "per minute";
            case PER_WEEK -> "per week";
            case EURO, FRACTION -> "";
            case THOUSAND -> "thousand";
            case MILLION -> "million";
            case BILLION -> "billion";
            case HOUR -> "hours";
            case DAY -> "days";
            case WEEK -> "weeks";
            case MONTH -> "months";
            case YEAR -> "years";
            case MINUTE -> "minutes";
            default -> unit.symbol();
        };
    }
}
