package dev.sevenstep.pipeline;

import java.util.List;

/** Why one test row got its score. */
@FunctionalInterface
public interface Explainer {
    /** The parts of the score of one row, strongest first. May score the model a few dozen times: not for the UI thread. */
    List<Reason> reasons(int row);

    /**
     * One feature's part.
     *
     * @param value of the feature in this row, as shown
     * @param effect score as it is minus score with the feature at its typical value; positive pushes towards the positive class
     */
    record Reason(String feature, String value, double effect) {}
}
