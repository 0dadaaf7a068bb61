package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Step;

/** What an empty frame says. */
final class Hints {
    private Hints() {
    }

    static String of(Step step) {
        return switch (step) {
            case PROBLEM -> "What is to be solved?\nAdd an objective: double-click here, or drag one from the left.";
            case DATA -> "Where do the records and labels come from?\nAdd a source or a store.";
            case FEATURES -> "What does the model see, and when?\nAdd a transform or a feature store.";
            case MODEL -> "Start with a baseline.\nAdd a heuristic, then what must beat it.";
            case TRAINING -> "How is it trained, and what lets it through?\nAdd a splitter, a trainer, a gate.";
            case SERVING -> "Which way does a request take?\nAdd a gateway, then draw links between cards.";
            case MONITORING -> "How will you know that it still works?\nAdd a drift detector, an alert.";
        };
    }
}
