package dev.sevenstep.chart;

/** The charts of a run. */
public enum ChartKind {
    PRECISION_RECALL("Precision and recall"), ROC("ROC curve"), COST("Cost against threshold"), SCORES(
            "Scores by class"), CALIBRATION("Calibration"), INTERVALS(
                    "Figures with intervals"), LATENCY("Latency"), FRONT("Quality against latency"), SIZE(
                            "Quality against size"), RECALL_SPEED("Recall against speed"), COLD_START(
                                    "Recall when history is hidden"), MAP("Map of items");

    private final String title;

    ChartKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
