/** The canvas as an SVG or PNG file. */
@NullMarked
package dev.sevenstep.export.picture;

import org.jspecify.annotations.NullMarked;
