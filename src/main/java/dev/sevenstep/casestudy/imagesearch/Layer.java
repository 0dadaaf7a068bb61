package dev.sevenstep.casestudy.imagesearch;

/** One step of a perceptron: weighted sums of what comes in. Immutable. */
interface Layer {
    int in();

    int out();

    /** @return the sums with their biases, before any activation */
    float[] apply(float[] input);

    /** Those that are stored, without biases. */
    long weightCount();

    /** As it would be stored. */
    long bytes();
}
