package dev.sevenstep.studio;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.testfx.util.WaitForAsyncUtils;

/** How a test waits for what the window does later. */
public final class Await {
    private static final int SECONDS = 30;

    private Await() {
    }

    /**
     * Waits until a condition holds, and for what follows from it on screen.
     *
     * @param condition is asked on the JavaFX thread, as nodes change there; so it must be quick and neither use the robot
     *            nor wait itself
     * @throws AssertionError if it does not hold within half a minute
     */
    public static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen within " + SECONDS + " s", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
