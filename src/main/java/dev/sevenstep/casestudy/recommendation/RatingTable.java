package dev.sevenstep.casestudy.recommendation;

/**
 * Ratings to learn from, by user and by film.
 *
 * @param films of each user
 * @param userValues the ratings of these films
 * @param users of each film
 * @param filmValues the ratings by these users
 * @param mean of all ratings
 */
record RatingTable(int[][] films, float[][] userValues, int[][] users, float[][] filmValues, double mean) {

    /** The ratings that are not of one fold. */
    static RatingTable without(Ratings ratings, byte[] folds, int fold) {
        int[] perUser = new int[ratings.users().size()];
        int[] perFilm = new int[ratings.films().size()];
        double sum = 0;
        long count = 0;
        for (int i = 0; i < ratings.size(); i++) {
            if (folds[i] != fold) {
                perUser[ratings.user()[i]]++;
                perFilm[ratings.film()[i]]++;
                sum += ratings.value()[i];
                count++;
            }
        }
        RatingTable table = new RatingTable(new int[perUser.length][], new float[perUser.length][],
                new int[perFilm.length][], new float[perFilm.length][], sum / Math.max(1, count));
        for (int user = 0; user < perUser.length; user++) {
            table.films[user] = new int[perUser[user]];
            table.userValues[user] = new float[perUser[user]];
        }
        for (int film = 0; film < perFilm.length; film++) {
            table.users[film] = new int[perFilm[film]];
            table.filmValues[film] = new float[perFilm[film]];
        }
        for (int i = 0; i < ratings.size(); i++) {
            if (folds[i] != fold) {
                int user = ratings.user()[i];
                int film = ratings.film()[i];
                table.films[user][--perUser[user]] = film;
                table.userValues[user][perUser[user]] = ratings.value()[i];
                table.users[film][--perFilm[film]] = user;
                table.filmValues[film][perFilm[film]] = ratings.value()[i];
            }
        }
        return table;
    }
}
