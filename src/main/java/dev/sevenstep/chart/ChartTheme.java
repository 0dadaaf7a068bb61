package dev.sevenstep.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** How every chart looks: colours, fonts, lines. */
public record ChartTheme(Palette palette, ChartFonts fonts) {
    /** Of axis and tick labels, at scale 1. */
    public static final float TEXT_SIZE = 11f;
    private static final float TITLE_SIZE = 13f;

    /** The width of the line of an approach in focus. */
    public static Stroke strong() {
        return new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** A thin solid line. */
    public static Stroke thin() {
        return new BasicStroke(1f);
    }

    /** A thin dashed line, for references and optima. */
    public static Stroke dashed() {
        return new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[]{4f, 3f}, 0f);
    }

    /** {@code color} with part of what lies below shining through; {@code alpha} in 0..1. */
    public static Color translucent(Color color, double alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(alpha * 255));
    }

    /** Gives a plot its ground, grid and axes. */
    public void style(XYPlot plot) {
        plot.setBackgroundPaint(palette.surface());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(palette.subtle());
        plot.setRangeGridlineStroke(thin());
        plot.setRangeZeroBaselineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        // The figure below the end of an axis stands out by half of itself.
        plot.setInsets(new RectangleInsets(6, 2, 2, 18));
        style(plot.getDomainAxis());
        style(plot.getRangeAxis());
        plot.getDomainAxis().setAxisLinePaint(palette.line());
        plot.getRangeAxis().setAxisLineVisible(false);
        // Room above and below keeps the figures of a tall axis apart.
        plot.getRangeAxis().setTickLabelInsets(new RectangleInsets(7, 4, 7, 5));
    }

    private void style(ValueAxis axis) {
        axis.setLabelFont(fonts.regular(TEXT_SIZE));
        axis.setLabelPaint(palette.muted());
        axis.setTickLabelFont(fonts.regular(TEXT_SIZE));
        axis.setTickLabelPaint(palette.muted());
        axis.setTickMarksVisible(false);
        axis.setMinorTickMarksVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(3, 4, 3, 5));
        axis.setLabelInsets(new RectangleInsets(1, 2, 1, 2));
        axis.setAxisLineStroke(thin());
    }

    /**
     * A chart around a plot, without title or legend: the card around it has them. The title of the vertical axis goes
     * above the axis, where it reads without turning the head and leaves the width to the plot.
     */
    public JFreeChart bare(XYPlot plot) {
        JFreeChart chart = new JFreeChart(null, fonts.semiBold(TITLE_SIZE), plot, false);
        chart.setBackgroundPaint(palette.surface());
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        chart.setElementHinting(false);
        ValueAxis range = plot.getRangeAxis();
        if (range.getLabel() != null) {
            chart.addSubtitle(line(range.getLabel(), fonts.regular(TEXT_SIZE), palette.muted()));
            range.setLabel(null);
        }
        if (hasOwnLegend(plot)) {
            chart.addSubtitle(legend(plot));
        }
        return chart;
    }

    /** Some plots cannot be read without a legend, in a card either: they have fixed items for it. */
    private static boolean hasOwnLegend(XYPlot plot) {
        return plot.getFixedLegendItems() != null;
    }

    private LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(fonts.regular(TEXT_SIZE));
        legend.setItemPaint(palette.foreground());
        legend.setBackgroundPaint(palette.surface());
        legend.setFrame(BlockBorder.NONE);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setMargin(6, 0, 0, 0);
        return legend;
    }

    /** Adds title, subtitle and legend for a chart that stands alone. */
    void entitle(JFreeChart chart, String title, String subtitle) {
        chart.setPadding(new RectangleInsets(10, 10, 10, 10));
        chart.addSubtitle(0, line(title, fonts.semiBold(TITLE_SIZE), palette.foreground()));
        if (!subtitle.isEmpty()) {
            chart.addSubtitle(1, line(subtitle, fonts.regular(TEXT_SIZE), palette.muted()));
        }
        XYPlot plot = chart.getXYPlot();
        if (plot.getLegendItems().getItemCount() > 0 && !hasOwnLegend(plot)) {
            chart.addSubtitle(legend(plot));
        }
    }

    private static TextTitle line(String text, java.awt.Font font, Color color) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(color);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setMargin(0, 4, 2, 0);
        return title;
    }
}
