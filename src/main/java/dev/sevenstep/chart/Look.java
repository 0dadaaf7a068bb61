package dev.sevenstep.chart;

import dev.sevenstep.pipeline.Approach;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one approach looks in every chart of a run: the family gives the colour, the place in the family the pattern of the
 * line, so that colour alone never carries the difference.
 *
 * @param color of the family
 * @param pattern 0 solid, 1 dashed, 2 dotted, then again
 */
public record Look(Color color, int pattern) {
    private static final float[][] DASHES = {{}, {6f, 3f}, {1.5f, 3f}};
    private static final float[][] ON_PAPER = {{}, {6f, 3f}, {1.5f, 2.5f}, {8f, 2.5f, 1.5f, 2.5f}, {3f, 1.5f},
            {10f, 4f},
            {8f, 2.5f, 1.5f, 2.5f, 1.5f, 2.5f}};

    /**
     * The looks of approaches by id. Families take colours in the order in which they first appear; within a family the
     * first approach (the one to look at) is solid.
     */
    public static Map<String, Look> of(List<Approach> approaches, Palette palette) {
        Map<String, List<Approach>> families = new LinkedHashMap<>();
        approaches.forEach(a -> families.computeIfAbsent(a.family(), _ -> new ArrayList<>()).add(a));
        Map<String, Look> looks = new HashMap<>();
        // With more families than colours one colour serves several; their lines still differ in pattern.
        int[] taken = new int[palette.series().size()];
        int family = 0;
        for (List<Approach> members : families.values()) {
            int slot = family++ % taken.length;
            for (Approach member : members) {
                looks.put(member.id(), new Look(palette.series(slot), taken[slot]++));
            }
        }
        return looks;
    }

    /** The line, thicker for the approach in focus. */
    public Stroke stroke(boolean focus) {
        return stroke(DASHES[pattern % DASHES.length], focus);
    }

    /**
     * The line in a chart that may be printed in greys, where families cannot be told apart by colour.
     *
     * @param place among the lines of the chart
     */
    static Stroke onPaper(int place, boolean focus) {
        return stroke(ON_PAPER[focus ? 0 : place % ON_PAPER.length], focus);
    }

    private static Stroke stroke(float[] dash, boolean focus) {
        float width = focus ? 2.4f : 1.5f;
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dash, 0f);
    }
}
