package dev.sevenstep.exchange;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Ids;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.export.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects a sketch while a file is read; cleans texts, keeps ids apart and counts what is left out. */
final class SketchBuilder {
    /** How far from a shape the end of an arrow may lie that is not fixed to it. */
    private static final double NEAR = 16;

    private final Map<String, Sketch.Box> boxes = new LinkedHashMap<>();
    private final List<Sketch.Arrow> arrows = new ArrayList<>();
    private final List<Sketch.Note> notes = new ArrayList<>();
    private final List<Sketch.Area> areas = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Map<String, Integer> uncounted = new TreeMap<>();
    private Optional<Design> source = Optional.empty();

    /** One line of bearable length. */
    static String title(String text) {
        return Limits.cut(CleanText.line(text), Limits.TITLE);
    }

    /** The first line that is not blank. */
    static String firstLine(String text) {
        return CleanText.block(text).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    static Optional<Step> step(String id) {
        return Arrays.stream(Step.values()).filter(step -> step.id().equals(id)).findFirst();
    }

    void source(String file) {
        try {
            source = Optional.of(DesignFile.open(file.getBytes(StandardCharsets.UTF_8)).design());
        } catch (DesignFileException e) {
            leaveOut("the design inside the drawing (" + e.reason() + ")");
        }
    }

    void box(String id, String text, String shape, Bounds bounds, String area, Optional<Step> frame, Bounds inFrame,
            Sketch.Mark mark) {
        if (boxes.size() >= Limits.SHAPES) {
            throw new ImportException("The drawing has more than " + Limits.SHAPES + " boxes. Split it first.");
        }
        String own = Ids.next(boxes.keySet(), id);
        boxes.put(own, new Sketch.Box(own, title(text), shape, bounds, area, frame, inFrame, mark));
    }

    void note(String text, Bounds bounds, Sketch.Mark mark) {
        String clean = Limits.cut(CleanText.block(text), Limits.NOTE);
        if (!clean.isEmpty() || mark.isOurs()) {
            notes.add(new Sketch.Note(clean, bounds, mark));
        }
    }

    void area(String title, Bounds bounds, Sketch.Mark mark) {
        areas.add(new Sketch.Area(title(title), bounds, mark));
    }

    /** Adds an arrow whose ends are boxes; any other is left out. */
    void arrow(String from, String to, String label, boolean dashed, Sketch.Mark mark) {
        if (boxes.containsKey(from) && boxes.containsKey(to)) {
            arrows.add(new Sketch.Arrow(from, to, title(label), dashed, mark));
        } else {
            String known = Optional.ofNullable(boxes.get(boxes.containsKey(from) ? from : to))
                    .map(box -> " at “" + box.title() + "”").orElse("");
            leaveOutShape("arrow with a loose end" + known);
        }
    }

    /** The id of the box at a place, or of the nearest one close by; empty when there is none. */
    String boxAt(double x, double y) {
        for (double air : new double[]{0, NEAR}) {
            for (Sketch.Box box : boxes.values()) {
                if (box.bounds().grown(air).contains(x, y)) {
                    return box.id();
                }
            }
        }
        return "";
    }

    /** Says that something is left out. */
    void leaveOut(String what) {
        if (leftOut.size() < Limits.DEPTH) {
            leftOut.add(what);
        }
    }

    /** Counts shapes of one sort that are left out. */
    void leaveOutShape(String sort) {
        uncounted.merge(sort.isEmpty() ? "shape of no type" : sort, 1, Integer::sum);
    }

    Sketch build(String title) {
        uncounted.forEach((sort, number) -> leaveOut(number == 1
                ? ("aeiou".indexOf(sort.charAt(0)) >= 0 ? "an " : "a ") + sort
                : number + " × " + sort));
        return new Sketch(title(title), List.copyOf(boxes.values()), arrows, notes, areas, source, leftOut);
    }
}
