/**
 * Charts from the results of runs. A {@link dev.sevenstep.chart.Chart} holds its figures as a table and draws itself in any
 * {@link dev.sevenstep.chart.ChartTheme}, so window, file and PDF show the same picture and every picture has its table.
 * Colours stand in {@link dev.sevenstep.chart.Palette} and nowhere else ({@code PaletteTest} holds that the colours of
 * approaches stay apart for colour-blind readers). No window toolkit: charts are also drawn without a display.
 */
@NullMarked
package dev.sevenstep.chart;

import org.jspecify.annotations.NullMarked;
