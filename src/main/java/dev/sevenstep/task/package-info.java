/** Work that can be watched and stopped. Knows no window and no thread of its own: whoever owns an executor runs it. */
@NullMarked
package dev.sevenstep.task;

import org.jspecify.annotations.NullMarked;
