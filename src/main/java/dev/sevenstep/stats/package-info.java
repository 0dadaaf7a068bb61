/** Metrics, intervals and curves as pure functions over arrays; each names its source and is checked against independent values. */
@NullMarked
package dev.sevenstep.stats;

import org.jspecify.annotations.NullMarked;
