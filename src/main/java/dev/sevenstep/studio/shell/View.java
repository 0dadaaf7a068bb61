package dev.sevenstep.studio.shell;

/** The parts of the window that the switch in the header goes between. */
public enum View {
    HOME("Home"), DESIGN("Design"), RUN("Run"), RUNS("Runs");

    private final String label;

    View(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
