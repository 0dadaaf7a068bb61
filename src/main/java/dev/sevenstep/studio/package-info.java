/**
 * The window: the only code that knows JavaFX. Features (canvas, outline, inspector, run, runs, exchange) never import each
 * other; what they share stands in theme, command, control, document and form, and only the shell puts them together.
 */
@NullMarked
package dev.sevenstep.studio;

import org.jspecify.annotations.NullMarked;
