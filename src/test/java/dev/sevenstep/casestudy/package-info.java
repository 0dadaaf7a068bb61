@NullMarked
package dev.sevenstep.casestudy;

import org.jspecify.annotations.NullMarked;
