package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.DataFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Tells embeddings apart: the first digits of a hash over all that their vectors depend on. */
final class Fingerprint {
    private static final int DIGITS = 16;

    private Fingerprint() {
    }

    /**
     * @param recipe what is done with a picture, with every constant; changed when the code is
     * @param learnt numbers that come from data
     */
    static String of(String recipe, float[]... learnt) {
        MessageDigest digest = DataFile.sha256();
        digest.update(recipe.getBytes(StandardCharsets.UTF_8));
        for (float[] numbers : learnt) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
            bytes.asFloatBuffer().put(numbers);
            digest.update(bytes);
        }
        return shortened(digest.digest());
    }

    /** Of a network that comes as a file. */
    static String of(String recipe, byte[] file) {
        MessageDigest digest = DataFile.sha256();
        digest.update(recipe.getBytes(StandardCharsets.UTF_8));
        return shortened(digest.digest(file));
    }

    private static String shortened(byte[] hash) {
        return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    }
}
