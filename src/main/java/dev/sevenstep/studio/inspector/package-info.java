/**
 * The right-hand panel: what is selected as a form. Every keystroke that makes sense is an edit of the design at once; edits
 * of one field in a row are one entry of the history. What makes no sense stays in its field with the reason under it and
 * never reaches the design (held by {@code InspectorViewTest}).
 */
@NullMarked
package dev.sevenstep.studio.inspector;

import org.jspecify.annotations.NullMarked;
