/**
 * Where things stand on the canvas: frames, cards and the routes of links, computed from a design alone.
 *
 * <p>Screen and paper both draw from here, so a printed design looks like the one on the screen. A card's position is kept
 * relative to its step's frame because frames grow with their content and push each other: moving one card must not write
 * new positions into every card of the frames it pushed.
 *
 * <p>What a link looks like beside its route is geometry too: marks of its kind ({@link dev.sevenstep.design.layout.LinkMarks})
 * and the place of its label ({@link dev.sevenstep.design.layout.LinkLabels}, held by {@code LinkLabelsTest}). Parallel links
 * keep the largest distance that their channel has room for ({@code LinkRouterTest}).
 */
@NullMarked
package dev.sevenstep.design.layout;

import org.jspecify.annotations.NullMarked;
