@NullMarked
package dev.sevenstep.layout;

import org.jspecify.annotations.NullMarked;
