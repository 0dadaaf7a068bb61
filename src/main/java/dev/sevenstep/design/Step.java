package dev.sevenstep.design;

/** The seven steps of a machine-learning system design, in reading order. */
public enum Step {
    PROBLEM("problem", "Problem", "Problem clarification"), DATA("data", "Data", "Data engineering"), FEATURES(
            "features",
            "Features", "Feature engineering"), MODEL("model", "Model", "Model selection"), TRAINING("training",
                    "Training", "Training pipeline"), SERVING("serving", "Evaluation and serving",
                            "Evaluation and serving"), MONITORING("monitoring", "Monitoring",
                                    "Monitoring and maintenance");

    private final String id;
    private final String shortName;
    private final String fullName;

    Step(String id, String shortName, String fullName) {
        this.id = id;
        this.shortName = shortName;
        this.fullName = fullName;
    }

    /** The name in files: lower case, never changed. */
    public String id() {
        return id;
    }

    /** One to three words, for frames and tabs. */
    public String shortName() {
        return shortName;
    }

    /** For headings in print. */
    public String fullName() {
        return fullName;
    }

    /** 1 to 7. */
    public int number() {
        return ordinal() + 1;
    }

    /**
     * @throws IllegalArgumentException when no step has this id
     */
    public static Step ofId(String id) {
        for (Step step : values()) {
            if (step.id.equals(id)) {
                return step;
            }
        }
        throw new IllegalArgumentException("no step is called '" + id + "'");
    }
}
