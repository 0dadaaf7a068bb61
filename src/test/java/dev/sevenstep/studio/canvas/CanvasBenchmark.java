package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.History;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.DesignWriter;
import dev.sevenstep.design.layout.GeneratedDesigns;
import dev.sevenstep.studio.Pulses;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.theme.Theme;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Frames of the canvas under software rendering, with 30 to 5,000 cards and 1.2 links each. The floor is one small node that
 * moves in an otherwise empty window of the same size; floor and gesture take turns, so that a busy machine slows both.
 * Also opening a file, edit and undo, and memory over many edits. Each figure that has a target says whether it is met.
 *
 * <p>Arguments: numbers of cards (30 100 500 1000 5000), and parts of the names of gestures to measure (all, and the rest).
 */
public final class CanvasBenchmark {
    private static final int ROUNDS = 3;
    private static final int FLOOR_FRAMES = 25;
    private static final int FRAMES = 50;
    private static final int EDITS = 10_000;
    private static final int PAINTED = 10;
    private static final int TURNS = 3;

    private final Catalogue catalogue = CatalogueReader.bundled();
    private final List<String> wanted;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Scene scene;
    private final Region floorNode = new Region();
    private final Pulses pulses = new Pulses();
    private final List<String> missed = new ArrayList<>();
    private int targets;
    private int cards;
    private int floorFrame;
    private int frame;

    private CanvasBenchmark(List<String> wanted) {
        this.wanted = wanted;
        floorNode.setStyle("-fx-background-color: gray");
        floorNode.resize(168, 72);
        shown(new Pane(floorNode));
        scene = shown(new Pane());
    }

