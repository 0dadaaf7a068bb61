/**
 * Designs on paper and in other programs. {@link dev.sevenstep.export.ExportFormat} is the one list of formats, which window
 * and command line share; each has a package with its writer. Everything is made from the model, never from a snapshot of the
 * screen, so it has real text and the same bytes for the same input whatever the window looks like. The one painter over
 * {@code Graphics2D} in {@link dev.sevenstep.export.diagram} serves PDF, SVG and PNG.
 *
 * <p>Text of a design is never trusted: every writer takes it through {@link dev.sevenstep.export.CleanText} and escapes what
 * means something in its format; the tests of all writers share one {@code HostileDesign}.
 */
@NullMarked
package dev.sevenstep.export;

import org.jspecify.annotations.NullMarked;
