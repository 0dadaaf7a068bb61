package dev.sevenstep.studio.shell;

/** The parts of the window that the switch in the header goes between. */
public enum View {
    HOME("Home", "ci-home"), DESIGN("Design", "ci-flow"), RUN("Run", "ci-play"), RUNS("Runs", "ci-data-table");

    private final String label;
    private final String icon;

    View(String label, String icon) {
        this.label = label;
        this.icon = icon;
    }

    /** Literal of the icon font, for where there is no room for the label. */
    String icon() {
        return icon;
    }

    public String label() {
        return label;
    }
}
