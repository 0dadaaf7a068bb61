@NullMarked
package dev.sevenstep.stats;

import org.jspecify.annotations.NullMarked;
