package dev.sevenstep.studio.run.images;

import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Precision;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.control.Segmented;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The kind of an index, what it is built with and what a search may cost. Only what counts for the kind is shown. */
final class IndexForm extends VBox {
    private final Runnable built;
    private final Runnable searched;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final Segmented<Precision> bits = new Segmented<>(List.of(Precision.values()),
            each -> each.bits() + (each.bits() == 1 ? " bit" : " bits"), Precision.FLOAT32);
    private final Knob links;
    private final Knob construction;
    private final Knob lists;
    private final Knob efSearch;
    private final Knob nprobe;
    private final Knob rescored;
    /** While the form is made or filled, nothing is wanted. */
    private boolean loading = true;

    private enum Kind {
        EXACT("Compare with all"), OWN("HNSW"), LUCENE("HNSW by Lucene"), JVECTOR("HNSW by JVector"), IVF(
                "IVF: lists around means");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        static Kind of(IndexSpec spec) {
            return switch (spec) {
                case IndexSpec.Flat _ -> EXACT;
                case IndexSpec.Hnsw hnsw -> switch (hnsw.engine()) {
                    case OWN -> OWN;
                    case LUCENE -> LUCENE;
                    case JVECTOR -> JVECTOR;
                };
                case IndexSpec.Ivf _ -> IVF;
            };
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * @param built told when another index is wanted
     * @param searched told when searches may cost more or less
     */
    IndexForm(Runnable built, Runnable searched) {
        this.built = built;
        this.searched = searched;
        getStyleClass().add("index-form");
        kind.setId("index-kind");
        kind.setAccessibleText("Kind of index");
        kind.getItems().setAll(Kind.values());
        kind.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(kind, Priority.ALWAYS);
        kind.setValue(Kind.EXACT);
        kind.setOnAction(_ -> build());
        bits.setId("index-bits");
        bits.getStyleClass().add("small-tabs");
        bits.valueProperty().subscribe(_ -> build());
        links = new Knob("index-m", "M", "Links of a vector, twice as many in the lowest layer",
                new int[]{4, 6, 8, 12, 16, 24, 32, 48, 64}, _ -> build());
        construction = new Knob("index-ef-construction", "efConstruction",
                "Vectors in view when links are laid; more makes a better graph, slower",
                new int[]{20, 40, 60, 80, 100, 150, 200, 300, 400, 600}, _ -> build());
        lists = new Knob("index-lists", "Lists", "Groups of near vectors",
                new int[]{8, 16, 32, 48, 64, 96, 128, 192, 256, 512}, _ -> build());
        efSearch = new Knob("index-ef-search", "efSearch", "Vectors in view when searching; more finds more, slower",
                new int[]{10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 200, 256, 320, 400, 512, 640, 800,
                        1_000},
                _ -> search());
        nprobe = new Knob("index-nprobe", "nprobe", "Lists read; more finds more, slower",
                new int[]{1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128}, _ -> search());
        rescored = new Knob("index-rescored", "Compared again",
                "How many of the best by fewer bits are compared again by all bits; 0 for none",
                new int[]{0, 10, 20, 30, 40, 60, 80, 120, 160, 240, 320, 500}, _ -> search());
        links.set(16);
        construction.set(100);
        lists.set(64);
        fit();
        loading = false;
    }

    private void build() {
        if (!loading) {
            fit();
            built.run();
        }
    }

    private void search() {
        if (!loading) {
            searched.run();
        }
    }

    private void fit() {
        boolean graph = kind.getValue() != Kind.EXACT && kind.getValue() != Kind.IVF;
        Label building = title("Built with");
        Label searching = title("Each search");
        List<Node> made = graph
                ? List.of(links, construction)
                : kind.getValue() == Kind.IVF ? List.of(lists) : List.of();
        List<Node> asked = new ArrayList<>(
                graph ? List.of(efSearch) : kind.getValue() == Kind.IVF ? List.of(nprobe) : List.of());
        if (bits.getValue() != Precision.FLOAT32) {
            asked.add(rescored);
        }
        List<Node> all = new ArrayList<>(List.of(kind, new Row(new Label("A value takes"), bits)));
        if (!made.isEmpty()) {
            all.add(building);
            all.addAll(made);
        }
        if (!asked.isEmpty()) {
            all.add(searching);
            all.addAll(asked);
        }
        getChildren().setAll(all);
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    /** Shows what is in use, without telling anybody. */
    void load(IndexSpec spec, Effort effort) {
        loading = true;
        kind.setValue(Kind.of(spec));
        bits.setValue(spec.precision());
        switch (spec) {
            case IndexSpec.Flat _ -> {
            }
            case IndexSpec.Hnsw hnsw -> {
                links.set(hnsw.m());
                construction.set(hnsw.efConstruction());
            }
            case IndexSpec.Ivf ivf -> lists.set(ivf.lists());
        }
        efSearch.set(effort.efSearch());
        nprobe.set(effort.nprobe());
        rescored.set(effort.rescored());
        loading = false;
        fit();
    }

    IndexSpec spec() {
        int view = Math.max(links.get(), construction.get());
        return switch (kind.getValue()) {
            case EXACT -> new IndexSpec.Flat(bits.getValue());
            case OWN -> new IndexSpec.Hnsw(IndexSpec.Engine.OWN, links.get(), view, bits.getValue());
            case LUCENE -> new IndexSpec.Hnsw(IndexSpec.Engine.LUCENE, links.get(), view, bits.getValue());
            case JVECTOR -> new IndexSpec.Hnsw(IndexSpec.Engine.JVECTOR, links.get(), view, bits.getValue());
            case IVF -> new IndexSpec.Ivf(lists.get(), bits.getValue());
        };
    }

    Effort effort() {
        return new Effort(efSearch.get(), nprobe.get(), rescored.get());
    }
}
