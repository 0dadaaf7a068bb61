package dev.sevenstep.design.layout;

/** A leg seen along its own axis: it stands at {@code at} and reaches from {@code start} to {@code end}. */
final class Leg {
    /** Channels up to this wide have their legs centred. */
    private static final double NARROW = 56;

    final RouteSpread.Shape shape;
    final int index;
    final int order;
    final double[] across;
    final double[] along;
    double at;
    double start;
    double end;
    double least;
    double most;
    boolean pinned;

    Leg(RouteSpread.Shape shape, int index, int order, boolean vertical) {
        this.shape = shape;
        this.index = index;
        this.order = order;
        across = vertical ? shape.xs : shape.ys;
        along = vertical ? shape.ys : shape.xs;
        at = across[index];
        start = Math.min(along[index], along[index + 1]);
        end = Math.max(along[index], along[index + 1]);
    }

    boolean first() {
        return index == 0;
    }

    boolean last() {
        return index == shape.legs() - 1;
    }

    boolean end() {
        return first() || last();
    }

    /** In a channel so narrow that it looks best in the middle, with all the others that run there. */
    boolean narrow() {
        return !end() && most > least && most - least <= NARROW;
    }

    boolean overlaps(Leg other) {
        return start < other.end - 0.5 && other.start < end - 0.5;
    }
}
