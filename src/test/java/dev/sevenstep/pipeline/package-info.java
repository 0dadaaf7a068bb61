@NullMarked
package dev.sevenstep.pipeline;

import org.jspecify.annotations.NullMarked;
