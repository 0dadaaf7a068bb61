/** The program's entry: picks the studio (a window) or the command line. */
@org.jspecify.annotations.NullMarked
package dev.sevenstep.app;
