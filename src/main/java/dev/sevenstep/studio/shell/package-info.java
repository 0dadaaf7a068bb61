/**
 * The window: home, design and run, put together out of the features. The only package that knows all of them, and the only
 * one with threads: {@link dev.sevenstep.studio.shell.BackgroundWork} runs whatever is slow and hands results back to the
 * JavaFX thread. Views other than the first are made when first shown, so that the window stands early.
 *
 * <p>A tab is a whole {@link dev.sevenstep.studio.shell.Shell} with its own session, history, side file and runs, so nothing in it has
 * to know that there are others; what goes from one to the other is a copy ({@code WorkspacesTest}). Before the program or a
 * window closes every document is asked about, and only then is anything closed: who changes his mind half-way has lost
 * nothing.
 *
 * <p>Of several programs with the same settings only the first opens again what was open and remembers what is open now
 * ({@link dev.sevenstep.studio.shell.FirstProgram}): a second one would write over the list and work on the same files.
 * Settings, theme and background work outlive a tab, so nothing in a tab may listen to them while it is in no window
 * ({@code ClosedTabTest}).
 */
@NullMarked
package dev.sevenstep.studio.shell;

import org.jspecify.annotations.NullMarked;
