@NullMarked
package dev.sevenstep.export.pdf;

import org.jspecify.annotations.NullMarked;
