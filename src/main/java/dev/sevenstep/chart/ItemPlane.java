package dev.sevenstep.chart;

import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The items of a ranking in the plane, told apart by a tag each: of an item's tags among the most common ones the rarest, as that says
 * most. Immutable.
 */
public final class ItemPlane {
    /** Tags with a mark of their own. */
    private static final int MOST_TAGS = 12;
    /** Of the items at each end of both axes, the share that a view of all leaves out of account: a few may lie far off. */
    private static final double OUTLYING = 0.002;

    private final List<RankingTest.Item> items;
    private final Ranking.ItemMap map;
    private final List<Tag> tags;
    private final int[] tagOf;
    private final int[] byRank;

    /**
     * A tag with a mark of its own.
     *
     * @param items how many are shown by it
     */
    public record Tag(String name, int items) {}

    private ItemPlane(List<RankingTest.Item> items, Ranking.ItemMap map, List<Tag> tags, int[] tagOf, int[] byRank) {
        this.items = items;
        this.map = map;
        this.tags = tags;
        this.tagOf = tagOf;
        this.byRank = byRank;
    }

    public static ItemPlane of(List<RankingTest.Item> items, Ranking.ItemMap map) {
        Map<String, Integer> counts = new HashMap<>();
        items.forEach(item -> item.tags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        List<String> common = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TAGS).map(Map.Entry::getKey).toList();
        int[] tagOf = new int[items.size()];
        int[] shown = new int[common.size()];
        for (int i = 0; i < tagOf.length; i++) {
            tagOf[i] = items.get(i).tags().stream().mapToInt(common::indexOf).max().orElse(-1);
            if (tagOf[i] >= 0 && Float.isFinite(map.x()[i])) {
                shown[tagOf[i]]++;
            }
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            tags.add(new Tag(common.get(i), shown[i]));
        }
        int[] byRank = IntStream.range(0, tagOf.length).filter(i -> Float.isFinite(map.x()[i])).boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -items.get(i).known()).thenComparing(i -> i))
                .mapToInt(Integer::intValue).toArray();
        return new ItemPlane(List.copyOf(items), map, List.copyOf(tags), tagOf, byRank);
    }

    /** The most common tags, the most common first. */
    public List<Tag> tags() {
        return tags;
    }

    /** The number of the tag an item is shown by; −1 when it has none of the common ones. */
    public int tag(int item) {
        return tagOf[item];
    }

    /** How many items have a place. */
    public int size() {
        return byRank.length;
    }

    /** The items with a place, the best known first. */
    int[] byRank() {
        return byRank;
    }

    RankingTest.Item item(int item) {
        return items.get(item);
    }

    /** Whether an item has a place. */
    public boolean placed(int item) {
        return Float.isFinite(map.x()[item]);
    }

    /**
     * Which part of the plane is seen.
     *
     * @param x in the middle
     * @param y in the middle
     * @param scale units of the picture for one of the plane
     * @param width of the picture
     * @param height of the picture
     */
    public record View(double x, double y, double scale, double width, double height) {

        /** Closer by a factor, with what lies at a position of the picture staying there. */
        public View zoomed(double factor, double px, double py) {
            double newScale = scale * factor;
            double shift = 1 / scale - 1 / newScale;
            return new View(x + (px - width / 2) * shift, y - (py - height / 2) * shift, newScale, width, height);
        }

        /** What is seen moves by so many units of the picture. */
        public View moved(double dx, double dy) {
            return new View(x - dx / scale, y + dy / scale, scale, width, height);
        }

        /** The same part, as far as it goes, in a picture of another size. */
        public View resized(double newWidth, double newHeight) {
            double factor = Math.min(newWidth / width, newHeight / height);
            return new View(x, y, scale * factor, newWidth, newHeight);
        }
    }

    /** A view of all, but for a few that lie far off. */
    public View all(double width, double height) {
        double[] across = across();
        double[] up = up();
        double scale = 0.94 * Math.min(width / (across[1] - across[0]), height / (up[1] - up[0]));
        return new View((across[0] + across[1]) / 2, (up[0] + up[1]) / 2, scale, width, height);
    }

    /** Where all but a few lie, from left to right. */
    double[] across() {
        return ends(map.x());
    }

    /** Where all but a few lie, from below. */
    double[] up() {
        return ends(map.y());
    }

    double x(int item) {
        return map.x()[item];
    }

    double y(int item) {
        return map.y()[item];
    }

    private double[] ends(float[] places) {
        double[] sorted = Arrays.stream(byRank).mapToDouble(i -> places[i]).sorted().toArray();
        if (sorted.length == 0) {
            return new double[]{-1, 1};
        }
        int out = (int) (OUTLYING * sorted.length);
        double low = sorted[out];
        double high = sorted[sorted.length - 1 - out];
        return high > low ? new double[]{low, high} : new double[]{low - 1, low + 1};
    }

    /** Where an item lies in the picture. */
    public double px(int item, View view) {
        return (map.x()[item] - view.x()) * view.scale() + view.width() / 2;
    }

    /** Where an item lies in the picture, from its top. */
    public double py(int item, View view) {
        return view.height() / 2 - (map.y()[item] - view.y()) * view.scale();
    }

    /** The items in a rectangle of the picture, the best known first. */
    public int[] within(View view, double x, double y, double width, double height) {
        return Arrays.stream(byRank).filter(item -> {
            double px = px(item, view);
            double py = py(item, view);
            return px >= x && px <= x + width && py >= y && py <= y + height;
        }).toArray();
    }

    /** The item nearest to a position; −1 when none is within reach. Of equal ones the best known. */
    public int nearest(View view, double x, double y, double reach) {
        int nearest = -1;
        double least = reach;
        for (int item : byRank) {
            double distance = Math.hypot(px(item, view) - x, py(item, view) - y);
            if (distance < least) {
                least = distance;
                nearest = item;
            }
        }
        return nearest;
    }

    /**
     * The next item in a direction, for the arrow keys: near, and rather straight ahead than aside.
     *
     * @param dx −1, 0 or 1
     * @param dy −1, 0 or 1, down
     * @return {@code from} when there is none in view
     */
    public int next(View view, int from, int dx, int dy) {
        int best = from;
        double least = Double.POSITIVE_INFINITY;
        for (int item : byRank) {
            double across = px(item, view) - px(from, view);
            double down = py(item, view) - py(from, view);
            double ahead = dx * across + dy * down;
            double aside = Math.abs(dx == 0 ? across : down);
            boolean seen = px(item, view) >= 0 && px(item, view) <= view.width() && py(item, view) >= 0
                    && py(item, view) <= view.height();
            if (item != from && seen && ahead > 2 && ahead + 2 * aside < least) {
                least = ahead + 2 * aside;
                best = item;
            }
        }
        return best;
    }
}
