package dev.sevenstep.pipeline;

import java.util.List;

/** A typed knob of an experiment. */
public sealed interface Parameter {
    /** The name on the command line ({@code --param key=value}). */
    String key();

    String label();

    /** One line. */
    String help();

    /**
     * Whole number in [minimum, maximum].
     *
     * @param unit for people, may be empty
     */
    record Whole(String key, String label, String help, String unit, int initial, int minimum,
            int maximum) implements Parameter {}

    /** Real number in [minimum, maximum]. */
    record Real(String key, String label, String help, String unit, double initial, double minimum,
            double maximum) implements Parameter {}

    /** One of several. */
    record Choice(String key, String label, String help, List<Option> options, String initial) implements Parameter {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * Any of several, at least one. As text, ids between commas, or {@link #ALL}.
     *
     * @param options in the order to show them; all are taken unless others are asked for
     */
    record Several(String key, String label, String help, List<Option> options) implements Parameter {
        /** The text that stands for all options; an empty one does as well. */
        public static final String ALL = "all";

        public Several {
            options = List.copyOf(options);
        }
    }

    /** Yes or no. */
    record Flag(String key, String label, String help, boolean initial) implements Parameter {}

    /**
     * A file or folder of the user; empty for none.
     *
     * @param extensions file endings to offer, without the dot
     * @param folders whether a folder will do as well
     */
    record File(String key, String label, String help, List<String> extensions,
            boolean folders) implements Parameter {
        public File {
            extensions = List.copyOf(extensions);
        }

        /** Of files only. */
        public File(String key, String label, String help, List<String> extensions) {
            this(key, label, help, extensions, false);
        }
    }

    /** Free text, such as a column mapping; may be empty. */
    record Text(String key, String label, String help, String initial) implements Parameter {}

    /** An id and its label. */
    record Option(String id, String label) {}
}
