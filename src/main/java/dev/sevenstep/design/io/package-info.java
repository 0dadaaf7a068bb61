/**
 * The file format. Reading goes in four steps: text to a plain tree (Maps, Lists, Strings, Numbers), the tree migrated to the
 * present version, the tree turned into records, what cannot be turned kept as a placeholder. Only this package knows the
 * JSON library; everything in between is plain collections, so a migration is a function on Maps.
 *
 * <p>What this program does not know survives a save: kinds, fields and members of a newer program, and elements that are
 * broken ({@code RoundTripTest}, {@code GoldenFilesTest}). No file can crash it ({@code MutatedFilesTest}).
 */
@NullMarked
package dev.sevenstep.design.io;

import org.jspecify.annotations.NullMarked;
