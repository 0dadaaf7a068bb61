package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.pipeline.vectors.Precision;
import dev.sevenstep.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The test of a search among pictures: names and classes of the pictures, what each query found, the figures behind the charts. The
 * pictures themselves stay with the data, where they are found by name.
 */
final class KeptNeighbours {
    private static final int MOST_SEARCHES = 1_000;

    private KeptNeighbours() {
    }

    static void write(KeptOutput out, ImageTest test) throws IOException {
        out.texts(test.classes());
        gallery(out, test.catalogue());
        gallery(out, test.queries());
        out.flag(test.leaveOneOut());
        out.whole(test.cutoff());
        out.text(test.note());
        out.whole(test.skipped().size());
        for (ImageTest.Skipped file : test.skipped()) {
            out.text(file.file());
            out.text(file.reason());
        }
        // The exact neighbours of an embedding are those of all its indexes.
        List<Neighbours[]> answers = new ArrayList<>();
        for (ImageSearch search : test.searches().values()) {
            place(answers, search.exact());
            place(answers, search.found());
        }
        out.whole(answers.size());
        for (Neighbours[] each : answers) {
            answers(out, each);
        }
        out.whole(test.searches().size());
        for (Map.Entry<String, ImageSearch> entry : test.searches().entrySet()) {
            out.text(entry.getKey());
            search(out, entry.getValue(), answers);
        }
    }

