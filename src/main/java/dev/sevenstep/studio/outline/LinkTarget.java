package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Link;
import java.util.Optional;

/**
 * A way to link a component with another one.
 *
 * @param kind what would flow; empty when nothing may
 * @param reason why nothing may; empty when something may
 */
record LinkTarget(Component other, Optional<Link.Kind> kind, String reason) {}
