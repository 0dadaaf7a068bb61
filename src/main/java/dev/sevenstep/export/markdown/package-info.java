/** A design as a Markdown document. */
@NullMarked
package dev.sevenstep.export.markdown;

import org.jspecify.annotations.NullMarked;
