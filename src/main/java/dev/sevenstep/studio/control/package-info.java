/** Small controls that several features share: messages, switches, cards, columns, and charts painted off the JavaFX thread. They know no document. */
@NullMarked
package dev.sevenstep.studio.control;

import org.jspecify.annotations.NullMarked;
