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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Collects a sketch while a file is read; cleans texts, keeps ids apart and counts what is left out. */
final class SketchBuilder {
    /** How far from a shape the end of an arrow may lie that is not fixed to it. */
    private static final double NEAR = 16;
    /** Looking for boxes within boxes takes the square of this. */
    private static final int MOST_COMPARED = 2_000;
    private static final Pattern NUMBER = Pattern.compile("\\(?\\d{1,2}[.)]?");

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
        setFramesApart();
        uncounted.forEach((sort, number) -> leaveOut(number == 1
                ? ("aeiou".indexOf(sort.charAt(0)) >= 0 ? "an " : "a ") + sort
                : number + " × " + sort));
        return new Sketch(title(title), List.copyOf(boxes.values()), arrows, notes, areas, source, leftOut);
    }

    /**
     * People draw a frame as a large box below others, and number the parts of a drawing. A box without arrows that others
     * stand in is such a frame: its title goes to those boxes. One with only a number is left out.
     */
    private void setFramesApart() {
        Set<String> joined = new HashSet<>();
        arrows.forEach(arrow -> joined.addAll(List.of(arrow.from(), arrow.to())));
        List<Sketch.Box> free = boxes.values().stream()
                .filter(box -> !box.mark().isOurs() && !joined.contains(box.id())).toList();
        for (Sketch.Box box : free) {
            if (NUMBER.matcher(box.title()).matches()) {
                boxes.remove(box.id());
                leaveOutShape("shape with only a number");
            }
        }
        if (boxes.size() > MOST_COMPARED) {
            return;
        }
        for (Sketch.Box frame : free) {
            List<Sketch.Box> inside = boxes.values().stream().filter(box -> !box.id().equals(frame.id())
                    && box.bounds().width() > 0 && frame.bounds().contains(box.bounds())).toList();
            if (boxes.containsKey(frame.id()) && inside.size() >= 2) {
                boxes.remove(frame.id());
                leaveOut("the frame “" + frame.title() + "” (what stands in it came along)");
                inside.stream().filter(box -> box.area().isEmpty())
                        .forEach(box -> boxes.replace(box.id(), box.in(frame.title())));
            }
        }
    }
}
