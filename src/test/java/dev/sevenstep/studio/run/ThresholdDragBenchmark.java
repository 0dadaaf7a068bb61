package dev.sevenstep.studio.run;

import dev.sevenstep.chart.SampleRun;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Measures what one move of the threshold costs with 60,000 rows in a window of 1280 by 800. First on the JavaFX thread alone:
 * setting it with all that follows, and style and layout of the scene. Then whole frames, one move each, one frame right after
 * the other: from pulse to pulse, and within it the JavaFX thread's share and what is left for copying the scene and waiting
 * for the painter of the frame before; and how long both threads were at work, whatever else the machine did. Prints median and 99th percentile in milliseconds, and how many frames took longer than
 * a sixtieth of a second.
 */
@SuppressWarnings("NullAway.Init")
public final class ThresholdDragBenchmark {
    private static final int WARM_UP = 300;
    private static final int MOVES = 1_000;

    private RunFixture window;
    private final CountDownLatch done = new CountDownLatch(1);
    private final double[] set = new double[MOVES];
    private final double[] layout = new double[MOVES];
    private final double[] frame = new double[MOVES];
    private final double[] thread = new double[MOVES];
    private final double[] threadBusy = new double[MOVES];
    private final double[] painterBusy = new double[MOVES];
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private int move = -WARM_UP;
    private long pulse;
    private double threadTime;
    private double painterTime;

    private ThresholdDragBenchmark() {
    }

    public static void main(String[] args) throws InterruptedException {
        // Else a pulse waits for the next sixtieth of a second, and a frame of 3 ms looks like one of 16.
        System.setProperty("javafx.animation.fullspeed", "true");
        ThresholdDragBenchmark benchmark = new ThresholdDragBenchmark();
        Platform.startup(benchmark::begin);
        if (!benchmark.done.await(120, TimeUnit.SECONDS)) {
            System.err.println("gave up after two minutes");
        }
        benchmark.print("set", benchmark.set);
        benchmark.print("css and layout", benchmark.layout);
        double[] both = new double[MOVES];
        Arrays.setAll(both, i -> benchmark.set[i] + benchmark.layout[i]);
        benchmark.print("together", both);
        double[] rest = new double[MOVES];
        Arrays.setAll(rest, i -> benchmark.frame[i] - benchmark.thread[i]);
        benchmark.print("frame", benchmark.frame);
        benchmark.print("JavaFX thread", benchmark.thread);
        benchmark.print("sync, painting", rest);
        benchmark.print("busy: JavaFX", benchmark.threadBusy);
        benchmark.print("busy: painter", benchmark.painterBusy);
        System.out.printf(java.util.Locale.ROOT, "frames over 16.7 ms: %d of %d%n",
                Arrays.stream(benchmark.frame).filter(millis -> millis > 1000 / 60.0).count(), MOVES);
        benchmark.window.close();
        Platform.exit();
    }

    private void print(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(java.util.Locale.ROOT, "%-15s median %.2f ms   p99 %.2f ms%n", what, sorted[MOVES / 2],
                sorted[MOVES * 99 / 100]);
    }

    private void begin() {
        window = new RunFixture(new Stage(), List.of(new SampleExperiment()), 1280, 800);
        window.view.show(SampleRun.of(7, 60_000));
        PauseTransition settle = new PauseTransition(Duration.seconds(4));
        settle.setOnFinished(_ -> drive(window.scene));
        settle.play();
    }

    private void drive(Scene scene) {
        ThresholdLine line = (ThresholdLine) scene.getRoot().lookup("#chart-precision_recall .threshold");
        double low = line.getParent().getLayoutBounds().getMinX() + 40;
        double span = line.getParent().getLayoutBounds().getWidth() - 60;
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                for (int i = 0; i < 5; i++) {
                    long start = System.nanoTime();
                    line.moveTo(low + span * (0.5 + 0.45 * Math.sin(move / 40.0)));
                    long middle = System.nanoTime();
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    long end = System.nanoTime();
                    if (move >= 0 && move < MOVES) {
                        set[move] = (middle - start) / 1e6;
                        layout[move] = (end - middle) / 1e6;
                    }
                    move++;
                }
                if (move >= MOVES) {
                    stop();
                    move = -WARM_UP;
                    frames(scene, line, low, span);
                }
            }
        }.start();
    }

    private void frames(Scene scene, ThresholdLine line, double low, double span) {
        long painter = Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().startsWith("QuantumRenderer")).findFirst()
                .map(thread -> thread.getThreadId()).orElse(-1L);
        scene.addPostLayoutPulseListener(() -> {
            if (move >= 0 && move < MOVES) {
                thread[move] = (System.nanoTime() - pulse) / 1e6;
            }
        });
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                long start = System.nanoTime();
                double busy = threads.getCurrentThreadCpuTime() / 1e6;
                double painted = painter < 0 ? 0 : threads.getThreadCpuTime(painter) / 1e6;
                if (move >= 0 && move < MOVES) {
                    frame[move] = (start - pulse) / 1e6;
                    threadBusy[move] = busy - threadTime;
                    painterBusy[move] = painted - painterTime;
                }
                move++;
                pulse = start;
                threadTime = busy;
                painterTime = painted;
                if (move >= MOVES) {
                    stop();
                    done.countDown();
                } else {
                    line.moveTo(low + span * (0.5 + 0.45 * Math.sin(move / 40.0)));
                }
            }
        }.start();
    }
}
