package dev.sevenstep.casestudy.recommendation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a film besides its ratings.
 *
 * @param id as in the data
 * @param title without the year
 * @param year of release; 0 when unknown
 */
record Film(String id, String title, int year, List<String> genres) {
    private static final Pattern YEAR = Pattern.compile("\\s*\\((\\d{4})\\)\\s*$");

    Film {
        genres = List.copyOf(genres);
    }

    /** Takes the year from the end of a title such as {@code Toy Story (1995)}. */
    static Film of(String id, String titleWithYear, List<String> genres) {
        Matcher matcher = YEAR.matcher(titleWithYear);
        return matcher.find()
                ? new Film(id, titleWithYear.substring(0, matcher.start()), Integer.parseInt(matcher.group(1)), genres)
                : new Film(id, titleWithYear.strip(), 0, genres);
    }

    /** A film of which only the id is known. */
    static Film unknown(String id) {
        return new Film(id, "Film " + id, 0, List.of());
    }
}
