package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.stats.Calibration;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Whether a score of 0.3 happens three times in ten: share of positives over mean score, in ten bins of equal width. */
public final class CalibrationChart {
    /** Bins over the scores 0 to 1. */
    public static final int BINS = 10;

    private CalibrationChart() {
    }

    private record Series(Approach approach, List<Calibration.Bin> bins) {}

    static Chart of(RunCharts run, Selection selection) {
        List<Series> series = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Approach approach : selection.of(run.result())) {
            List<Calibration.Bin> bins = Calibration
                    .reliability(run.test().labels(), approach.scores(), BINS, Calibration.Binning.EQUAL_WIDTH)
                    .stream().filter(bin -> bin.count() > 0).toList();
            series.add(new Series(approach, bins));
            for (Calibration.Bin bin : bins) {
                rows.add(List.of(approach.name(), bin.low(), bin.high(), bin.count(), bin.positives(), bin.meanScore(),
                        bin.rate(), bin.interval().low(), bin.interval().high()));
            }
        }
        return new Chart("calibration", ChartKind.CALIBRATION.title(), "10 bins · 95 % intervals",
                "Share of positives over mean score in ten bins; on the dashed diagonal a score means what it says.",
                new ChartTable(List.of(new Column("approach", ""), new Column("score from", ""),
                        new Column("score to", ""), new Column("rows", ""), new Column("positives", ""),
                        new Column("mean score", ""), new Column("share of positives", ""),
                        new Column("95 % low", ""), new Column("95 % high", "")), rows),
                theme -> plot(series, run, selection, theme));
    }

    private static Line line(Series series) {
        List<Calibration.Bin> bins = series.bins();
        String name = series.approach().name();
        return Line.straight(series.approach().id(), name,
                bins.stream().mapToDouble(Calibration.Bin::meanScore).toArray(),
                bins.stream().mapToDouble(Calibration.Bin::rate).toArray(), i -> {
                    Calibration.Bin bin = bins.get(i);
                    return name + ", mean score " + Numbers.fixed(bin.meanScore(), 3) + ": "
                            + Numbers.fixed(bin.rate(), 3) + " positive (95 % "
                            + Numbers.fixed(bin.interval().low(), 3) + " to " + Numbers.fixed(bin.interval().high(), 3)
                            + "), " + Numbers.whole(bin.positives()) + " of " + Numbers.whole(bin.count()) + " rows";
                });
    }

    private static XYPlot plot(List<Series> all, RunCharts run, Selection selection, ChartTheme theme) {
        XYPlot plot = LinePlot.of(all.stream().map(CalibrationChart::line).toList(), run.result().approaches(),
                selection, theme, Axes.unit("mean score"), Axes.unit("share of positives"));
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
        for (int i = 0; i < plot.getSeriesCount(); i++) {
            boolean focus = i == plot.getSeriesCount() - 1;
            double radius = focus ? 3.5 : 2;
            renderer.setSeriesShape(i, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
            renderer.setSeriesShapesVisible(i, true);
        }
        plot.addAnnotation(CurveChart.diagonal(theme));
        var looks = Look.of(run.result().approaches(), theme.palette());
        for (Series series : all) {
            Look look = looks.get(series.approach().id());
            if (look != null && series.approach().id().equals(selection.focus())) {
                for (Calibration.Bin bin : series.bins()) {
                    plot.addAnnotation(new XYLineAnnotation(bin.meanScore(), bin.interval().low(), bin.meanScore(),
                            bin.interval().high(), ChartTheme.thin(), look.color()));
                }
            }
        }
        return plot;
    }
}
