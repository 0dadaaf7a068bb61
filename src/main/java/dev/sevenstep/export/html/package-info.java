/**
 * A design as one HTML page that needs nothing but a browser: no request leaves it, and its policy (CSP) lets no script run but
 * its own. Without scripts it still reads: cards are links to their sections. The diagram is elements of the page, not a
 * picture, so its cards take the focus, have names for screen readers and follow light, dark and print.
 */
@NullMarked
package dev.sevenstep.export.html;

import org.jspecify.annotations.NullMarked;
