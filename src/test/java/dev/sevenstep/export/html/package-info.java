@NullMarked
package dev.sevenstep.export.html;

import org.jspecify.annotations.NullMarked;
