@NullMarked
package dev.sevenstep.task;

import org.jspecify.annotations.NullMarked;
