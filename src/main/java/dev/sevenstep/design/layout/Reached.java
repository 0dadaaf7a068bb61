package dev.sevenstep.design.layout;

/**
 * The cheapest ways found so far to the states of a search. A search that may look at a few crossings only keeps those that it
 * reached: room for all states of 250 cards is 27 MB, which took longer to clear than a link took to route.
 */
final class Reached {
    /** 2³² by the golden ratio: the high bits of a product with it differ for neighbouring states. */
    private static final int SPREAD = 0x9E3779B9;

    /** Each at the place of a state, see {@link #place}. */
    final int[] cost;
    /** What a way through the state costs in all, as estimated when it was reached. */
    final int[] estimate;
    /** The state before this one; −1 for the first. */
    final int[] parent;

    private final int[] states;
    private final int[] search;
    private final boolean direct;
    private final int shift;
    private int current;

    /**
     * @param all how many states there are, from 0
     * @param most no search reaches more than this
     */
    Reached(int all, int most) {
        int room = most > all / 4 ? all : Integer.highestOneBit(Math.max(16, most)) * 4;
        direct = room >= all;
        int places = direct ? all : room;
        shift = Integer.numberOfLeadingZeros(places) + 1;
        cost = new int[places];
        estimate = new int[places];
        parent = new int[places];
        search = new int[places];
        states = direct ? new int[0] : new int[places];
    }

    /** Forgets all ways. */
    void begin() {
        current++;
    }

    /** Where a state's figures stand; one that was not reached yet has the highest cost. */
    int place(int state) {
        int place = direct ? state : state * SPREAD >>> shift;
        while (search[place] == current && !direct && states[place] != state) {
            place = place + 1 & states.length - 1;
        }
        if (search[place] != current) {
            search[place] = current;
            cost[place] = Integer.MAX_VALUE;
            if (!direct) {
                states[place] = state;
            }
        }
        return place;
    }
}
