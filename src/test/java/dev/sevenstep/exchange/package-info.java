@NullMarked
package dev.sevenstep.exchange;

import org.jspecify.annotations.NullMarked;
