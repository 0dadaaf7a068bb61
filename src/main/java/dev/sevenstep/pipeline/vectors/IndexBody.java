package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.pipeline.vectors.IndexFile.Damaged;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Vectors, links and lists of an index in a file. */
final class IndexBody {
    private static final int CHUNK = 1 << 14;
    /** More layers than any graph of 2³¹ vectors and two links has. */
    private static final int MOST_LAYERS = 64;

    private IndexBody() {
    }

    static void write(VectorIndex index, DataOutputStream out) throws IOException {
        Compared compared = switch (index) {
            case FlatIndex flat -> flat.compared();
            case GraphIndex graph -> graph.compared();
            case IvfIndex ivf -> ivf.compared();
        };
        out.writeLong(compared.seed());
        out.writeInt(compared.size());
        out.writeInt(compared.dimension());
        write(compared.full().vectors().data(), out);
        switch (index) {
            case FlatIndex _ -> {
                // The vectors are all.
            }
            case GraphIndex graph -> {
                out.writeInt(graph.graph().entry());
                out.writeInt(graph.graph().layers().length);
                for (LayeredGraph.Layer layer : graph.graph().layers()) {
                    out.writeInt(layer.nodes().length);
                    out.writeInt(layer.most());
                    write(layer.nodes(), out);
                    write(layer.links(), out);
                }
            }
            case IvfIndex ivf -> {
                out.writeInt(ivf.means().size());
                write(ivf.means().data(), out);
                write(ivf.lists(), out);
            }
        }
    }

    /**
     * @param length of the whole file: no more is ever set aside in memory
     * @throws IllegalArgumentException when values cannot be compared
     */
    static VectorIndex read(IndexSpec spec, Metric metric, int threads, DataInputStream in, long length)
            throws IOException {
        long seed = in.readLong();
        int size = in.readInt();
        int dimension = in.readInt();
        if (size < 1 || dimension < 1) {
            throw new Damaged("it says that it holds " + size + " vectors of dimension " + dimension);
        }
        Vectors vectors = Vectors.of(floats((long) size * dimension, in, length), dimension);
        return switch (spec) {
            case IndexSpec.Flat flat ->
                new FlatIndex(flat, new Compared(vectors, metric, flat.precision(), seed), threads);
            case IndexSpec.Hnsw hnsw -> {
                LayeredGraph graph = graph(size, in, length);
                yield new GraphIndex(hnsw, new Compared(vectors, metric, hnsw.precision(), seed), graph);
            }
            case IndexSpec.Ivf ivf -> {
                int lists = in.readInt();
                if (lists < 1 || lists > size) {
                    throw new Damaged("it says that it has " + lists + " lists");
                }
                Vectors means = Vectors.of(floats((long) lists * dimension, in, length), dimension);
                int[] of = numbers(size, in, length);
                for (int list : of) {
                    if (list < 0 || list >= lists) {
                        throw new Damaged("a vector is in list " + list + " of " + lists);
                    }
                }
                yield new IvfIndex(ivf, new Compared(vectors, metric, ivf.precision(), seed), means, of);
            }
        };
    }

    private static LayeredGraph graph(int size, DataInputStream in, long length) throws IOException {
        int entry = in.readInt();
        int count = in.readInt();
        if (count < 1 || count > MOST_LAYERS) {
            throw new Damaged("it says that its graph has " + count + " layers");
        }
        LayeredGraph.Layer[] layers = new LayeredGraph.Layer[count];
        for (int level = 0; level < count; level++) {
            int named = in.readInt();
            int most = in.readInt();
            if (level == 0 ? named != 0 : named < 1 || named > size) {
                throw new Damaged("a layer of its graph has " + named + " vectors");
            }
            if (most < 1 || most > 1 << 16) {
                throw new Damaged("a layer of its graph has up to " + most + " links");
            }
            int[] nodes = numbers(named, in, length);
            for (int i = 0; i < named; i++) {
                if (nodes[i] < 0 || nodes[i] >= size || (i > 0 && nodes[i] <= nodes[i - 1])) {
                    throw new Damaged("the vectors of a layer of its graph are not in order");
                }
            }
            long rows = level == 0 ? size : named;
            layers[level] = new LayeredGraph.Layer(nodes, most, numbers(rows * (most + 1), in, length));
            check(layers[level], size);
        }
        if (entry < 0 || entry >= size || !layers[count - 1].contains(entry)) {
            throw new Damaged("its graph begins at " + entry);
        }
        for (int level = 1; level < count - 1; level++) {
            for (int node : layers[level + 1].nodes()) {
                if (!layers[level].contains(node)) {
                    throw new Damaged("a vector is in a layer of its graph, but not in the one below");
                }
            }
        }
        return new LayeredGraph(entry, layers);
    }

    private static void check(LayeredGraph.Layer layer, int size) throws Damaged {
        for (int from = 0; from < layer.links().length; from += layer.most() + 1) {
            int links = layer.links()[from];
            if (links < 0 || links > layer.most()) {
                throw new Damaged("a vector has " + links + " links");
            }
            for (int i = from + 1; i <= from + links; i++) {
                int link = layer.links()[i];
                if (link < 0 || link >= size || !layer.contains(link)) {
                    throw new Damaged("a vector has a link to " + link);
                }
            }
        }
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.asFloatBuffer().put(values, from, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }

    private static void write(int[] values, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Integer.BYTES);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.asIntBuffer().put(values, from, count);
            out.write(bytes.array(), 0, count * Integer.BYTES);
        }
    }

    private static float[] floats(long count, DataInputStream in, long length) throws IOException {
        float[] values = new float[room(count, length)];
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int from = 0; from < values.length; from += CHUNK) {
            int now = Math.min(CHUNK, values.length - from);
            in.readFully(bytes.array(), 0, now * Float.BYTES);
            bytes.asFloatBuffer().get(values, from, now);
        }
        return values;
    }

    private static int[] numbers(long count, DataInputStream in, long length) throws IOException {
        int[] values = new int[room(count, length)];
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Integer.BYTES);
        for (int from = 0; from < values.length; from += CHUNK) {
            int now = Math.min(CHUNK, values.length - from);
            in.readFully(bytes.array(), 0, now * Integer.BYTES);
            bytes.asIntBuffer().get(values, from, now);
        }
        return values;
    }

    /** A damaged number must not make the program set aside more memory than the file could fill. */
    private static int room(long count, long length) throws Damaged {
        if (count > length / Integer.BYTES || count > Integer.MAX_VALUE - 8) {
            throw new Damaged("it says that it holds more than it has room for");
        }
        return (int) count;
    }
}
