@NullMarked
package dev.sevenstep.export.markdown;

import org.jspecify.annotations.NullMarked;
