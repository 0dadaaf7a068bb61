/**
 * The command line: thin subcommands over the services that the window uses. Results go to standard output, progress and errors
 * to standard error, so that {@code --json} can be piped.
 */
@NullMarked
package dev.sevenstep.cli;

import org.jspecify.annotations.NullMarked;
