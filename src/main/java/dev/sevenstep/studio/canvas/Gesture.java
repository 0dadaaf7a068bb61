package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Point;

/**
 * Something done by pressing, moving and releasing. It begins when it is made; {@link #move} shows where it would lead and
 * keeps nothing; {@link #commit} makes at most one entry of the history; {@link #cancel} leaves everything as it was.
 */
interface Gesture {

    /**
     * @param world the pointer in canvas units
     * @param free whether snapping is suspended
     */
    void move(Point world, boolean free);

    void commit();

    void cancel();
}
