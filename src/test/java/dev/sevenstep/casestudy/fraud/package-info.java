@NullMarked
package dev.sevenstep.casestudy.fraud;

import org.jspecify.annotations.NullMarked;