    private static int place(List<Neighbours[]> answers, Neighbours[] wanted) {
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) == wanted) {
                return i;
            }
        }
        answers.add(wanted);
        return answers.size() - 1;
    }

    private static void gallery(KeptOutput out, ImageTest.Gallery gallery) throws IOException {
        out.whole(gallery.size());
        for (int item = 0; item < gallery.size(); item++) {
            out.whole(gallery.label(item));
            out.text(gallery.name(item));
        }
    }

    private static void answers(KeptOutput out, Neighbours[] answers) throws IOException {
        out.whole(answers.length);
        for (Neighbours answer : answers) {
            out.wholes(answer.ids());
            out.floats(answer.distances());
            out.number(answer.compared());
        }
    }

    private static void search(KeptOutput out, ImageSearch search, List<Neighbours[]> answers) throws IOException {
        out.text(search.embedding().id());
        out.text(search.embedding().version());
        out.whole(search.embedding().dimension());
        out.whole(place(answers, search.exact()));
        out.whole(place(answers, search.found()));
        out.whole(search.classes().size());
        for (ImageSearch.ClassFigures figures : search.classes()) {
            out.whole(figures.queries());
            out.real(figures.precision());
            out.real(figures.recall());
        }
        effort(out, search.effort());
        out.whole(search.points().size());
        for (ImageSearch.EffortPoint point : search.points()) {
            out.text(point.label());
            effort(out, point.effort());
            out.real(point.recall());
            out.real(point.compared());
            out.real(point.queriesPerSecond());
            out.real(point.p50Micros());
            out.real(point.p99Micros());
        }
        index(out, search.searcher().index());
        out.real(search.searcher().bytesPerVector());
    }

    private static void effort(KeptOutput out, Effort effort) throws IOException {
        out.whole(effort.efSearch());
        out.whole(effort.nprobe());
        out.whole(effort.rescored());
    }

    private static void index(KeptOutput out, IndexSpec spec) throws IOException {
        out.text(spec.precision().name());
        switch (spec) {
            case IndexSpec.Flat _ -> out.text("flat");
            case IndexSpec.Hnsw hnsw -> {
                out.text("hnsw");
                out.text(hnsw.engine().name());
                out.whole(hnsw.m());
                out.whole(hnsw.efConstruction());
            }
            case IndexSpec.Ivf ivf -> {
                out.text("ivf");
                out.whole(ivf.lists());
            }
        }
    }

    /**
     * @param pictures finds a picture by its name
     * @throws IllegalArgumentException when the file says something that cannot be
     */
    static ImageTest read(KeptInput in, Function<String, Picture> pictures) throws IOException {
        List<String> classes = in.texts();
        ImageTest.Gallery catalogue = gallery(in, classes.size(), pictures);
        ImageTest.Gallery queries = gallery(in, classes.size(), pictures);
        boolean leaveOneOut = in.flag();
        int cutoff = in.whole();
        String note = in.text();
        List<ImageTest.Skipped> skipped = new ArrayList<>();
        int files = in.count(KeptInput.MOST);
        for (int i = 0; i < files; i++) {
            skipped.add(new ImageTest.Skipped(in.text(), in.text()));
        }
        List<Neighbours[]> answers = new ArrayList<>();
        int sets = in.count(MOST_SEARCHES);
        for (int i = 0; i < sets; i++) {
            answers.add(answers(in, queries.size(), catalogue.size()));
        }
        Map<String, ImageSearch> searches = new LinkedHashMap<>();
        int count = in.count(MOST_SEARCHES);
        for (int i = 0; i < count; i++) {
            searches.put(in.text(), search(in, answers, leaveOneOut));
        }
        return new ImageTest(classes, catalogue, queries, leaveOneOut, cutoff, note, skipped, searches);
    }

    private static ImageTest.Gallery gallery(KeptInput in, int classes, Function<String, Picture> pictures)
            throws IOException {
        int size = in.count(KeptInput.MOST);
        int[] labels = new int[size];
        String[] names = new String[size];
        for (int i = 0; i < size; i++) {
            labels[i] = in.count(classes - 1);
            names[i] = in.text();
        }
        return new Named(labels, names, pictures);
    }

    private static Neighbours[] answers(KeptInput in, int queries, int items) throws IOException {
        Neighbours[] answers = new Neighbours[in.count(queries)];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = new Neighbours(in.wholes(), in.floats(), in.number());
            for (int id : answers[i].ids()) {
                if (id < 0 || id >= items) {
                    throw new IOException("its neighbours are damaged");
                }
            }
        }
        return answers;
    }

    private static ImageSearch search(KeptInput in, List<Neighbours[]> answers, boolean leaveOneOut)
            throws IOException {
        ImageSearch.EmbeddingId embedding = new ImageSearch.EmbeddingId(in.text(), in.text(), in.whole());
        Neighbours[] exact = answers.get(in.count(answers.size() - 1));
        Neighbours[] found = answers.get(in.count(answers.size() - 1));
        List<ImageSearch.ClassFigures> classes = new ArrayList<>();
        int count = in.count(KeptInput.MOST);
        for (int i = 0; i < count; i++) {
            classes.add(new ImageSearch.ClassFigures(in.whole(), in.real(), in.real()));
        }
        Effort effort = effort(in);
        List<ImageSearch.EffortPoint> points = new ArrayList<>();
        int efforts = in.count(MOST_SEARCHES);
        for (int i = 0; i < efforts; i++) {
            points.add(new ImageSearch.EffortPoint(in.text(), effort(in), in.real(), in.real(), in.real(), in.real(),
                    in.real()));
        }
        Repeating searcher = new Repeating(index(in), in.real(), exact, found, leaveOneOut);
        return new ImageSearch(embedding, exact, found, classes, effort, points, searcher);
    }

    private static Effort effort(KeptInput in) throws IOException {
        return new Effort(in.whole(), in.whole(), in.whole());
    }

    private static IndexSpec index(KeptInput in) throws IOException {
        Precision precision = Precision.valueOf(in.text());
        String kind = in.text();
        return switch (kind) {
            case "flat" -> new IndexSpec.Flat(precision);
            case "hnsw" -> new IndexSpec.Hnsw(IndexSpec.Engine.valueOf(in.text()), in.whole(), in.whole(), precision);
            case "ivf" -> new IndexSpec.Ivf(in.whole(), precision);
            default -> throw new IOException("it had an index of a kind that this program does not know: " + kind);
        };
    }

    /** The test without pictures and what they found: figures of classes and efforts are left. */
    static ImageTest withoutNeighbours(ImageTest test) {
        ImageTest.Gallery none = new Named(new int[0], new String[0], _ -> Picture.gone());
        Neighbours[] nothing = {};
        Map<String, ImageSearch> searches = new LinkedHashMap<>();
        test.searches().forEach((id, search) -> searches.put(id,
                new ImageSearch(search.embedding(), nothing, nothing, search.classes(), search.effort(),
                        search.points(), new Repeating(search.searcher().index(), search.searcher().bytesPerVector(),
                                nothing, nothing, false))));
        return new ImageTest(test.classes(), none, none, test.leaveOneOut(), test.cutoff(), test.note(),
                test.skipped(), searches);
    }

    /** Pictures known by name. */
    private record Named(int[] labels, String[] names,
            Function<String, Picture> pictures) implements ImageTest.Gallery {
        @Override
        public int size() {
            return labels.length;
        }

        @Override
        public int label(int item) {
            return labels[item];
        }

        @Override
        public String name(int item) {
            return names[item];
        }

        @Override
        public Picture picture(int item) {
            return pictures.apply(names[item]);
        }
    }

    /** Gives the answers of the run again. */
    private record Repeating(IndexSpec index, double bytesPerVector, Neighbours[] exact, Neighbours[] found,
            boolean leaveOneOut) implements ImageSearch.Searcher {
        @Override
        public boolean repeats() {
            return true;
        }

        @Override
        public ImageSearch.Answer searchQuery(int query, int k, Effort effort, Progress progress) {
            return new ImageSearch.Answer(exact[query], found[query], 0, Double.NaN, Double.NaN);
        }

        @Override
        public ImageSearch.Answer search(Picture picture, int k, Effort effort, Progress progress) {
            throw gone("To search for another picture");
        }

        @Override
        public ImageSearch.Answer searchItem(int item, int k, Effort effort, Progress progress) {
            if (leaveOneOut) {
                return searchQuery(item, k, effort, progress);
            }
            throw gone("To search for a picture of the catalogue");
        }

        @Override
        public ImageSearch.EffortPoint measure(Effort effort, int queries, int threads, Progress progress) {
            throw gone("To measure an index");
        }

        @Override
        public ImageSearch.Searcher with(IndexSpec other, int threads, Progress progress) {
            throw gone("To build another index");
        }

        @Override
        public void save(Path file) {
            throw gone("To save an index");
        }

        @Override
        public ImageSearch.Searcher open(Path file) {
            throw gone("To open an index");
        }

        private static RunException gone(String wanted) {
            return new RunException(wanted + " takes the vectors of the run, which are not kept: run it again.");
        }
    }
}
