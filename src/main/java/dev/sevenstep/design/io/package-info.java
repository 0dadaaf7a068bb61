/**
 * The file format. Reading goes in four steps: text to a plain tree (Maps, Lists, Strings, Numbers), the tree migrated to the
 * present version, the tree turned into records, what cannot be turned kept as a placeholder. Only this package knows the
 * JSON library; everything in between is plain collections, so a migration is a function on Maps.
 *
 * <p>What this program does not know survives a save: kinds, fields and members of a newer program, and elements that are
 * broken ({@code RoundTripTest}, {@code GoldenFilesTest}). No file can crash it ({@code MutatedFilesTest}).
 *
 * <p>Nothing that was written is lost. A save replaces the file atomically and only where it still holds what was last seen of
 * it ({@code DesignStoreTest}, {@code AtomicSaveTest}); what it replaces becomes one of ten versions; unsaved work lies in a side
 * file at most two seconds old ({@code AutosaveTest}, {@code KillBenchmark}). A drive that does not answer holds up only the document that lies on
 * it. Whether somebody changed a file is decided by its
 * content, not by its time. Whether unsaved work is worth an offer is decided by comparing designs: since a save first keeps
 * what it saves, a side file that differs from its file holds something the file does not.
 */
@NullMarked
package dev.sevenstep.design.io;

import org.jspecify.annotations.NullMarked;
