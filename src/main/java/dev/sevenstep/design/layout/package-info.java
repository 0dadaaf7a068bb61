/**
 * Where things stand on the canvas: frames, cards and the routes of links, computed from a design alone.
 *
 * <p>Screen and paper both draw from here, so a printed design looks like the one on the screen. A card's position is kept
 * relative to its step's frame because frames grow with their content and push each other: moving one card must not write
 * new positions into every card of the frames it pushed.
 *
 * <p>What a link looks like beside its route is geometry too: marks of its kind ({@link dev.sevenstep.design.layout.LinkMarks})
 * and the place of its label ({@link dev.sevenstep.design.layout.LinkLabels}, held by {@code LinkLabelsTest}). Parallel links
 * keep a distance, and where a channel is too full for that, links of it look for another way; where there is none they share
 * what room there is ({@code LinkRouterTest}, over all designs that come with the program).
 */
@NullMarked
package dev.sevenstep.design.layout;

import org.jspecify.annotations.NullMarked;
