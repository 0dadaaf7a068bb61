/**
 * The window: home, design and run, put together out of the features. The only package that knows all of them, and the only
 * one with threads: {@link dev.sevenstep.studio.shell.BackgroundWork} runs whatever is slow and hands results back to the
 * JavaFX thread. Views other than the first are made when first shown, so that the window stands early.
 *
 * <p>A tab is a whole {@link dev.sevenstep.studio.shell.Shell} with its own session, history, side file and runs, so nothing in it has
 * to know that there are others; what goes from one to the other is a copy ({@code WorkspacesTest}). Before the program or a
 * window closes every document is asked about, and only then is anything closed: who changes his mind half-way has lost
 * nothing.
 */
@NullMarked
package dev.sevenstep.studio.shell;

import org.jspecify.annotations.NullMarked;
