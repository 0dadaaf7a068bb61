/**
 * Kept runs as people read them, the same in the window and on paper: side by side, and what a report tells about. Words and charts
 * are made here once from what {@code tracking} keeps; the window adds what moves, {@link dev.sevenstep.export.pdf} the pages.
 */
@NullMarked
package dev.sevenstep.export.runs;

import org.jspecify.annotations.NullMarked;
