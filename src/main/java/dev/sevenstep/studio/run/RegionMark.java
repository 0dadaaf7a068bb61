package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.ChartPicture;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Shows on a chart where the rows lie that the table lists. Only a node is moved; the chart is not painted again. */
final class RegionMark extends Region {
    private static final double LEAST = 4;

    private final ChartPane pane;
    private final RunModel model;
    private final ChartRegions regions;
    private ChartKind kind;

    RegionMark(ChartPane pane, RunModel model, ChartRegions regions, ChartKind kind) {
        this.pane = pane;
        this.model = model;
        this.regions = regions;
        this.kind = kind;
        getStyleClass().add("region-mark");
        setManaged(false);
        setMouseTransparent(true);
        pane.getChildren().add(this);
        pane.pictureProperty().subscribe(_ -> place());
        model.filterProperty().subscribe(_ -> place());
    }

    void setKind(ChartKind shown) {
        kind = shown;
        place();
    }

    private void place() {
        Optional<ChartPicture> picture = pane.pictureProperty().get();
        Optional<ChartRegions.Extent> extent = model.filterProperty().get() instanceof RowFilter.Region region
                ? regions.extent(kind, region)
                : Optional.empty();
        setVisible(picture.isPresent() && extent.isPresent());
        if (picture.isPresent() && extent.isPresent()) {
            Rectangle2D area = picture.get().area();
            double left = picture.get().x(extent.get().from());
            double width = Math.max(LEAST, picture.get().x(extent.get().to()) - left);
            resizeRelocate(Math.rint(left), area.getMinY(), Math.rint(width), area.getHeight());
        }
    }
}
