/**
 * Drawings of other programs, as designs. A reader turns a file into a {@link dev.sevenstep.exchange.Sketch} (boxes, arrows, notes,
 * whatever the program); {@link dev.sevenstep.exchange.KindGuesser} says which kind each box may be, how sure that is, and why;
 * {@link dev.sevenstep.exchange.SketchDesign} builds the design of the kinds that the user settled on. So a guess is shown, and can
 * be changed, before anything is opened.
 *
 * <p>A drawing that Sevenstep exported carries its design ({@link dev.sevenstep.export.Marks}): nothing is guessed then, and what
 * was not touched in the other program comes back exactly ({@code RoundTripDrawingsTest}). That is why this package knows
 * {@code export}.
 *
 * <p>Files come from anywhere: no document types, no entities, nothing fetched, sizes and depths limited, numbers that are none
 * taken as 0 ({@code HostileDrawingsTest}).
 */
@NullMarked
package dev.sevenstep.exchange;

import org.jspecify.annotations.NullMarked;
