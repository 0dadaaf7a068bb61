package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The knobs of the image search. */
final class ImageSearchOptions {
    static final String DATA = "data";
    static final String PROTOCOL = "protocol";
    static final String EMBEDDINGS = "embeddings";
    static final String COMPONENTS = "components";
    static final String HOG_SIDE = "hogSide";
    static final String EPOCHS = "epochs";
    static final String MODEL = "model";
    static final String MODEL_OUTPUT = "modelOutput";
    static final String MODEL_SCALE = "modelScale";
    static final String INDEX = "index";
    static final String BITS = "bits";
    static final String M = "m";
    static final String EF_CONSTRUCTION = "efConstruction";
    static final String EF_SEARCH = "efSearch";
    static final String LISTS = "lists";
    static final String NPROBE = "nprobe";
    static final String RESCORED = "rescored";
    static final String REPLICATES = "replicates";

    static final String AUTOMATIC = "automatic";
    static final String HELD_OUT = "held-out";
    static final String LEAVE_ONE_OUT = "leave-one-out";

    private static final String EVERY = "every";
    /** A cell is a seventh of the side. */
    private static final int HOG_CELLS = 7;

    private ImageSearchOptions() {
    }

    static List<Parameter> parameters() {
        return List.of(
                new Parameter.File(DATA, "Pictures",
                        "A folder with a folder for each class of JPEG and PNG files, or IDX pictures with their labels beside"
                                + " them. Empty: the test set of Fashion-MNIST, which comes with the program.",
                        List.of("gz", "idx3-ubyte"), true),
                new Parameter.Choice(PROTOCOL, "Queries", "What is searched for.",
                        List.of(new Parameter.Option(AUTOMATIC,
                                "Hold out where there are IDX files, leave one out in folders"),
                                new Parameter.Option(HELD_OUT,
                                        "Hold out the last fifth: of an IDX file, or of each folder"),
                                new Parameter.Option(LEAVE_ONE_OUT,
                                        "Leave each picture out in turn and search for it")),
                        AUTOMATIC),
                new Parameter.Several(EMBEDDINGS, "Embeddings", "How a picture becomes a vector.",
                        List.of(new Parameter.Option("raw", "Raw pixels"),
                                new Parameter.Option("centred", "Pixels less their mean"),
                                new Parameter.Option("pca", "PCA"),
                                new Parameter.Option("histogram", "Colour histogram"),
                                new Parameter.Option("hog", "Histograms of gradients"),
                                new Parameter.Option("perceptron", "Perceptron trained here"),
                                new Parameter.Option("mobilenet", "MobileNetV2"))),
                new Parameter.Whole(COMPONENTS, "PCA components", "Length of its vectors.", "", 64, 2, Levels.COUNT),
                new Parameter.Whole(HOG_SIDE, "Side for gradients",
                        "Pictures are brought to this square; more shows more detail, which is not always better.",
                        "px",
                        Levels.SIDE, 2 * HOG_CELLS, 224),
                new Parameter.Whole(EPOCHS, "Perceptron passes",
                        "Over the catalogue, at most; it stops earlier when it no"
                                + " longer gets better.",
                        "passes", 30, 1, 200),
                new Parameter.File(MODEL, "Own network",
                        "An .onnx file that makes a vector of a picture: one more embedding. Empty for none.",
                        List.of("onnx")),
                new Parameter.Text(MODEL_OUTPUT, "Its output", "The output to take; empty for the first.", ""),
                new Parameter.Choice(MODEL_SCALE, "Its scale", "What it takes black and white to be.",
                        List.of(new Parameter.Option("-1..1", "−1 to 1"), new Parameter.Option("0..1", "0 to 1"),
                                new Parameter.Option("0..255", "0 to 255"),
                                new Parameter.Option("imagenet", "ImageNet's means and deviations")),
                        "-1..1"),
                new Parameter.Choice(INDEX, "Index", "How the nearest vectors are found.",
                        List.of(new Parameter.Option("exact", "Compare with all"), new Parameter.Option("hnsw", "HNSW"),
                                new Parameter.Option("hnsw-lucene", "HNSW by Lucene"),
                                new Parameter.Option("hnsw-jvector", "HNSW by JVector"),
                                new Parameter.Option("ivf", "IVF: lists around means"),
                                new Parameter.Option(EVERY, "Each of these with each embedding")),
                        "hnsw"),
                new Parameter.Choice(BITS, "Bits a value",
                        "For the first comparison; the best are compared again by their full vectors.",
                        Arrays.stream(Precision.values())
                                .map(each -> new Parameter.Option(String.valueOf(each.bits()), each.label())).toList(),
                        "32"),
                new Parameter.Whole(M, "M", "HNSW: links of a vector, twice as many in the lowest layer.", "links", 16,
                        2,
                        128),
                new Parameter.Whole(EF_CONSTRUCTION, "efConstruction",
                        "HNSW: vectors kept in view while a vector looks for its links; at least M.", "vectors", 100, 2,
                        4_096),
                new Parameter.Whole(EF_SEARCH, "efSearch", "HNSW: vectors kept in view while searching.", "vectors", 64,
                        1,
                        4_096),
                new Parameter.Whole(LISTS, "Lists", "IVF: how many.", "lists", 64, 1, 65_536),
                new Parameter.Whole(NPROBE, "nprobe", "IVF: lists read for a query.", "lists", 8, 1, 65_536),
                new Parameter.Whole(RESCORED, "Compared again",
                        "With fewer bits: how many of the best are compared by their full vectors.", "vectors", 40, 0,
                        10_000),
                new Parameter.Whole(REPLICATES, "Bootstrap replicates",
                        "Resamples of the queries behind each interval; 0 gives no intervals.", "", 200, 0, 2_000));
    }

