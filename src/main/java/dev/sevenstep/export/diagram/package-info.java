/** The canvas as a drawing: the geometry of the screen, painted on any {@code Graphics2D}. */
@NullMarked
package dev.sevenstep.export.diagram;

import org.jspecify.annotations.NullMarked;
