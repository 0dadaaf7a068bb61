package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import java.awt.Color;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.labels.XYToolTipGenerator;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.DomainOrder;
import org.jfree.data.Range;
import org.jfree.data.xy.AbstractIntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/** How many rows of each class score how much, for the approach in focus; counts on a log axis, for positives are rare. */
public final class ScoreChart {
    /** Bars over the scores 0 to 1. */
    public static final int BINS = 40;
    /** Where the log axis starts: a bar of one row is seen. */
    private static final double FLOOR = 0.7;

    private ScoreChart() {
    }

    /** The bar that a score falls into. */
    public static int bin(double score) {
        return Math.clamp((int) (score * BINS), 0, BINS - 1);
    }

    static Chart of(RunCharts run, Selection selection) {
        Optional<Approach> focus = run.approach(selection.focus());
        long[][] counts = new long[2][BINS];
        boolean[] labels = run.test().labels();
        focus.ifPresent(approach -> {
            for (int row = 0; row < labels.length; row++) {
                counts[labels[row] ? 1 : 0][bin(approach.scores()[row])]++;
            }
        });
        List<List<Object>> rows = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            rows.add(List.of((double) bin / BINS, (bin + 1.0) / BINS, counts[1][bin], counts[0][bin]));
        }
        return new Chart("scores", ChartKind.SCORES.title(), focus.map(Approach::name).orElse(""),
                "Number of positive and negative rows by score, counts on a logarithmic axis.",
                new ChartTable(List.of(new Column("score from", ""), new Column("score to", ""),
                        new Column("positives", "rows"), new Column("negatives", "rows")), rows),
                theme -> plot(new Bars(counts), theme));
    }

    private static XYPlot plot(Bars bars, ChartTheme theme) {
        LogAxis range = new LogAxis("rows (log)", new double[0], Numbers::brief);
        range.setRange(new Range(FLOOR, Math.max(10, bars.most() * 1.6)));
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setUseYInterval(true);
        renderer.setMargin(0.08);
        renderer.setDrawBarOutline(false);
        renderer.setDefaultToolTipGenerator(bars);
        Color quiet = theme.palette().muted();
        renderer.setSeriesPaint(0, ChartTheme.translucent(quiet, 0.35));
        renderer.setSeriesPaint(1, ChartTheme.translucent(theme.palette().bad(), 0.72));
        XYPlot plot = new XYPlot(bars, Axes.unit("score"), range, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        theme.style(plot);
        return plot;
    }

    /** Two bars a bin, from the foot of the axis to the count. */
    private static final class Bars extends AbstractIntervalXYDataset implements XYToolTipGenerator {
        @Serial
        private static final long serialVersionUID = 1L;
        private final long[][] counts;

        Bars(long[][] counts) {
            this.counts = counts;
        }

        long most() {
            long most = 1;
            for (long[] row : counts) {
                for (long count : row) {
                    most = Math.max(most, count);
                }
            }
            return most;
        }

        @Override
        public int getSeriesCount() {
            return 2;
        }

        @Override
        public Comparable<?> getSeriesKey(int series) {
            return series == 1 ? "positives" : "negatives";
        }

        @Override
        public DomainOrder getDomainOrder() {
            return DomainOrder.ASCENDING;
        }

        @Override
        public int getItemCount(int series) {
            return BINS;
        }

        @Override
        public Number getX(int series, int item) {
            return (item + 0.5) / BINS;
        }

        @Override
        public Number getY(int series, int item) {
            return Math.max(FLOOR, counts[series][item]);
        }

        @Override
        public Number getStartX(int series, int item) {
            return (double) item / BINS;
        }

        @Override
        public Number getEndX(int series, int item) {
            return (item + 1.0) / BINS;
        }

        @Override
        public Number getStartY(int series, int item) {
            return FLOOR;
        }

        @Override
        public Number getEndY(int series, int item) {
            return getY(series, item);
        }

        @Override
        public String generateToolTip(XYDataset dataset, int series, int item) {
            return "score " + Numbers.fixed((double) item / BINS, 3) + " to " + Numbers.fixed((item + 1.0) / BINS, 3)
                    + ": " + Numbers.whole(counts[1][item]) + " positives, " + Numbers.whole(counts[0][item])
                    + " negatives";
        }
    }
}
