package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.vectors.Neighbours;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The neighbours that one way of searching gave, held against those of the other.
 *
 * @param exact whether these are all compared with; else those that the index found
 * @param label class of what was searched for
 */
record Hits(ImageTest test, ImageSearch.Answer answer, boolean exact, OptionalInt label) implements PictureList {
    private Neighbours own() {
        return exact ? answer.exact() : answer.found();
    }

    private Neighbours others() {
        return exact ? answer.found() : answer.exact();
    }

    @Override
    public int size() {
        return own().size();
    }

    @Override
    public Shown at(int index) {
        int item = own().ids()[index];
        int of = test.catalogue().label(item);
        boolean differs = label.isPresent() && label.getAsInt() != of;
        Mark mark = has(others(), item) ? Mark.NONE : exact ? Mark.MISSED : Mark.FALSE;
        String distance = Numbers.fixed(own().distances()[index], 3);
        List<String> captions = List.of(distance, (differs ? "≠ " : "") + test.classes().get(of));
        return new Shown(test.catalogue(), item, captions, mark, differs, words(index, item, distance, mark, differs));
    }

    private String words(int index, int item, String distance, Mark mark, boolean differs) {
        String said = (index + 1) + ": " + test.classes().get(test.catalogue().label(item)) + ", "
                + test.catalogue().name(item) + ", distance " + distance;
        return said + switch (mark) {
            case MISSED -> ", missed by the index";
            case FALSE -> ", not among the exact " + others().size();
            case NONE -> "";
        } + (differs ? ", another class" : "");
    }

    private static boolean has(Neighbours neighbours, int item) {
        return IntStream.of(neighbours.ids()).anyMatch(id -> id == item);
    }

    /** How many of these the other way did not give. */
    long unshared() {
        return IntStream.of(own().ids()).filter(id -> !has(others(), id)).count();
    }

    /** The share of these that are of the class searched for; NaN where that is not known. */
    double precision() {
        return label.isEmpty() || size() == 0
                ? Double.NaN
                : (double) IntStream.of(own().ids()).filter(id -> test.catalogue().label(id) == label.getAsInt())
                        .count()
                        / size();
    }
}
