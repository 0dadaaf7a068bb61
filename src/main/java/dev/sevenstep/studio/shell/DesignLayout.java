package dev.sevenstep.studio.shell;

/** How the design view shows the design. */
public enum DesignLayout {
    CANVAS("Canvas", "ci-flow"), SPLIT("Outline and canvas", "ci-open-panel-left"), OUTLINE("Outline", "ci-list");

    private final String label;
    private final String icon;

    DesignLayout(String label, String icon) {
        this.label = label;
        this.icon = icon;
    }

    public String label() {
        return label;
    }

    /** Literal of the icon font. */
    String icon() {
        return icon;
    }
}
