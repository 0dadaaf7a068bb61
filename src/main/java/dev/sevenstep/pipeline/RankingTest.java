package dev.sevenstep.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test of a ranking: for each test user what was known, what was held out, and what every approach ranked. Items are numbered
 * from 0; a list never holds what its user's history holds.
 *
 * @param items what is ranked, by number
 * @param users name of each test user
 * @param histories items known of each test user, in the order of time
 * @param heldOut items to be found for each test user, ascending
 * @param cutoff how long a list people see; figures "at k" mean this k
 * @param note how the data were split, in a sentence
 * @param rankings by id of the approach, those that ran
 * @param coldStart what they are worth when less is known; empty when none ran
 */
public record RankingTest(List<Item> items, List<String> users, int[][] histories, int[][] heldOut, int cutoff,
        String note, Map<String, Ranking> rankings, Optional<ColdStart> coldStart) {
    public RankingTest {
        items = List.copyOf(items);
        users = List.copyOf(users);
        rankings = Collections.unmodifiableMap(new LinkedHashMap<>(rankings));
    }

    /** The same with what was measured with part of the histories hidden. */
    public RankingTest with(ColdStart measured) {
        return new RankingTest(items, users, histories, heldOut, cutoff, note, rankings, Optional.of(measured));
    }

    /** The same with another ranking by one approach. */
    public RankingTest with(String approach, Ranking ranking) {
        Map<String, Ranking> changed = new LinkedHashMap<>(rankings);
        changed.put(approach, ranking);
        return new RankingTest(items, users, histories, heldOut, cutoff, note, changed, coldStart);
    }

    /**
     * Something that can be recommended.
     *
     * @param id as in the data
     * @param note a word beside the title, such as the year; may be empty
     * @param tags such as genres
     * @param known users who have it in their training history
     */
    public record Item(String id, String title, String note, List<String> tags, int known) {
        public Item {
            tags = List.copyOf(tags);
        }
    }
}
