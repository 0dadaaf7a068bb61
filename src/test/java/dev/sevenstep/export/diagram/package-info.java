@NullMarked
package dev.sevenstep.export.diagram;

import org.jspecify.annotations.NullMarked;
