package dev.sevenstep.studio.canvas;

/** A gesture that ends at a card, which the keyboard can choose too. */
interface Aiming extends Gesture {

    /** Whether it may end at a card. */
    boolean fits(String card);

    /** As moving the pointer over a card. */
    void aimAt(String card);
}
