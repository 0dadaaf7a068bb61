@NullMarked
package dev.sevenstep.export.mermaid;

import org.jspecify.annotations.NullMarked;
