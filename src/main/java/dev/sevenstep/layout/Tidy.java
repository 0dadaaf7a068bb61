package dev.sevenstep.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.layout.Grid.Cell;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Puts the cards of a design, or some of them, in good order within their frames: few crossings, short links that run from
 * left to right, nothing on top of anything. Locked cards stay. The same design gives the same result.
 *
 * <p>Each row of frames gets a layered layout ({@link LayeredRow}); its layers become the columns of a grid in each frame
 * ({@link Grid}); then cards change places where that shortens links or undoes crossings, links between rows included
 * ({@link Polish}). Group frames follow their cards and notes find a free place near ({@link Followers}).
 */
public final class Tidy {
    private static final int MOST_ROWS = 40;
    /** Designs with so few cards are begun from several arrangements: the layered one, then random ones. */
    private static final int FEW = 60;
    private static final int STARTS = 8;
    private static final long SEED = 7;
    /** Width to height of a canvas in a usual window. */
    private static final double WINDOW_SHAPE = 1.4;
    /** Places for each card in frames that may be as wide as they like: a few free ones let chains run straight. */
    private static final double SLACK = 1.2;

    private final Design design;
    private final List<Component> cards;
    private final Map<Step, List<Component>> moving = new EnumMap<>(Step.class);
    private final boolean whole;
    private final FrameLayout frames;

    private Tidy(Design design, Set<String> ids) {
        this.design = design;
        frames = FrameLayout.of(design);
        cards = design.components().stream().filter(card -> ids.contains(card.id()) && !card.locked()).toList();
        cards.forEach(card -> moving.computeIfAbsent(card.step(), _ -> new ArrayList<>()).add(card));
        whole = cards.size() == design.components().stream().filter(card -> !card.locked()).count();
    }

    /** All cards in good order. */
    public static Design of(Design design) {
        return of(design, design.components().stream().map(Component::id).collect(Collectors.toSet()));
    }

    /** The named cards in good order about where they are, among the others, which stay. */
    public static Design of(Design design, Set<String> ids) {
        Tidy tidy = new Tidy(design, ids);
        return tidy.cards.isEmpty() ? design : Followers.after(design, tidy.placed());
    }

    private Design placed() {
        Map<String, Point> layered = new HashMap<>();
        for (List<Step> row : FrameLayout.rows()) {
            List<Component> here = row.stream().flatMap(step -> in(step).stream()).toList();
            if (!here.isEmpty()) {
                layered.putAll(LayeredRow.of(row, here, design.links().list()));
            }
        }
        Map<Step, Grid> grids = grids();
        Map<String, Cell> best = Map.of();
        double least = Double.MAX_VALUE;
        RandomGenerator random = new SplittableRandom(SEED);
        for (int start = 0; start < (cards.size() <= FEW ? STARTS : 1); start++) {
            Map<String, Cell> seats = new LinkedHashMap<>();
            boolean first = start == 0;
            grids.forEach((step, grid) -> seats.putAll(grid.seated(in(step), first ? layered : mixed(step, random))));
            double cost = polish(grids, seats);
            if (cost < least) {
                least = cost;
                best = seats;
            }
        }
        return design.withComponents(design.components().withAll(new Compact(grids, best, design).places(cards)));
    }

    /** Any order, to start from: exchanges alone get stuck where another beginning would not. */
    private Map<String, Point> mixed(Step step, RandomGenerator random) {
        Map<String, Point> places = new LinkedHashMap<>();
        in(step).forEach(card -> places.put(card.id(), new Point(0, random.nextDouble())));
        return places;
    }

    private List<Component> in(Step step) {
        return moving.getOrDefault(step, List.of());
    }

    /** Shapes: the number of rows of the first row of frames is chosen for the whole to suit a window; the others fill its width. */
    private Map<Step, Grid> grids() {
        Map<Step, Grid> best = Map.of();
        double least = Double.MAX_VALUE;
        int most = FrameLayout.rows().getFirst().stream().mapToInt(step -> in(step).size()).max().orElse(0);
        for (int rows = 1; rows <= Math.clamp(most, 1, MOST_ROWS); rows++) {
            Map<Step, Grid> grids = new EnumMap<>(Step.class);
            double width = 0;
            double height = 0;
            for (List<Step> row : FrameLayout.rows()) {
                boolean first = row == FrameLayout.rows().getFirst();
                int high = first ? rows : rowsFor(row, width);
                addGrids(grids, row, high, first ? 0 : width);
                width = Math.max(width, width(grids, row));
                height += row.stream().map(grids::get).filter(java.util.Objects::nonNull).mapToDouble(Grid::height)
                        .max().orElse(0) + FrameLayout.TOP + FrameLayout.PADDING + FrameLayout.GAP;
            }
            double size = Math.max(width / WINDOW_SHAPE, height);
            if (size < least) {
                least = size;
                best = grids;
            }
        }
        return best;
    }

    private int rowsFor(List<Step> row, double width) {
        for (int rows = 1; rows < MOST_ROWS; rows++) {
            int high = rows;
            double needed = row.stream().mapToDouble(
                    step -> Math.ceil(SLACK * in(step).size() / high) * pitch(in(step), true) + 2 * FrameLayout.PADDING)
                    .sum();
            if (needed <= width) {
                return rows;
            }
        }
        return MOST_ROWS;
    }

