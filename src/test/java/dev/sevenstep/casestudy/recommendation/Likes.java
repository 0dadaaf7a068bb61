package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up likes for tests: users and films come in groups, and most likes stay within a group. */
final class Likes {
    private Likes() {
    }

    static Progress unwatched() {
        return new StageLog(System::nanoTime, _ -> {});
    }

    static Interactions random(int users, int films, int groups, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] byUser = new int[users][];
        for (int user = 0; user < users; user++) {
            int group = user % groups;
            byUser[user] = random.ints(6 + random.nextInt(8), 0, films)
                    .map(film -> random.nextInt(10) < 8 ? film / groups * groups + group : film)
                    .filter(film -> film < films).distinct().toArray();
        }
        List<Film> described = new ArrayList<>();
        for (int film = 0; film < films; film++) {
            described.add(new Film(String.valueOf(film), "Film of group " + film % groups, 1990 + film % groups,
                    List.of("Genre " + film % groups)));
        }
        return Interactions.of(byUser, described);
    }
}
