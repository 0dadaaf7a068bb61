/** Small controls that several features share. They know no document. */
@NullMarked
package dev.sevenstep.studio.control;

import org.jspecify.annotations.NullMarked;
