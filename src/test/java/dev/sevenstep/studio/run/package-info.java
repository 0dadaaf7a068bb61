@NullMarked
package dev.sevenstep.studio.run;

import org.jspecify.annotations.NullMarked;
