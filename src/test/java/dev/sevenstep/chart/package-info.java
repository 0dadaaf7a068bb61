@NullMarked
package dev.sevenstep.chart;

import org.jspecify.annotations.NullMarked;
