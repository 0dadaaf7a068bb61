@NullMarked
package dev.sevenstep.design.diff;

import org.jspecify.annotations.NullMarked;
