package dev.sevenstep.design;

/** Anything in a design that has an id: components, links, notes, groups, decisions. */
public interface Element {
    String id();
}
