@NullMarked
package dev.sevenstep.export.picture;

import org.jspecify.annotations.NullMarked;
