/**
 * The design as a report, alone or with a run, and reports of kept runs. The pages are laid out from a document tree with a style sheet, pictures are drawn into it as
 * vectors, and the design file itself is attached so that the PDF opens again as a design.
 *
 * <p>Space between parts is always below a part, because the layout engine keeps space above one even where a page begins with it
 * (PdfReportTest#partsThatBeginAPageStandAtItsTop).
 *
 * <p>The tree is built node by node, not as text, so nothing a user writes can be taken for markup.
 */
@NullMarked
package dev.sevenstep.export.pdf;

import org.jspecify.annotations.NullMarked;
