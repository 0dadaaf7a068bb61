/**
 * What differs between two designs, in words: for the preview of a recovery, the conflict of two programs on one file, the
 * list of versions, and {@code design diff}. A difference is found by comparing records, never the text of files, so it reads
 * as an edit would; what a record says beyond the words here still counts as a difference ({@code DesignDiffTest} holds that
 * the list is empty only for equal designs).
 */
@NullMarked
package dev.sevenstep.design.diff;

import org.jspecify.annotations.NullMarked;
