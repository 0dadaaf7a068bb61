/**
 * Forms over the design: an editor for each type of field, texts tied to the document, decisions. Inspector and outline show
 * the same forms, and features may not import each other, so the forms stand here. Every keystroke that makes sense is an edit
 * of the design at once; edits of one field in a row are one entry of the history. What makes no sense stays in its field with
 * the reason under it and never reaches the design (held by {@code InspectorViewTest}).
 */
@NullMarked
package dev.sevenstep.studio.form;

import org.jspecify.annotations.NullMarked;
