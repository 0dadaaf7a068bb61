package dev.sevenstep.design.layout;

/**
 * How long ways may be looked for: a number of crossings, so that the same design gives the same routes on any machine. Where
 * there is no free way all of the canvas would be searched for one.
 */
final class Effort {
    private final int mostAWay;
    private int left;
    private int leftForThis;

    private Effort(int all, int mostAWay) {
        left = all;
        this.mostAWay = mostAWay;
    }

    static Effort unlimited() {
        return new Effort(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** @param all crossings for all ways together */
    static Effort of(int all, int mostAWay) {
        return new Effort(all, mostAWay);
    }

    /** More states than this are not reached on one way: three from each crossing, and four to begin with. */
    int mostStates() {
        return mostAWay > (Integer.MAX_VALUE - 4) / 3 ? Integer.MAX_VALUE : 3 * mostAWay + 4;
    }

    void begin() {
        leftForThis = mostAWay;
    }

    /** Whether one more crossing may be looked at. */
    boolean spend() {
        return mostAWay == Integer.MAX_VALUE || left-- > 0 && leftForThis-- > 0;
    }
}
