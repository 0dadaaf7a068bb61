/**
 * A design as an Excalidraw file. It carries its source, as a draw.io file does: each element says in {@code customData} what it
 * is ({@link dev.sevenstep.export.Marks}), and the first frame has the whole design.
 */
@NullMarked
package dev.sevenstep.export.excalidraw;

import org.jspecify.annotations.NullMarked;
