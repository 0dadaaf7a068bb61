package dev.sevenstep.studio.run.images;

import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.task.Progress;
import java.util.OptionalInt;

/** What is searched for. */
public sealed interface Subject {
    /** For people, of the test it belongs to. */
    String words(ImageTest test);

    /** Number of its class, where that is known. */
    OptionalInt label(ImageTest test);

    /** Whether another test has the very same picture at the same place. */
    boolean stays(ImageTest before, ImageTest now);

    /** Takes milliseconds, or as long as the approach needs for the vector of a picture from elsewhere. */
    ImageSearch.Answer search(ImageSearch.Searcher searcher, int k, Effort effort, Progress progress);

    /** A query of the test. */
    record Query(int number) implements Subject {
        @Override
        public String words(ImageTest test) {
            return "Query " + test.queries().name(number);
        }

        @Override
        public OptionalInt label(ImageTest test) {
            return OptionalInt.of(test.queries().label(number));
        }

        @Override
        public boolean stays(ImageTest before, ImageTest now) {
            return Subject.stays(before.queries(), now.queries(), number);
        }

        @Override
        public ImageSearch.Answer search(ImageSearch.Searcher searcher, int k, Effort effort,
                Progress progress) {
            return searcher.searchQuery(number, k, effort, progress);
        }
    }

    private static boolean stays(ImageTest.Gallery before, ImageTest.Gallery now, int number) {
        return number < now.size() && before.name(number).equals(now.name(number));
    }

    /** A picture of the catalogue. */
    record Item(int number) implements Subject {
        @Override
        public String words(ImageTest test) {
            return "Catalogue " + test.catalogue().name(number);
        }

        @Override
        public OptionalInt label(ImageTest test) {
            return OptionalInt.of(test.catalogue().label(number));
        }

        @Override
        public boolean stays(ImageTest before, ImageTest now) {
            return Subject.stays(before.catalogue(), now.catalogue(), number);
        }

        @Override
        public ImageSearch.Answer search(ImageSearch.Searcher searcher, int k, Effort effort,
                Progress progress) {
            return searcher.searchItem(number, k, effort, progress);
        }
    }

    /**
     * A picture from elsewhere.
     *
     * @param name such as its file's, or "Drawing"
     */
    record Foreign(Picture picture, String name) implements Subject {
        @Override
        public String words(ImageTest test) {
            return name;
        }

        @Override
        public OptionalInt label(ImageTest test) {
            return OptionalInt.empty();
        }

        @Override
        public boolean stays(ImageTest before, ImageTest now) {
            return true;
        }

        @Override
        public ImageSearch.Answer search(ImageSearch.Searcher searcher, int k, Effort effort,
                Progress progress) {
            return searcher.search(picture, k, effort, progress);
        }
    }
}
