/** Light and dark: AtlantaFX, our style sheet and the bundled text font. */
@NullMarked
package dev.sevenstep.studio.theme;

import org.jspecify.annotations.NullMarked;
