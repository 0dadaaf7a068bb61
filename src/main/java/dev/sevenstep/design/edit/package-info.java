/**
 * Changes to a design. An {@link dev.sevenstep.design.edit.Edit} is a name and a function from one immutable design to the
 * next; the {@link dev.sevenstep.design.edit.History} keeps the designs before and after. No edit needs an inverse written by
 * hand, so undo is exact by construction ({@code HistoryTest} holds it against a list of all past designs).
 * Whatever an edit does to the frames, notes and groups go with the frame they stand in ({@code CarriedTest}).
 */
@NullMarked
package dev.sevenstep.design.edit;

import org.jspecify.annotations.NullMarked;
