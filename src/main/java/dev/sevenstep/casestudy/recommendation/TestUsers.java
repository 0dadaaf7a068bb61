package dev.sevenstep.casestudy.recommendation;

import java.util.Arrays;

/**
 * The users every approach is judged on.
 *
 * @param users numbers in the training data, ascending
 * @param histories films of each in training, in the order of time
 * @param heldOut films to be found for each, ascending
 */
record TestUsers(Interactions train, int[] users, int[][] histories, int[][] heldOut, ListQuality quality) {

    static TestUsers of(ImplicitSplit split, int[] users) {
        int[][] histories = new int[users.length][];
        int[][] heldOut = new int[users.length][];
        Arrays.setAll(histories, i -> split.train().byUser()[users[i]]);
        Arrays.setAll(heldOut, i -> split.heldOut()[users[i]]);
        return new TestUsers(split.train(), users, histories, heldOut, new ListQuality(split.train(), heldOut));
    }

    int count() {
        return users.length;
    }

    Model.Query query(int user) {
        return new Model.Query(histories[user], users[user]);
    }
}
