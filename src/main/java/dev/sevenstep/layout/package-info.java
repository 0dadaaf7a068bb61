/**
 * Tidying a design: where its cards should stand. It has a package of its own because only here is the Eclipse Layout Kernel
 * known ({@code ArchitectureTest}): its few hundred classes are loaded when somebody tidies, never at the start, and the
 * document must not depend on them.
 *
 * <p>The seven frames stay where they are, in reading order. A layered layout of the whole graph would pull them apart, so each
 * of the three rows of frames is laid out by itself, its frames as partitions side by side. Several variants are made and the
 * one with the fewest crossings and the shortest links is kept ({@code TidyTest} holds it against shuffled samples).
 */
@NullMarked
package dev.sevenstep.layout;

import org.jspecify.annotations.NullMarked;
