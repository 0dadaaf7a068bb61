/**
 * The window: home, design and run, put together out of the features. The only package that knows all of them, and the only
 * one with threads: {@link dev.sevenstep.studio.shell.BackgroundWork} runs whatever is slow and hands results back to the
 * JavaFX thread. Views other than the first are made when first shown, so that the window stands early.
 */
@NullMarked
package dev.sevenstep.studio.shell;

import org.jspecify.annotations.NullMarked;
