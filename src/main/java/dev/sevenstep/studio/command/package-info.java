/** What a user can do, declared once: menus, toolbar, palette, shortcut sheet and keys all read from {@link dev.sevenstep.studio.command.Commands}. */
@NullMarked
package dev.sevenstep.studio.command;

import org.jspecify.annotations.NullMarked;
