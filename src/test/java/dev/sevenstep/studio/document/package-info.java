@NullMarked
package dev.sevenstep.studio.document;

import org.jspecify.annotations.NullMarked;
