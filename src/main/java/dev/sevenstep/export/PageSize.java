package dev.sevenstep.export;

/** A size of paper. */
public enum PageSize {
    A4("A4", 210, 297), LETTER("Letter", 215.9, 279.4);

    private final String label;
    private final double width;
    private final double height;

    PageSize(String label, double width, double height) {
        this.label = label;
        this.width = width;
        this.height = height;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The shorter side, mm. */
    public double width() {
        return width;
    }

    /** The longer side, mm. */
    public double height() {
        return height;
    }
}
