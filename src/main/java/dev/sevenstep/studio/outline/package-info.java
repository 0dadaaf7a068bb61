/**
 * The outline: the whole design as a structured form, step by step, in step with the canvas. A design can be made in it alone,
 * by keyboard alone (held by {@code OutlineViewTest}).
 *
 * <p>It is one list of lines – headings, components, decisions, notes – of which only those in or near the view exist as nodes:
 * a design of 1,000 components opens as fast as a small one. JavaFX's own lists reuse their cells, so that a form in one would
 * lose the focus and what is being typed; {@link dev.sevenstep.studio.outline.OutlineColumn} makes and drops whole lines
 * instead, and never one that has the focus.
 */
@NullMarked
package dev.sevenstep.studio.outline;

import org.jspecify.annotations.NullMarked;
