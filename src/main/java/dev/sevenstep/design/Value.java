package dev.sevenstep.design;

import java.util.List;

/** The value of one field of a component or a step. */
public sealed interface Value {

    /**
     * A number with a unit and a source.
     *
     * @param amount finite, in {@code unit}
     */
    record Quantity(double amount, Unit unit, Source source) implements Value {
        public Quantity {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("a quantity must be a finite number, not " + amount);
            }
            amount += 0.0; // there is one zero, not two
        }
    }

    /**
     * A time with the percentile it holds at, such as p99 ≤ 50 ms.
     *
     * @param amount finite, in {@code unit}
     * @param unit a unit of time
     * @param percentile between 0 and 100, both excluded: 99 for p99
     */
    record Latency(double amount, Unit unit, double percentile, Source source) implements Value {
        public Latency {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("a latency must be a finite number, not " + amount);
            }
            if (unit.dimension() != Unit.Dimension.TIME) {
                throw new IllegalArgumentException("a latency is a time, not a " + unit.dimension());
            }
            if (!(percentile > 0 && percentile < 100)) {
                throw new IllegalArgumentException("a percentile lies between 0 and 100, not at " + percentile);
            }
            amount += 0.0; // there is one zero, not two
        }
    }

    /** Free text, may have several lines. */
    record Text(String text) implements Value {}

    /** The id of one option of the field's list of choices. */
    record Choice(String option) implements Value {}

    /** Yes or no. */
    record Flag(boolean on) implements Value {}

    /** Several short texts in the user's order. */
    record TextList(List<String> items) implements Value {
        public TextList {
            items = List.copyOf(items);
        }
    }

    /** Elements of the design by id (component ids); ids that no longer exist are kept and shown as broken. */
    record References(List<String> ids) implements Value {
        public References {
            ids = List.copyOf(ids);
        }
    }

    /**
     * What this program could not understand, kept through a save.
     *
     * @param tree a plain tree: Map, List, String, Number, Boolean; immutable
     */
    record Opaque(Object tree) implements Value {
        public Opaque {
            tree = PlainTree.frozen(tree);
        }
    }
}
