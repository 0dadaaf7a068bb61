package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.RankingTest;

/**
 * An item as a line of a list.
 *
 * @param item its number
 * @param lead a word before the title, such as its rank
 * @param found held out of the user's history, so rightly recommended
 * @param hidden the approaches do not know of it
 * @param title with what stands beside it
 * @param tags between commas
 * @param end a word at the end of the line
 * @param below a line of its own below the title; empty for none
 */
record ItemLine(int item, String lead, boolean found, boolean hidden, String title, String tags, String end,
        String below) {
    static ItemLine of(RankingTest test, int item, String lead, boolean found, boolean hidden, String end) {
        RankingTest.Item of = test.items().get(item);
        return new ItemLine(item, lead, found, hidden, of.title() + (of.note().isEmpty() ? "" : " (" + of.note() + ")"),
                String.join(", ", of.tags()), end, "");
    }

    ItemLine withBelow(String words) {
        return new ItemLine(item, lead, found, hidden, title, tags, end, words);
    }

    /** As a screen reader says it. */
    String words() {
        return (lead + " " + title).strip() + (found ? ", held out and found" : "") + (hidden ? ", hidden" : "")
                + (tags.isEmpty() ? "" : ", " + tags) + (below.isEmpty() ? "" : ". " + below);
    }
}
