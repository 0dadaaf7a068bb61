package dev.sevenstep.pipeline.vectors;

/**
 * What made the vectors of an index. Another network, another training of it or other pictures fed to it the same way make
 * another space.
 *
 * @param id e.g. {@code perceptron}
 * @param version changes whenever the same input would give other vectors, e.g. a hash of the weights
 */
public record EmbeddingId(String id, String version) {
    static final int LONGEST = 200;

    public EmbeddingId {
        if (id.isBlank() || id.length() > LONGEST || version.length() > LONGEST) {
            throw new IllegalArgumentException("embedding '" + id + "', version '" + version + "'");
        }
    }

    @Override
    public String toString() {
        return id + ", version " + version;
    }
}
