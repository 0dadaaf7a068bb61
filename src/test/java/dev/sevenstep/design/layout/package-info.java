@NullMarked
package dev.sevenstep.design.layout;

import org.jspecify.annotations.NullMarked;
