/**
 * The design canvas and its palette. Scene-graph nodes in layers, so that cards keep focus, style and screen-reader text;
 * one update a pulse, and only what changed is touched ({@link dev.sevenstep.studio.canvas.Board}).
 *
 * <p>What the mouse is over is found by geometry, not by node: links are thin and ports lie half outside their card.
 * A gesture is an object (begin, preview, commit, cancel). A preview is a design that is shown and not kept; so Esc
 * restores exactly, and one gesture is one entry of the history ({@code EscapeTest}, {@code CanvasViewTest}, {@code LinkGesturesTest},
 * {@code BoxGesturesTest}). What a gesture shows half-way is drawn to pictures for a person ({@code GestureScreensTest},
 * {@code CanvasToolsScreensTest}). Names of steps and titles of groups stand in a layer above the links, each on a little ground of its own, as in print:
 * the router keeps off them where it can, and where it cannot the line is interrupted and not the words.
 *
 * <p>Menus, context menus included, are made of the commands' one declaration; a context menu leaves out what cannot be done.
 *
 * <p>Only what is seen has nodes, and when so much is seen that nothing can be read, cards and links are painted instead:
 * a node costs style, layout and a place in every traversal, which at 1,000 cards took more than a frame. The card with the
 * focus always has its node, so the keyboard and screen readers reach every card ({@code ManyCardsTest}). While a gesture runs
 * links hold on to their cards in the same frame, by stretching; ways around cards are found in the background and come a frame
 * or two later, for up to 60 links those that will be kept ({@code RoutesTest}: routing fifty cards' links on the JavaFX thread took
 * fifteen milliseconds a frame). In larger designs the routes to keep are made in the background after the release, so they may
 * change a moment later. {@code CanvasBenchmark} prints what a frame takes.
 */
@NullMarked
package dev.sevenstep.studio.canvas;

import org.jspecify.annotations.NullMarked;
