/**
 * The design as a report. The pages are laid out from a document tree with a style sheet, pictures are drawn into it as
 * vectors, and the design file itself is attached so that the PDF opens again as a design.
 *
 * <p>The tree is built node by node, not as text, so nothing a user writes can be taken for markup.
 */
@NullMarked
package dev.sevenstep.export.pdf;

import org.jspecify.annotations.NullMarked;