    /** In the order to show them. */
    static List<Embedding> embeddings(ParameterValues values) {
        List<String> chosen = values.several(EMBEDDINGS);
        boolean all = values.text(EMBEDDINGS).equals(Parameter.Several.ALL);
        int side = values.whole(HOG_SIDE);
        List<Embedding> embeddings = new ArrayList<>(
                List.of(new Pixels(false), new Pixels(true), new Pca(values.whole(COMPONENTS)), new ColourHistogram(),
                        new Hog(side, side / HOG_CELLS), new PerceptronFeatures(values.whole(EPOCHS)),
                        OnnxFeatures.shipped(!all)));
        embeddings.removeIf(embedding -> !chosen.contains(embedding.id()));
        if (!values.text(MODEL).isBlank()) {
            embeddings.add(new OnnxFeatures(values.text(MODEL), values.text(MODEL_OUTPUT),
                    OnnxNetwork.Scale.of(values.text(MODEL_SCALE)), true));
        }
        return embeddings;
    }

    /**
     * An index to build of each embedding.
     *
     * @param suffix of the approach's id
     */
    record Indexed(String suffix, IndexSpec spec) {}

    static List<Indexed> indexes(ParameterValues values) {
        Precision precision = Precision.ofBits(Integer.parseInt(values.text(BITS)));
        int m = values.whole(M);
        int construction = Math.max(m, values.whole(EF_CONSTRUCTION));
        List<Indexed> all = List.of(new Indexed("exact", new IndexSpec.Flat(precision)),
                new Indexed("hnsw", new IndexSpec.Hnsw(IndexSpec.Engine.OWN, m, construction, precision)),
                new Indexed("hnsw-lucene", new IndexSpec.Hnsw(IndexSpec.Engine.LUCENE, m, construction, precision)),
                new Indexed("hnsw-jvector", new IndexSpec.Hnsw(IndexSpec.Engine.JVECTOR, m, construction, precision)),
                new Indexed("ivf", new IndexSpec.Ivf(values.whole(LISTS), precision)));
        String wanted = values.text(INDEX);
        return wanted.equals(EVERY)
                ? all
                : all.stream().filter(each -> each.suffix().equals(wanted)).toList();
    }

    static Effort effort(ParameterValues values) {
        return new Effort(values.whole(EF_SEARCH), values.whole(NPROBE), values.whole(RESCORED));
    }
}
