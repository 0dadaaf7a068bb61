/** A design as a Mermaid flowchart. */
@NullMarked
package dev.sevenstep.export.mermaid;

import org.jspecify.annotations.NullMarked;
