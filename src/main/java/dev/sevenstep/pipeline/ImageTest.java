package dev.sevenstep.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The test of a search among pictures: a catalogue of pictures with classes, queries, and every approach's way to search. Items of the
 * catalogue and queries are numbered from 0.
 *
 * @param classes their names; a label is a number in here
 * @param catalogue what is searched
 * @param queries what was asked for; the catalogue itself where {@code leaveOneOut}
 * @param leaveOneOut whether query i is item i of the catalogue, which was then left out of its own answer
 * @param cutoff how many neighbours people see; figures "at k" mean this k
 * @param note how the data were split, in a sentence
 * @param skipped files that could not be used
 * @param searches by id of the approach, those that ran
 */
public record ImageTest(List<String> classes, Gallery catalogue, Gallery queries, boolean leaveOneOut, int cutoff,
        String note, List<Skipped> skipped, Map<String, ImageSearch> searches) {
    public ImageTest {
        classes = List.copyOf(classes);
        skipped = List.copyOf(skipped);
        searches = Collections.unmodifiableMap(new LinkedHashMap<>(searches));
    }

    /** Labelled pictures. Safe for several threads. */
    public interface Gallery {
        int size();

        /** Number of the class. */
        int label(int item);

        /** As in the data: a file below its folder, or a number. */
        String name(int item);

        /**
         * To be shown; at most 256 pixels a side, upright. Those of photographs are read from disk, so not on the UI thread; one that
         * cannot be read any more is a grey square.
         */
        Picture picture(int item);
    }

    /** A file that was passed over, and why, in words for the user. */
    public record Skipped(String file, String reason) {}
}
