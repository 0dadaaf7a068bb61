package dev.sevenstep.studio;

import dev.sevenstep.studio.control.ChartPane;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.testfx.util.WaitForAsyncUtils;

/** How a test waits for what the window does later. Call from the test's thread. */
public final class Await {
    private static final int SECONDS = 30;
    /** What follows from an event is laid out in the next frame, what follows from a layout in the one after it. */
    private static final int FRAMES = 4;
    /** Below this no chart is painted. */
    private static final int SMALL = 40;

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
        settled();
    }

    /** Waits until every chart below a part of the window is painted as large as it stands there. */
    public static void charts(Parent part) {
        until(() -> part.lookupAll(".chart-pane").stream().filter(ChartPane.class::isInstance)
                .map(ChartPane.class::cast).allMatch(Await::isPainted));
    }

    private static boolean isPainted(ChartPane pane) {
        return pane.chart().isEmpty() || pane.getWidth() < SMALL || pane.getHeight() < SMALL
                || pane.pictureProperty().get().filter(picture -> picture.pixelWidth() == Math.floor(pane.getWidth())
                        && picture.pixelHeight() == Math.floor(pane.getHeight())).isPresent();
    }

    /** Asks on the JavaFX thread, where nodes do not change meanwhile. */
    public static <T> T onFx(Supplier<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), question::get);
    }

    /**
     * Waits until what was asked for is done and shown: the events in the queue, the layouts that follow and what these set
     * off. Frames are counted, not milliseconds: on a busy machine they take longer, and nothing is waited for when all is done.
     */
    public static void settled() {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the JavaFX thread cannot wait for itself");
        }
        CompletableFuture<Void> shown = new CompletableFuture<>();
        Platform.runLater(new Frames(shown)::start);
        shown.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    private static final class Frames extends AnimationTimer {
        private final CompletableFuture<Void> shown;
        private int left = FRAMES;

        Frames(CompletableFuture<Void> shown) {
            this.shown = shown;
        }

        @Override
        public void handle(long now) {
            left--;
            if (left == 0) {
                stop();
                shown.complete(null);
            }
        }
    }
}