    private static Scene shown(Pane root) {
        Scene scene = new Scene(root, 1280, 800);
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        theme.install(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    public static void main(String[] args) throws InterruptedException {
        List<String> numbers = Arrays.stream(args).filter(each -> each.matches("\\d+")).toList();
        List<String> names = Arrays.stream(args).filter(each -> !each.matches("\\d+")).toList();
        List<String> sizes = numbers.isEmpty() ? List.of("30", "100", "500", "1000", "5000") : numbers;
        CountDownLatch done = new CountDownLatch(1);
        System.out.println(
                "Milliseconds. Thread and painting: on the processor. Interval: from frame to frame on the clock.");
        Platform.startup(() -> {
            CanvasBenchmark benchmark = new CanvasBenchmark(names);
            for (String size : sizes) {
                benchmark.work.add(() -> benchmark.measure(Integer.parseInt(size)));
            }
            benchmark.work.add(() -> {
                benchmark.close();
                done.countDown();
            });
            benchmark.next();
        });
        if (!done.await(30, TimeUnit.MINUTES)) {
            System.err.println("gave up after thirty minutes");
        }
        Platform.exit();
    }

    private void close() {
        System.out.printf("%n%d of %d targets met%n", targets - missed.size(), targets);
        missed.forEach(each -> System.out.println("missed: " + each));
        background.shutdownNow();
    }

    /** Goes on once the routes are made that the background still makes. */
    private void next() {
        background.execute(() -> Platform.runLater(() -> work.remove().run()));
    }

    private boolean wants(String name) {
        return wanted.isEmpty() || wanted.stream().anyMatch(name::contains);
    }

    /** Whether a target is met, in words, and for the summary. */
    private String target(String what, double figure, double limit) {
        targets++;
        boolean met = figure <= limit;
        if (!met) {
            missed.add(String.format(Locale.ROOT, "%,d cards, %s: %.2f, not %s", cards, what, figure, limit));
        }
        return String.format(Locale.ROOT, "≤ %s %s", limit, met ? "met" : "MISSED");
    }

    private Design design(int count) {
        Design plain = GeneratedDesigns.of(count, count * 6 / 5, new SplittableRandom(7));
        List<Component> real = new ArrayList<>();
        for (Component card : plain.components()) {
            List<Kind> kinds = catalogue.kinds().stream().filter(kind -> kind.step() == card.step()).toList();
            Kind kind = kinds.get(real.size() / 7 % kinds.size());
            real.add(new Component(card.id(), kind.id(), card.step(), kind.name() + " " + real.size(), card.x(),
                    card.y(), card.width(), card.height(), card.fields()));
        }
        return plain.withComponents(Elements.of(real));
    }

    private void measure(int count) {
        cards = count;
        Design design = design(count);
        System.out.printf(Locale.ROOT, "%n%,d cards, %,d links%n", count, design.links().size());
        if (wants("open")) {
            work.addFirst(() -> open(design));
        }
        if (wants("memory")) {
            work.addFirst(() -> memory(design));
        }
        work.addFirst(() -> gestures(design));
        if (wants("undo")) {
            work.addFirst(() -> undo(design));
        }
        if (wants("open")) {
            work.addFirst(() -> open(design));
        }
        next();
    }

    /** From the bytes of a file until the frame with the design has been painted. */
    private void open(Design design) {
        byte[] file = DesignWriter.write(design);
        long start = System.nanoTime();
        long cpu = cpu();
        DocumentSession session = new DocumentSession(catalogue, Design.empty("e", "Empty"));
        scene.setRoot(new BorderPane(new CanvasView(session, background)));
        try {
            session.openUntitled(DesignFile.open(file).design(), false);
        } catch (DesignFileException e) {
            throw new IllegalStateException(e);
        }
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                // A frame begins when the one before has been painted.
                if (++seen == 2) {
                    stop();
                    double millis = (System.nanoTime() - start) / 1e6;
                    System.out.printf(Locale.ROOT, "%-28s %.0f from the bytes of the file to the picture, %.0f on the"
                            + " processor %s%n", "open", millis, (cpu() - cpu) / 1e6,
                            cards == 1_000 ? target("open", millis, 1_000) : "");
                    scene.setRoot(new Pane());
                    next();
                }
            }
        }.start();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void undo(Design design) {
        History history = History.ofSaved(design);
        Component card = design.components().list().get(design.components().size() / 2);
        double[] millis = new double[2_000];
        for (int i = 0; i < millis.length; i++) {
            Edit edit = Edits.move(history.current(), Set.of(card.id()), 8 + i % 5, 8);
            long start = System.nanoTime();
            history.apply(edit);
            history.undo();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double median = Pulses.Frames.median(millis);
        System.out.printf(Locale.ROOT, "%-28s median %.3f, 99th percentile %.3f  %s%n", "edit and undo", median,
                Pulses.Frames.p99(millis), target("edit and undo", median, 1));
        next();
    }

    private void gestures(Design design) {
        CanvasDriver driver = new CanvasDriver(new DocumentSession(catalogue, design), scene, background);
        System.out.printf("%28s %15s   %15s   %15s   %14s %5s%n%28s %7s %7s   %7s %7s   %7s %7s   %6s %7s%n", "",
                "thread", "painting", "interval", "floor", "ratio", "", "median", "p99", "median", "p99", "median",
                "p99", "thread", "interval");
        work.addFirst(() -> {
            scene.setRoot(new Pane());
            next();
        });
        for (CanvasDriver.Gesture gesture : driver.gestures().reversed()) {
            if (wants(gesture.name())) {
                work.addFirst(() -> {
                    gesture.begin().run();
                    frame = 0;
                    Pulses.Frames none = new Pulses.Frames(new double[0], new double[0], new double[0]);
                    rounds(gesture, ROUNDS, none, none);
                });
            }
        }
        next();
    }

    private void rounds(CanvasDriver.Gesture gesture, int left, Pulses.Frames floor, Pulses.Frames frames) {
        if (left == 0) {
            gesture.end().run();
            print(gesture, floor, frames);
            next();
            return;
        }
        once(8, FLOOR_FRAMES, () -> floorNode.relocate(300 + floorFrame++ % 60 * 4, 300),
                more -> once(left == ROUNDS ? 40 : 10, FRAMES, () -> gesture.move().accept(frame++),
                        measured -> rounds(gesture, left - 1, floor.and(more), frames.and(measured))));
    }

    private void once(int warmUp, int count, Runnable move, Consumer<Pulses.Frames> then) {
        pulses.measure(warmUp, count, _ -> move.run(), then);
    }

    private void print(CanvasDriver.Gesture gesture, Pulses.Frames floor, Pulses.Frames frames) {
        double thread = Pulses.Frames.median(frames.thread());
        double p99 = Pulses.Frames.p99(frames.thread());
        double interval = Pulses.Frames.median(frames.interval());
        double floorInterval = Pulses.Frames.median(floor.interval());
        double limit = cards <= 1_000 ? 4 : 8;
        String words = "thread " + target(gesture.name() + ", thread", thread, limit)
                + (p99 <= limit ? ", p99 too" : ", p99 not");
        if (gesture.paced()) {
            words += "; ratio " + target(gesture.name() + ", interval to floor", interval / floorInterval, 1.2);
        }
        System.out.printf(Locale.ROOT, "%-28s %7.2f %7.2f   %7.2f %7.2f   %7.1f %7.1f   %6.2f %7.1f %5.2f   %s%n",
                gesture.name(), thread, p99, Pulses.Frames.median(frames.painting()),
                Pulses.Frames.p99(frames.painting()), interval, Pulses.Frames.p99(frames.interval()),
                Pulses.Frames.median(floor.thread()), floorInterval, interval / floorInterval, words);
    }

    /**
     * Edits that are kept, then another document: what is left is growth. The first time fills caches. Of the next turns the
     * median counts: pictures of the window, 4 MB each, come and go with the renderer, a leak comes every time.
     */
    private void memory(Design design) {
        DocumentSession session = new DocumentSession(catalogue, design);
        new CanvasDriver(session, scene, background);
        edit(session, EDITS);
        session.openUntitled(design, false);
        settle(() -> memory(session, design, 0, new double[TURNS]));
    }

    private void memory(DocumentSession session, Design design, int turn, double[] growth) {
        double before = used();
        edit(session, EDITS);
        double history = used() - before;
        session.openUntitled(design, false);
        settle(() -> {
            growth[turn] = used() - before;
            if (turn + 1 < TURNS) {
                memory(session, design, turn + 1, growth);
                return;
            }
            double median = Pulses.Frames.median(growth);
            System.out.printf(Locale.ROOT, "%-28s %.1f MB of history for %,d edits; %+.2f MB once that is gone  %s%n",
                    "memory", history, EDITS, median, target("memory", median, 1));
            scene.setRoot(new Pane());
            next();
        });
    }

    private void edit(DocumentSession session, int count) {
        String id = session.design().components().list().getFirst().id();
        for (int i = 0; i < count; i++) {
            session.apply(Edits.move(session.design(), Set.of(id), i % 2 == 0 ? 8 : -8, 0));
            if (i % 500 == 0) {
                scene.getRoot().layout();
            }
        }
    }

    /** Waits for the background and until frames have been painted: the pictures that the renderer keeps of cards come with those. */
    private void settle(Runnable then) {
        scene.getRoot().layout();
        pulses.measure(0, PAINTED, _ -> scene.getRoot().requestLayout(),
                _ -> background.execute(() -> Platform.runLater(then)));
    }

    /** Megabytes in use. */
    private static double used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
    }
}
