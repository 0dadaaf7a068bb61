package dev.sevenstep.tracking;

import java.time.Instant;

/**
 * A version of a model: the approach of a kept run, in a stage of its life.
 *
 * @param model its name
 * @param number from 1
 * @param runId of the run that made it
 * @param approach of that run
 */
public record ModelVersion(String model, int number, Stage stage, String runId, String approach, Instant created) {

    private static final int SHORT = 8;

    /** The first digits of {@link #runId}, as many as tell runs apart. */
    public String shortRun() {
        return runId.substring(0, Math.min(SHORT, runId.length()));
    }

    /** Where a version stands. */
    public enum Stage {
        /** Made, not in use. */
        CANDIDATE("Staging"),
        /** In use; at most one version of a model. */
        PRODUCTION("Production"),
        /** Was in use, or never will be. */
        RETIRED("Archived");

        private final String mlflow;

        Stage(String mlflow) {
            this.mlflow = mlflow;
        }

        /** MLflow's word for it. */
        String mlflow() {
            return mlflow;
        }
    }
}
