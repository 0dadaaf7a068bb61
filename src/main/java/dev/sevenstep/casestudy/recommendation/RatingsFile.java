package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.DataFile;
import dev.sevenstep.pipeline.LineReader;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.TextFile;
import dev.sevenstep.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads ratings, plain or gzipped, as a stream into plain arrays: MovieLens' {@code ratings.csv}, {@code u.data} and
 * {@code ratings.dat}, RecBole's {@code .inter}, or any text whose first line names user, film, rating and time. 25 million ratings take
 * 0.5 GB.
 */
final class RatingsFile {
    /** Ratings beyond this are refused. */
    static final int MOST_ROWS = 60_000_000;
    private static final List<List<String>> NAMES = List.of(List.of("userid", "user_id", "user", "uid"),
            List.of("movieid", "itemid", "item_id", "movie_id", "item", "movie", "iid"),
            List.of("rating", "score", "stars"),
            List.of("timestamp", "time", "unixtime"));

    private final String name;
    private final Map<String, Integer> users = new HashMap<>();
    private final Map<String, Integer> films = new HashMap<>();
    private int[] user = new int[1 << 16];
    private int[] film = new int[1 << 16];
    private float[] value = new float[1 << 16];
    private long[] time = new long[1 << 16];
    private int size;

    private RatingsFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file, and titles and genres from the file beside it if there is one (see {@link FilmFile}).
     *
     * @throws RunException when it cannot be read or used; the message names file, line and reason
     */
    static Ratings read(Path file, Progress progress) {
        return read(DataFile.Source.of(file), FilmFile.beside(file), progress);
    }

    /** Reads the ratings that come with the program: MovieLens latest-small. */
    static Ratings bundled(Progress progress) {
        return read(DataFile.Source.of(RatingsFile.class, "ratings.csv.gz"),
                FilmFile.read(DataFile.Source.of(RatingsFile.class, "movies.csv.gz")), progress);
    }

    private static Ratings read(DataFile.Source source, Map<String, Film> known, Progress progress) {
        RatingsFile file = new RatingsFile(source.name());
        String hash = TextFile.read(source, StandardCharsets.UTF_8, progress, lines -> {
            file.parse(lines);
            return file;
        }).hash();
        return file.build(hash, known);
    }

    private void parse(LineReader lines) throws IOException {
        String first = lines.next();
        if (first == null || first.isBlank()) {
            throw new RunException(name + " is empty");
        }
        List<String> fields = new ArrayList<>();
        String separator = first.contains("::") ? "::" : String.valueOf(TextFile.separator(first));
        split(first, separator, fields);
        int[] columns = {0, 1, 2, 3};
        if (fields.size() < 4 || !isNumber(fields.get(2)) || !isNumber(fields.get(3))) {
            columns = columns(fields);
        } else {
            add(fields, columns, lines.number());
        }
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                split(line, separator, fields);
                add(fields, columns, lines.number());
            }
        }
        if (size == 0) {
            throw new RunException(name + " names its columns but has no ratings");
        }
    }

    static void split(String line, String separator, List<String> fields) {
        if (separator.length() == 1) {
            TextFile.split(line, separator.charAt(0), fields);
            return;
        }
        fields.clear();
        int at = 0;
        for (int next = line.indexOf(separator); next >= 0; next = line.indexOf(separator, at)) {
            fields.add(line.substring(at, next));
            at = next + separator.length();
        }
        fields.add(line.substring(at));
    }

    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private int[] columns(List<String> header) {
        // RecBole writes a type behind each name: user_id:token.
        List<String> names = header.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT).replaceFirst(":[a-z_]+$", "")).toList();
        int[] columns = new int[NAMES.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = NAMES.get(i).stream().mapToInt(names::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
            if (columns[i] < 0) {
                throw new RunException(name + ", line 1: no column is called " + String.join(" or ", NAMES.get(i))
                        + "; there are " + String.join(", ", names)
                        + ". Four columns are needed: user, film, rating and time");
            }
        }
        return columns;
    }

    private void add(List<String> fields, int[] columns, long line) {
        try {
            for (int column : columns) {
                if (column >= fields.size()) {
                    throw new IllegalArgumentException("it has only " + fields.size() + " fields");
                }
            }
            if (size == MOST_ROWS) {
                throw new IllegalArgumentException("more than " + MOST_ROWS + " ratings; cut the file");
            }
            if (size == user.length) {
                int longer = Math.min(MOST_ROWS, size + (size >> 1));
                user = Arrays.copyOf(user, longer);
                film = Arrays.copyOf(film, longer);
                value = Arrays.copyOf(value, longer);
                time = Arrays.copyOf(time, longer);
            }
            user[size] = number(users, fields.get(columns[0]));
            film[size] = number(films, fields.get(columns[1]));
            value[size] = (float) finite(Double.parseDouble(fields.get(columns[2])), "rating");
            time[size] = time(fields.get(columns[3]));
            size++;
        } catch (IllegalArgumentException e) {
            throw new RunException(name + ", line " + line + ": " + e.getMessage(), e);
        }
    }

    private static int number(Map<String, Integer> known, String id) {
        Integer number = known.get(id);
        if (number == null) {
            if (id.isBlank()) {
                throw new IllegalArgumentException("an id is empty");
            }
            number = known.size();
            known.put(id, number);
        }
        return number;
    }

    private static double finite(double number, String what) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("the " + what + " is " + number);
        }
        return number;
    }

    private static long time(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return (long) finite(Double.parseDouble(text), "time");
            }
        }
        return Long.parseLong(text);
    }

    private Ratings build(String hash, Map<String, Film> known) {
        List<String> userIds = sorted(users);
        List<String> filmIds = sorted(films);
        int[] newUser = renumbered(users, userIds);
        int[] newFilm = renumbered(films, filmIds);
        // Arrays are made smaller one at a time and in place, for the sake of the largest files.
        user = Arrays.copyOf(user, size);
        film = Arrays.copyOf(film, size);
        value = Arrays.copyOf(value, size);
        time = Arrays.copyOf(time, size);
        for (int i = 0; i < size; i++) {
            user[i] = newUser[user[i]];
            film[i] = newFilm[film[i]];
        }
        List<Film> all = filmIds.stream().map(id -> known.getOrDefault(id, Film.unknown(id))).toList();
        return new Ratings(name, hash, userIds, all, user, film, value, time);
    }

    private static List<String> sorted(Map<String, Integer> ids) {
        boolean numbers = ids.keySet().stream()
                .allMatch(id -> id.length() < 19 && id.chars().allMatch(c -> c >= '0' && c <= '9'));
        return ids.keySet().stream()
                .sorted(numbers
                        ? java.util.Comparator.comparingLong(Long::parseLong)
                        : java.util.Comparator.naturalOrder())
                .toList();
    }

    private static int[] renumbered(Map<String, Integer> numbers, List<String> sorted) {
        int[] renumbered = new int[sorted.size()];
        for (int i = 0; i < renumbered.length; i++) {
            renumbered[numbers.getOrDefault(sorted.get(i), 0)] = i;
        }
        return renumbered;
    }
}
