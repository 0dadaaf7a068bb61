package dev.sevenstep.design.layout;

/** A place on the canvas, in canvas units (one unit is one pixel at 100 %). */
public record Point(double x, double y) {}
