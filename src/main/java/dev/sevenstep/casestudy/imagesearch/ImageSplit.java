package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which pictures are searched and which are searched for.
 *
 * @param catalogue items of the set, ascending
 * @param queries items of the set, ascending; the catalogue itself where {@code leaveOneOut}
 */
record ImageSplit(PictureSet set, int[] catalogue, int[] queries, boolean leaveOneOut) {
    /** One in so many is held out. */
    private static final int HELD_OUT = 5;
    /** Fewer pictures are no test. */
    private static final int LEAST = 20;

    /** @throws RunException when there are too few pictures */
    static ImageSplit of(PictureSet set, String protocol) {
        if (set.size() < LEAST) {
            throw new RunException(set.title() + " has " + set.size() + " pictures; at least " + LEAST
                    + " are needed to search for some among the others");
        }
        int[] all = IntStream.range(0, set.size()).toArray();
        boolean leaveOneOut = protocol.equals(ImageSearchOptions.LEAVE_ONE_OUT)
                || protocol.equals(ImageSearchOptions.AUTOMATIC) && set.photographs();
        if (leaveOneOut) {
            return new ImageSplit(set, all, all, true);
        }
        boolean[] held = set.photographs() ? ofEachClass(set) : last(set);
        return new ImageSplit(set, IntStream.of(all).filter(i -> !held[i]).toArray(),
                IntStream.of(all).filter(i -> held[i]).toArray(), false);
    }

    private static boolean[] last(PictureSet set) {
        boolean[] held = new boolean[set.size()];
        Arrays.fill(held, set.size() - set.size() / HELD_OUT, set.size(), true);
        return held;
    }

    /** Folders come one after another: the last of all would be of the last classes only. */
    private static boolean[] ofEachClass(PictureSet set) {
        int[] counts = new int[set.classes().size()];
        IntStream.range(0, set.size()).forEach(i -> counts[set.label(i)]++);
        int[] seen = new int[counts.length];
        boolean[] held = new boolean[set.size()];
        for (int i = 0; i < held.length; i++) {
            int label = set.label(i);
            held[i] = ++seen[label] > counts[label] - counts[label] / HELD_OUT;
        }
        return held;
    }

    /** In a sentence. */
    String note() {
        return leaveOneOut
                ? String.format(Locale.ROOT, "Each of %,d pictures of %d classes was searched for among the others",
                        catalogue.length, set.classes().size())
                : String.format(Locale.ROOT, "%,d pictures of %d classes were searched for among %,d others",
                        queries.length, set.classes().size(), catalogue.length);
    }

    /** Some items of the set, to be looked at. */
    ImageTest.Gallery gallery(int[] items) {
        return new ImageTest.Gallery() {
            @Override
            public int size() {
                return items.length;
            }

            @Override
            public int label(int item) {
                return set.label(items[item]);
            }

            @Override
            public String name(int item) {
                return set.name(items[item]);
            }

            @Override
            public Picture picture(int item) {
                return set.shown(items[item]);
            }
        };
    }
}
