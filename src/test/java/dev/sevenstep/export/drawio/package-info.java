@NullMarked
package dev.sevenstep.export.drawio;

import org.jspecify.annotations.NullMarked;
