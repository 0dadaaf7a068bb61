/**
 * What is asked before a design goes to another program or comes from one: the format and its options, and for each box of a drawing
 * the kind it is taken for. The panes know no files; the shell reads and writes.
 */
@NullMarked
package dev.sevenstep.studio.exchange;

import org.jspecify.annotations.NullMarked;
