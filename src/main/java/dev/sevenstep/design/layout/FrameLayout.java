package dev.sevenstep.design.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds of the seven step frames in reading order: steps 1 to 4, then 5 and 6, then 7. A frame is as large as its cards
 * need, never smaller than a size that invites; frames of a row have one height, and the last of each row reaches to the
 * right edge of the widest row.
 *
 * <p>Frames start at (0, 0) and stand on the {@value #GRID} unit grid, so a card on the grid of its frame is on the grid of
 * the canvas. A component's x and y count from {@link #contentOrigin}; a note's and a group's from (0, 0).
 */
public final class FrameLayout {
    /** Positions of cards are multiples of half of this, those of frames of all of it. */
    public static final double GRID = 16;
    /** Free space between the frames of a row; links run here. */
    public static final double GAP = 16;
    /**
     * Free space between rows. Wider than {@link #GAP}: most links between rows run along here, and the names of the lower
     * frames leave them less room than the edges of cards do.
     */
    public static final double ROW_GAP = 32;
    /** Height of the line with number and name of the step. */
    public static final double HEADER = 36;
    /** Free space in the header before the number of the step. */
    private static final double INDENT = 8;
    /** Free space between a frame's left, right or bottom edge and its cards. */
    public static final double PADDING = 16;
    /** Free space above the first card: the header and a little air. */
    public static final double TOP = 48;

    private static final List<List<Step>> ROWS = List.of(List.of(Step.PROBLEM, Step.DATA, Step.FEATURES, Step.MODEL),
            List.of(Step.TRAINING, Step.SERVING), List.of(Step.MONITORING));
    private static final double[] LEAST_WIDTH = {208, 304, 608};
    private static final double[] LEAST_HEIGHT = {272, 208, 160};

    private final Map<Step, Bounds> frames;
    private final Bounds extent;

    private FrameLayout(Map<Step, Bounds> frames, Bounds extent) {
        this.frames = Collections.unmodifiableMap(frames);
        this.extent = extent;
    }

    public static FrameLayout of(Design design) {
        // Plain arrays: this is done for every frame of a drag.
        double[] neededWidth = new double[Step.values().length];
        double[] neededHeight = new double[Step.values().length];
        for (Component card : design.components()) {
            int step = card.step().ordinal();
            neededWidth[step] = Math.max(neededWidth[step], Math.max(0, card.x()) + card.width());
            neededHeight[step] = Math.max(neededHeight[step], Math.max(0, card.y()) + card.height());
        }
        double[] heights = new double[ROWS.size()];
        Map<Step, Double> widths = new EnumMap<>(Step.class);
        double widest = 0;
        for (int row = 0; row < heights.length; row++) {
            heights[row] = LEAST_HEIGHT[row];
            double total = -GAP;
            for (Step step : ROWS.get(row)) {
                double width = Math.max(LEAST_WIDTH[row], onGrid(neededWidth[step.ordinal()] + 2 * PADDING));
                widths.put(step, width);
                heights[row] = Math.max(heights[row], onGrid(neededHeight[step.ordinal()] + TOP + PADDING));
                total += width + GAP;
            }
            widest = Math.max(widest, total);
        }
        Map<Step, Bounds> frames = new EnumMap<>(Step.class);
        double y = 0;
        for (int row = 0; row < heights.length; row++) {
            double x = 0;
            for (Step step : ROWS.get(row)) {
                boolean last = step == ROWS.get(row).getLast();
                double width = last ? widest - x : widths.getOrDefault(step, LEAST_WIDTH[row]);
                frames.put(step, new Bounds(x, y, width, heights[row]));
                x += width + GAP;
            }
            y += heights[row] + ROW_GAP;
        }
        Bounds extent = new Bounds(0, 0, widest, y - ROW_GAP);
        for (Note note : design.notes()) {
            extent = extent.union(new Bounds(note.x(), note.y(), note.width(), note.height()));
        }
        for (Group group : design.groups()) {
            extent = extent.union(new Bounds(group.x(), group.y(), group.width(), group.height()));
        }
        return new FrameLayout(frames, extent);
    }

    /** Which frames stand side by side: the rows from the top, each from the left. */
    public static List<List<Step>> rows() {
        return ROWS;
    }

    public Bounds frame(Step step) {
        return frames.getOrDefault(step, new Bounds(0, 0, 0, 0));
    }

    /** The line with number and name at the top of a frame. */
    public Bounds header(Step step) {
        Bounds frame = frame(step);
        return new Bounds(frame.x(), frame.y(), frame.width(), HEADER);
    }

    /** The part of a group that its title takes, about; no label of a link stands there. */
    public static Bounds titleText(Group group) {
        return new Bounds(group.x(), group.y(), Math.min(group.width(), 24 + 7 * group.title().length()), 20);
    }

    /** The part of the header that number and name take; links keep off it where they can. */
    public Bounds headerText(Step step) {
        Bounds frame = frame(step);
        return new Bounds(frame.x() + INDENT, frame.y(),
                Math.min(frame.width(), 48 + 8 * step.fullName().length()) - INDENT, HEADER);
    }

    /** Where the cards of a step count their x and y from. */
    public Point contentOrigin(Step step) {
        Bounds frame = frame(step);
        return new Point(frame.x() + PADDING, frame.y() + TOP);
    }

    /** Where a card stands on the canvas. */
    public Bounds bounds(Component card) {
        Bounds frame = frame(card.step());
        return new Bounds(frame.x() + PADDING + Math.max(0, card.x()), frame.y() + TOP + Math.max(0, card.y()),
                card.width(), card.height());
    }

    /** Whether all frames stand where those of the other layout stand. */
    public boolean sameFrames(FrameLayout other) {
        return frames.equals(other.frames);
    }

    /** All that has a place: frames, notes and groups. */
    public Bounds extent() {
        return extent;
    }

    /** The frame at a place of the canvas, or the nearest one. */
    public Step nearest(double x, double y) {
        Step best = Step.PROBLEM;
        double least = Double.MAX_VALUE;
        for (Step step : Step.values()) {
            Bounds frame = frame(step);
            double dx = Math.max(0, Math.max(frame.x() - x, x - frame.right()));
            double dy = Math.max(0, Math.max(frame.y() - y, y - frame.bottom()));
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = step;
            }
        }
        return best;
    }

    /**
     * A free place on the grid for a new card, relative to the content origin of its step. It lies within the frame as it is
     * when there is room, else below the last card.
     */
    public static Point placeFor(Design design, Step step, double width, double height) {
        List<Bounds> taken = new ArrayList<>();
        for (Component card : design.components()) {
            if (card.step() == step) {
                taken.add(new Bounds(card.x() - 2 * GRID, card.y() - GRID, card.width() + 4 * GRID,
                        card.height() + 2 * GRID));
            }
        }
        Bounds frame = of(design).frame(step);
        double inner = frame.width() - 2 * PADDING;
        double roomX = inner - width;
        double roomY = frame.height() - TOP - PADDING - height;
        boolean column = ROWS.getFirst().contains(step);
        double firstEnd = column ? roomX : roomY;
        double secondEnd = column ? roomY : roomX;
        for (double first = 0; first <= firstEnd; first += GRID) {
            for (double second = 0; second <= secondEnd; second += GRID) {
                Bounds place = new Bounds(column ? first : second, column ? second : first, width, height);
                if (taken.stream().noneMatch(place::overlaps)) {
                    return new Point(place.x(), place.y());
                }
            }
        }
        double bottom = taken.stream().mapToDouble(Bounds::bottom).max().orElse(0);
        return new Point(0, onGrid(bottom));
    }

    private static double onGrid(double length) {
        return Math.ceil(length / GRID) * GRID;
    }
}