    private void addGrids(Map<Step, Grid> grids, List<Step> row, int rows, double width) {
        List<Component> all = row.stream().flatMap(step -> in(step).stream()).toList();
        double pitchY = pitch(all, false);
        boolean titled = all.stream().anyMatch(this::grouped);
        double used = row.stream().mapToDouble(step -> columns(step, rows, width > 0) * pitch(in(step), true)
                + 2 * FrameLayout.PADDING + FrameLayout.GAP).sum();
        for (Step step : row) {
            List<Component> here = in(step);
            if (here.isEmpty()) {
                continue;
            }
            int columns = columns(step, rows, width > 0);
            double pitchX = pitch(here, true);
            boolean largest = row.stream().allMatch(other -> in(other).size() <= here.size());
            if (largest && width > used) {
                columns += (int) Math.min((width - used) / pitchX, here.size() - columns);
            }
            Set<String> ids = here.stream().map(Component::id).collect(Collectors.toSet());
            List<Bounds> staying = design.components().stream()
                    .filter(card -> card.step() == step && !ids.contains(card.id()))
                    .map(card -> new Bounds(card.x(), card.y(), card.width(), card.height())).toList();
            grids.put(step,
                    Grid.of(origin(here, titled), pitchX, pitchY, Math.max(1, columns), rows, here.size(), staying));
        }
    }

    private int columns(Step step, int rows, boolean slack) {
        return (int) Math.ceil((slack ? SLACK : 1) * in(step).size() / rows);
    }

    /** All cards begin at the corner of their frame, a little lower where a group needs room for its title; selected ones where they are. */
    private Point origin(List<Component> here, boolean titled) {
        return whole
                ? new Point(0, titled ? FrameLayout.GRID : 0)
                : new Point(here.stream().mapToDouble(Component::x).min().orElse(0),
                        here.stream().mapToDouble(Component::y).min().orElse(0));
    }

    private boolean grouped(Component card) {
        Bounds box = frames.bounds(card);
        return design.groups().stream().filter(group -> !group.locked())
                .anyMatch(group -> new Bounds(group.x(), group.y(), group.width(), group.height()).contains(box));
    }

    private static double pitch(List<Component> cards, boolean across) {
        double size = cards.stream().mapToDouble(card -> across ? card.width() : card.height()).max()
                .orElse(across ? Component.DEFAULT_WIDTH : Component.DEFAULT_HEIGHT);
        double snap = FrameLayout.GRID / 2;
        return Math.ceil((size + Grid.GAP) / snap) * snap;
    }

    private double width(Map<Step, Grid> grids, List<Step> row) {
        return row.stream().mapToDouble(step -> {
            Grid grid = grids.get(step);
            return (grid == null ? Component.DEFAULT_WIDTH : grid.width()) + 2 * FrameLayout.PADDING + FrameLayout.GAP;
        }).sum() - FrameLayout.GAP;
    }

    /** @return what the arrangement costs */
    private double polish(Map<Step, Grid> grids, Map<String, Cell> seats) {
        Design draft = design.withComponents(design.components().withAll(cards.stream().map(card -> {
            Point place = grid(grids, card).at(seats.getOrDefault(card.id(), new Cell(0, 0)));
            return card.movedTo(place.x(), place.y());
        }).toList()));
        FrameLayout drafted = FrameLayout.of(draft);
        List<Component> all = draft.components().list();
        Map<String, Integer> index = HashMap.newHashMap(all.size());
        double[] x = new double[all.size()];
        double[] y = new double[all.size()];
        int[][] seated = new int[all.size()][];
        List<Step> steps = List.copyOf(grids.keySet());
        for (int i = 0; i < all.size(); i++) {
            Component card = all.get(i);
            Bounds box = drafted.bounds(card);
            index.put(card.id(), i);
            x[i] = box.centerX();
            y[i] = box.centerY();
            Cell cell = seats.get(card.id());
            seated[i] = cell == null
                    ? new int[]{-1, 0}
                    : new int[]{steps.indexOf(card.step()), grid(grids, card).free().indexOf(cell)};
        }
        List<double[][]> places = steps.stream().map(step -> middles(drafted, step, grids)).toList();
        List<Polish.Line> lines = new ArrayList<>();
        for (Link link : draft.links()) {
            Integer from = index.get(link.from());
            Integer to = index.get(link.to());
            if (from != null && to != null) {
                lines.add(new Polish.Line(from, to, link.kind() != Link.Kind.FEEDBACK));
            }
        }
        Polish polish = new Polish(x, y, Component.DEFAULT_WIDTH, Component.DEFAULT_HEIGHT, lines);
        polish.run(places, seated);
        for (int i = 0; i < all.size(); i++) {
            if (seated[i][0] >= 0) {
                seats.put(all.get(i).id(), grid(grids, all.get(i)).free().get(seated[i][1]));
            }
        }
        return polish.total();
    }

    private static Grid grid(Map<Step, Grid> grids, Component card) {
        Grid grid = grids.get(card.step());
        if (grid == null) {
            throw new IllegalStateException("no places for " + card.id());
        }
        return grid;
    }

    private static double[][] middles(FrameLayout frames, Step step, Map<Step, Grid> grids) {
        Grid grid = grids.get(step);
        Point content = frames.contentOrigin(step);
        return grid == null ? new double[0][] : grid.free().stream().map(cell -> {
            Point at = grid.at(cell);
            return new double[]{content.x() + at.x() + (grid.pitchX() - Grid.GAP) / 2,
                    content.y() + at.y() + (grid.pitchY() - Grid.GAP) / 2};
        }).toArray(double[][]::new);
    }
}
