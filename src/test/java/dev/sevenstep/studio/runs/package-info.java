/** Tests of the kept runs in the window. */
@org.jspecify.annotations.NullMarked
package dev.sevenstep.studio.runs;
