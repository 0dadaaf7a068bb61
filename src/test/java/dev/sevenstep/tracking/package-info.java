@NullMarked
package dev.sevenstep.tracking;

import org.jspecify.annotations.NullMarked;
