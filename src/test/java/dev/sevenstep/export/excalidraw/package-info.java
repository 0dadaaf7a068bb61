@NullMarked
package dev.sevenstep.export.excalidraw;

import org.jspecify.annotations.NullMarked;
