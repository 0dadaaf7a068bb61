/** The program's entry: picks the studio (a window) or the command line. It hands both the user's configuration folder, which design.io names. */
@org.jspecify.annotations.NullMarked
package dev.sevenstep.app;
