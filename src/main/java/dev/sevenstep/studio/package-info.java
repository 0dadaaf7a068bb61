/**
 * The window: the only code that knows JavaFX. Features (canvas, inspector, run) never import each other; what they share
 * stands in theme, command, control and document, and only the shell puts them together.
 */
@NullMarked
package dev.sevenstep.studio;

import org.jspecify.annotations.NullMarked;
