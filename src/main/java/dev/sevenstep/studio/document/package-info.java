/** The open document as the window sees it: one {@link dev.sevenstep.studio.document.DocumentSession} shared by canvas, inspector and shell. */
@NullMarked
package dev.sevenstep.studio.document;

import org.jspecify.annotations.NullMarked;
