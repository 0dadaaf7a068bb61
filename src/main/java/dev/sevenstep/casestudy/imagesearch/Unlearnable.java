package dev.sevenstep.casestudy.imagesearch;

import java.io.Serial;

/** An embedding cannot learn from the pictures at hand; others may. The message says why. */
final class Unlearnable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Unlearnable(String reason) {
        super(reason);
    }
}
