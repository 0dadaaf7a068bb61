/**
 * The document. A {@link dev.sevenstep.design.Design} is an immutable value: an edit makes a new one that shares what did
 * not change, so undo is exact (keep the value from before) and any thread may read a design without a lock.
 *
 * <p>The catalogue of component kinds is data ({@code catalogue.json}); the document itself knows kinds only by id, so a
 * design from a newer program keeps kinds and fields that this one has never heard of.
 */
@NullMarked
package dev.sevenstep.design;

import org.jspecify.annotations.NullMarked;
