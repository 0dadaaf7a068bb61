package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.DataFile;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.Progress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a network that comes as a file says of a picture.
 *
 * @param file empty for the network that comes with the program
 * @param output of the network; empty for the first
 * @param whenAsked whether the user chose it: it then runs on any pictures
 */
record OnnxFeatures(String file, String output, OnnxNetwork.Scale scale, boolean whenAsked) implements Embedding {
    private static final String SHIPPED = "/dev/sevenstep/case-studies/image-search/data/openimages-mobilenetv2-embed-fp16.onnx";
    private static final int LARGEST_FILE = 512 << 20;

    /** MobileNetV2 as it was trained on Open Images. */
    static OnnxFeatures shipped(boolean whenAsked) {
        return new OnnxFeatures("", "o1", OnnxNetwork.Scale.AROUND_ZERO, whenAsked);
    }

    @Override
    public String id() {
        return file.isEmpty() ? "mobilenet" : "own";
    }

    @Override
    public String name() {
        return file.isEmpty() ? "MobileNetV2" : "Own network";
    }

    @Override
    public Optional<String> unavailable(Learning from) {
        return from.set().photographs() || whenAsked
                ? Optional.empty()
                : Optional.of("made for photographs: on cut-outs in grey it is slow and finds less. Choose it among the"
                        + " embeddings to see");
    }

    @Override
    public void check(Progress progress) {
        if (!file.isEmpty()) {
            try {
                network(progress).open().close();
            } catch (LinkageError _) {
                // Without the library the embedding says so by itself.
                return;
            }
        }
    }

    private OnnxNetwork network(Progress progress) {
        DataFile.Source source = file.isEmpty()
                ? DataFile.Source.of(OnnxFeatures.class, SHIPPED)
                : DataFile.Source.of(Path.of(file));
        byte[] model = DataFile.read(source, progress, (content, _) -> {
            byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new RunException(source.name() + " is larger than " + (LARGEST_FILE >> 20) + " MiB");
            }
            return bytes;
        }).value();
        return new OnnxNetwork(source.name(), model, output, scale);
    }

    @Override
    public Embedder fit(Learning from, long seed, int threads, Progress progress) {
        OnnxNetwork network = network(progress);
        Picture first = from.set().picture(from.items()[0]);
        try (Embedder.Session session = network.open()) {
            return new Fitted(network, session.embed(first).length);
        }
    }

    private record Fitted(OnnxNetwork network, int dimension) implements Embedder {
        @Override
        public String version() {
            return Fingerprint.of("network, output " + network.output() + ", scale " + network.scale().id(),
                    network.model());
        }

        @Override
        public long bytes() {
            return network.model().length;
        }

        @Override
        public Session open() {
            return network.open();
        }
    }
}
