package dev.sevenstep.design;

/** Where a number comes from. It stands beside the number in the inspector and in print. */
public enum Source {
    /** Stated by the interviewer, the customer or a contract. */
    GIVEN,
    /** Chosen by the designer for want of a better figure. */
    ASSUMED,
    /** Follows from other numbers of the design. */
    CALCULATED,
    /** Read off a run. */
    MEASURED
}
