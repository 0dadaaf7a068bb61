package dev.sevenstep.casestudy.recommendation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.StageLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingsFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Ratings read(String name, String text) throws IOException {
        return RatingsFile.read(Files.writeString(folder.resolve(name), text), Likes.unwatched());
    }

    private static void assertSample(Ratings ratings) {
        assertEquals(List.of("2", "10"), ratings.users());
        assertEquals(List.of("1", "31"), ratings.films().stream().map(Film::id).toList());
        assertArrayEquals(new int[]{1, 0, 1}, ratings.user());
        assertArrayEquals(new int[]{1, 0, 0}, ratings.film());
        assertArrayEquals(new float[]{2.5f, 4, 3}, ratings.value());
        assertArrayEquals(new long[]{1260759144, 1260759179, 1260759182}, ratings.time());
        assertEquals(new Film("1", "Toy Story", 1995, List.of("Animation", "Comedy")), ratings.films().get(0));
    }

    @Test
    void readsCsv() throws IOException {
        Files.writeString(folder.resolve("movies.csv"),
                "movieId,title,genres\n1,\"Toy Story (1995)\",Animation|Comedy\n31,X,(no genres listed)\n");
        Ratings ratings = read("ratings.csv", "\uFEFFuserId,movieId,rating,timestamp\n10,31,2.5,1260759144\r\n"
                + "2,1,4.0,1260759179\n\n10,1,3,1260759182\n");
        assertSample(ratings);
        assertEquals(new Film("31", "X", 0, List.of()), ratings.films().get(1));
    }

    @Test
    void readsTheOldMovieLensFormat() throws IOException {
        Files.writeString(folder.resolve("u.item"),
                "1|Toy Story (1995)|01-Jan-1995||http://x|0|0|0|1|0|1|0|0|0|0|0|0|0|0|0|0"
                        + "|0|0|0\n31|Les Misérables (1995)|01-Jan-1995||http://x|0|0|0|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0\n",
                StandardCharsets.ISO_8859_1);
        Ratings ratings = read("u.data", "10\t31\t2.5\t1260759144\n2\t1\t4\t1260759179\n10\t1\t3\t1260759182\n");
        assertSample(ratings);
        assertEquals(new Film("31", "Les Misérables", 1995, List.of("Drama")), ratings.films().get(1));
    }

    @Test
    void readsDoubleColons() throws IOException {
        Files.writeString(folder.resolve("movies.dat"), "1::Toy Story (1995)::Animation|Comedy\n");
        Ratings ratings = read("ratings.dat", "10::31::2.5::1260759144\n2::1::4::1260759179\n10::1::3::1260759182\n");
        assertSample(ratings);
        assertEquals("Film 31", ratings.films().get(1).title());
    }

    @Test
    void readsRecBolesAtomicFiles() throws IOException {
        Files.writeString(folder.resolve("ml.item"),
                "item_id:token\tmovie_title:token_seq\trelease_year:token\tclass:token_seq\n1\tToy Story\t1995\tAnimation Comedy\n");
        Ratings ratings = read("ml.inter", "user_id:token\titem_id:token\trating:float\ttimestamp:float\n"
                + "10\t31\t2.5\t1260759144.0\n2\t1\t4\t1.260759179E9\n10\t1\t3\t1260759182\n");
        assertSample(ratings);
    }

    @Test
    void idsMayBeText() throws IOException {
        Ratings ratings = read("mine.csv", "time;user;item;rating\n3;bob;b;5\n1;ann;a1;1\n");
        assertEquals(List.of("ann", "bob"), ratings.users());
        assertArrayEquals(new int[]{1, 0}, ratings.user());
        assertArrayEquals(new int[]{1, 0}, ratings.film());
    }

    @Test
    void errorsNameFileLineAndReason() {
        assertRefused("", "x.csv is empty");
        assertRefused("userId,movieId,rating\n1,2,3\n", "line 1", "timestamp");
        assertRefused("userId,movieId,rating,timestamp\n", "has no ratings");
        assertRefused("userId,movieId,rating,timestamp\n1,2,good,5\n", "x.csv, line 2", "good");
        assertRefused("userId,movieId,rating,timestamp\n1,2,3,4\n1,2,NaN,5\n", "x.csv, line 3", "NaN");
        assertRefused("userId,movieId,rating,timestamp\n1,2,3\n", "x.csv, line 2", "only 3 fields");
        assertRefused("userId,movieId,rating,timestamp\n,2,3,4\n", "x.csv, line 2", "id is empty");
        assertTrue(String.valueOf(assertThrows(RunException.class,
                () -> RatingsFile.read(folder.resolve("none.csv"), Likes.unwatched())).getMessage())
                .contains("There is no file"));
    }

    private void assertRefused(String text, String... parts) {
        String message = String.valueOf(assertThrows(RunException.class, () -> read("x.csv", text)).getMessage());
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void reportsProgressAndStops() throws IOException {
        StringBuilder text = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i % 97).append(',').append(i).append(",4,").append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("big.csv"), text);
        StageLog log = new StageLog(System::nanoTime, _ -> {});
        assertEquals(20_000, log.stage("load", inner -> RatingsFile.read(file, inner)).size());
        log.cancel();
        assertThrows(CancellationException.class, () -> RatingsFile.read(file, log));
    }

    @Test
    void theLastFifthByTimeIsHeldOutAndTiesGoByFilm() throws IOException {
        StringBuilder text = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int film = 9; film >= 0; film--) {
            text.append("1,").append(film).append(film == 3 ? ",3.5," : ",4,").append(film < 8 ? 50 : 10).append('\n');
        }
        text.append("2,3,5,1\n");
        ImplicitSplit split = ImplicitSplit.of(read("r.csv", text.toString()), 4);
        // Nine likes: 8 and 9 early, then 0 to 7 without 3; a fifth of nine is two. Film 3 is in the catalogue through user 2.
        assertEquals(List.of("1"), split.users());
        assertEquals(10, split.train().filmCount());
        assertArrayEquals(new int[]{8, 9, 0, 1, 2, 4, 5}, split.train().byUser()[0]);
        assertArrayEquals(new int[]{6, 7}, split.heldOut()[0]);
        assertArrayEquals(new int[]{0}, split.train().byFilm()[9]);
        assertThrows(RunException.class,
                () -> ImplicitSplit.of(read("few.csv", "user,item,rating,time\n1,2,5,4\n"), 4));
    }
}
