/**
 * The right-hand panel: what is selected as a form. A new selection makes a new form, an edit only refreshes it. The editors
 * themselves are those of {@link dev.sevenstep.studio.form}.
 */
@NullMarked
package dev.sevenstep.studio.inspector;

import org.jspecify.annotations.NullMarked;
