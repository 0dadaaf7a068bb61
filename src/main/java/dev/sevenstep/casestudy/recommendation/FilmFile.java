package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.DataFile;
import dev.sevenstep.pipeline.LineReader;
import dev.sevenstep.pipeline.TextFile;
import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads titles and genres: {@code movies.csv}, {@code movies.dat}, {@code u.item} or RecBole's {@code .item}. */
final class FilmFile {
    /** The genres of {@code u.item}, in the order of its columns of 0 and 1. */
    private static final List<String> FLAGS = List.of("unknown", "Action", "Adventure", "Animation", "Children",
            "Comedy",
            "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror", "Musical", "Mystery", "Romance",
            "Sci-Fi",
            "Thriller", "War", "Western");
    private static final int FIRST_FLAG = 5;

    private FilmFile() {
    }

    /** The films in the file that stands beside a file of ratings; empty without one, then films go by their ids. */
    static Map<String, Film> beside(Path ratings) {
        String name = String.valueOf(ratings.getFileName());
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        for (String candidate : List.of("movies.csv", "movies.csv.gz", "movies.dat", "u.item", stem + ".item")) {
            Path file = ratings.resolveSibling(candidate);
            if (Files.isRegularFile(file)) {
                return read(DataFile.Source.of(file));
            }
        }
        return Map.of();
    }

    static Map<String, Film> read(DataFile.Source source) {
        Progress unwatched = new StageLog(System::nanoTime, _ -> {});
        String name = source.name();
        // The older MovieLens files are in Latin 1.
        Charset charset = name.endsWith(".dat") || name.equals("u.item")
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
        return TextFile.read(source, charset, unwatched, lines -> {
            if (name.equals("u.item")) {
                return flagged(lines);
            }
            return name.endsWith(".item") ? atomic(lines) : plain(lines, name.endsWith(".dat") ? "::" : ",");
        }).value();
    }

    /** Id, title with year, genres between bars. A header, if any, is taken for a film that nobody rated. */
    private static Map<String, Film> plain(LineReader lines, String separator) throws IOException {
        Map<String, Film> films = new HashMap<>();
        List<String> fields = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            RatingsFile.split(line, separator, fields);
            if (fields.size() >= 2) {
                String genres = fields.size() > 2 ? fields.get(2) : "";
                put(films, Film.of(fields.get(0), fields.get(1), genres(genres, "\\|")));
            }
        }
        return films;
    }

    private static Map<String, Film> flagged(LineReader lines) throws IOException {
        Map<String, Film> films = new HashMap<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            String[] fields = line.split("\\|", -1);
            if (fields.length >= 2) {
                List<String> genres = new ArrayList<>();
                for (int i = FIRST_FLAG; i < Math.min(fields.length, FIRST_FLAG + FLAGS.size()); i++) {
                    if (fields[i].equals("1")) {
                        genres.add(FLAGS.get(i - FIRST_FLAG));
                    }
                }
                put(films, Film.of(fields[0], fields[1], genres));
            }
        }
        return films;
    }

    /** RecBole's atomic file: a header with types; title, year and genres are optional. */
    private static Map<String, Film> atomic(LineReader lines) throws IOException {
        Map<String, Film> films = new HashMap<>();
        String head = lines.next();
        if (head == null) {
            return films;
        }
        List<String> names = Arrays.stream(head.split("\t")).map(each -> each.replaceFirst(":.*", "")).toList();
        int id = names.indexOf("item_id");
        int title = Math.max(names.indexOf("movie_title"), names.indexOf("title"));
        int year = names.indexOf("release_year");
        int genre = Math.max(names.indexOf("class"), names.indexOf("genre"));
        for (String line = lines.next(); line != null; line = lines.next()) {
            String[] fields = line.split("\t", -1);
            if (id >= 0 && id < fields.length) {
                String released = field(fields, year).matches("\\d{4}") ? " (" + field(fields, year) + ")" : "";
                put(films, Film.of(fields[id], title < 0 ? "Film " + fields[id] : field(fields, title) + released,
                        genres(field(fields, genre), " ")));
            }
        }
        return films;
    }

    private static void put(Map<String, Film> films, Film film) {
        films.put(film.id(), film);
    }

    private static String field(String[] fields, int at) {
        return at >= 0 && at < fields.length ? fields[at].strip() : "";
    }

    private static List<String> genres(String text, String separator) {
        return Arrays.stream(text.split(separator)).map(String::strip)
                .filter(genre -> !genre.isEmpty() && !genre.toLowerCase(Locale.ROOT).equals("(no genres listed)"))
                .toList();
    }
}
