package dev.sevenstep.studio.run.images;

import dev.sevenstep.pipeline.ImageTest;
import java.util.List;

/** Pictures in an order, each with what is said of it. */
interface PictureList {
    PictureList NONE = new PictureList() {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public Shown at(int index) {
            throw new IndexOutOfBoundsException(index);
        }
    };

    int size();

    /** Quick: it is asked while somebody scrolls. */
    Shown at(int index);

    /** What is particular about a picture: outlined, and said in its words. */
    enum Mark {
        NONE(""), MISSED("missed"), FALSE("not exact");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        /** Short enough for a small picture. */
        String word() {
            return word;
        }
    }

    /**
     * @param captions lines below the picture
     * @param other whether it is of another class than what was searched for
     * @param words for those who do not see it, and for the pointer
     */
    record Shown(ImageTest.Gallery gallery, int item, List<String> captions, Mark mark, boolean other, String words) {
        public Shown {
            captions = List.copyOf(captions);
        }
    }
}
