@NullMarked
package dev.sevenstep.export;

import org.jspecify.annotations.NullMarked;
