/**
 * A design as a draw.io file. It carries its source: the whole design stands as data on the root of the drawing, and each shape
 * says which element it is ({@link dev.sevenstep.export.Marks}), so that an import gets back what a drawing cannot
 * show and takes from the drawing what was changed there.
 */
@NullMarked
package dev.sevenstep.export.drawio;

import org.jspecify.annotations.NullMarked;
