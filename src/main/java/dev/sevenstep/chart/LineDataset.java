package dev.sevenstep.chart;

import java.io.Serial;
import java.util.List;
import org.jfree.chart.labels.XYToolTipGenerator;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;
import org.jfree.data.xy.XYDataset;

/** Curves as JFreeChart takes them. */
final class LineDataset extends AbstractXYDataset implements XYToolTipGenerator {
    @Serial
    private static final long serialVersionUID = 1L;
    private final transient List<Line> lines;

    LineDataset(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Of the run or approach a series belongs to. */
    String id(int series) {
        return lines.get(series).id();
    }

    @Override
    public int getSeriesCount() {
        return lines.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return lines.get(series).name();
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.NONE;
    }

    @Override
    public int getItemCount(int series) {
        return lines.get(series).x().length;
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return lines.get(series).x()[item];
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public double getYValue(int series, int item) {
        return lines.get(series).y()[item];
    }

    @Override
    public String generateToolTip(XYDataset dataset, int series, int item) {
        return lines.get(series).tip().apply(lines.get(series).source()[item]);
    }
}
