/**
 * Designs on paper and in other programs: PDF, SVG and PNG. Everything is drawn from the model, never from a snapshot of the
 * screen, so it has real text and the same bytes for the same input whatever the window looks like. The one painter over
 * {@code Graphics2D} in {@link dev.sevenstep.export.diagram} serves all three formats.
 */
@NullMarked
package dev.sevenstep.export;

import org.jspecify.annotations.NullMarked;
