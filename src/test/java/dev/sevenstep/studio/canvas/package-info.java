@NullMarked
package dev.sevenstep.studio.canvas;

import org.jspecify.annotations.NullMarked;
