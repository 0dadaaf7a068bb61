/**
 * The design canvas and its palette. Scene-graph nodes in layers, so that cards keep focus, style and screen-reader text;
 * one update a pulse, and only what changed is touched ({@link dev.sevenstep.studio.canvas.Board}).
 *
 * <p>What the mouse is over is found by geometry, not by node: links are thin and ports lie half outside their card.
 * A gesture is an object (begin, preview, commit, cancel). A preview is a design that is shown and not kept; so Esc
 * restores exactly, and one gesture is one entry of the history ({@code CanvasViewTest}).
 */
@NullMarked
package dev.sevenstep.studio.canvas;

import org.jspecify.annotations.NullMarked;
