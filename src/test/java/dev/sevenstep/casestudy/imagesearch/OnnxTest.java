package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.Parallel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OnnxTest {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    /** Protocol buffers, as far as ONNX needs them here: fields of numbers, texts and messages. */
    private static byte[] message(Object... numbersAndValues) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < numbersAndValues.length; i += 2) {
            int field = (Integer) numbersAndValues[i];
            if (numbersAndValues[i + 1] instanceof Integer number) {
                varint(out, field << 3);
                varint(out, number);
            } else {
                byte[] bytes = numbersAndValues[i + 1] instanceof String text
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : (byte[]) numbersAndValues[i + 1];
                varint(out, field << 3 | 2);
                varint(out, bytes.length);
                out.writeBytes(bytes);
            }
        }
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left > 127) {
            out.write(left & 127 | 128);
            left >>>= 7;
        }
        out.write(left);
    }

    private static byte[] tensor(String name, int type, int... shape) {
        ByteArrayOutputStream dimensions = new ByteArrayOutputStream();
        for (int size : shape) {
            dimensions.writeBytes(message(1, size < 0 ? message(2, "any" + size) : message(1, size)));
        }
        return message(1, name, 2, message(1, message(1, type, 2, dimensions.toByteArray())));
    }

    /** A network of one operation on one input. */
    private static byte[] network(String operation, byte[] input, byte[] output) {
        byte[] graph = message(1, message(1, "in", 2, "out", 4, operation), 2, "g", 11, input, 12, output);
        return message(1, 8, 8, message(2, 13), 7, graph);
    }

    private static byte[] means(int side) {
        return network("GlobalAveragePool", tensor("in", FLOAT, 1, 3, side, side), tensor("out", FLOAT, 1, 3, 1, 1));
    }

    private static float[] embed(byte[] model, OnnxNetwork.Scale scale, Picture picture) {
        try (Embedder.Session session = new OnnxNetwork("own.onnx", model, "", scale).open()) {
            return session.embed(picture);
        }
    }

    private static void assertRefused(String words, byte[] model, String output) {
        String message = String.valueOf(assertThrows(RunException.class, () -> {
            try (Embedder.Session session = new OnnxNetwork("own.onnx", model, output, OnnxNetwork.Scale.FROM_ZERO)
                    .open()) {
                session.embed(new Picture(4, 4, new int[16]));
            }
        }).getMessage());
        assertTrue(message.contains("own.onnx") && message.contains(words), message);
    }

    @Test
    void aNetworkOfTheUserTakesItsOwnSizeAndScale() {
        int[] rgb = new int[200];
        Arrays.fill(rgb, 0xff8000);
        Picture orange = new Picture(20, 10, rgb);
        assertArrayEquals(new float[]{1, 128 / 255f, 0}, embed(means(6), OnnxNetwork.Scale.FROM_ZERO, orange), 1e-5f);
        assertArrayEquals(new float[]{1, 256 / 255f - 1, -1}, embed(means(6), OnnxNetwork.Scale.AROUND_ZERO, orange),
                1e-5f);
        assertArrayEquals(new float[]{255, 128, 0}, embed(means(6), OnnxNetwork.Scale.BYTES, orange), 1e-3f);
        assertArrayEquals(new float[]{(1 - 0.485f) / 0.229f, (128 / 255f - 0.456f) / 0.224f, -0.406f / 0.225f},
                embed(means(6), OnnxNetwork.Scale.IMAGENET, orange), 1e-4f);
        byte[] anySize = network("GlobalAveragePool", tensor("in", FLOAT, -1, 3, -2, -3),
                tensor("out", FLOAT, -1, 3, 1, 1));
        assertArrayEquals(new float[]{1, 128 / 255f, 0}, embed(anySize, OnnxNetwork.Scale.FROM_ZERO, orange), 1e-5f);
        byte[] last = network("GlobalAveragePool", tensor("in", FLOAT, 1, 2, 2, 3), tensor("out", FLOAT, 1, 2, 1, 1));
        assertEquals(2, embed(last, OnnxNetwork.Scale.FROM_ZERO, orange).length);
    }

    @Test
    void whatIsNoNetworkForPicturesIsRefusedWithItsReason() {
        assertRefused("cannot be loaded", "rubbish".getBytes(StandardCharsets.UTF_8), "");
        assertRefused("has no output 'o7'; it has out", means(6), "o7");
        assertRefused("[1, 1, 28, 28]",
                network("Relu", tensor("in", FLOAT, 1, 1, 28, 28), tensor("out", FLOAT, 1, 1, 28, 28)), "");
        assertRefused("32-bit floats",
                network("Abs", tensor("in", INT64, 1, 3, 8, 8), tensor("out", INT64, 1, 3, 8, 8)),
                "");
        assertRefused("one row of at most",
                network("Relu", tensor("in", FLOAT, 1, 3, 8, 8), tensor("out", FLOAT, 1, 3, 8, 8)), "");
        assertRefused("5000 pixels",
                network("Relu", tensor("in", FLOAT, 1, 3, 5_000, 8), tensor("out", FLOAT, 1, 3, 5_000, 8)), "");
    }

    @Test
    void theShippedNetworkGivesTheSameOnEveryThread() {
        PictureSet set = Quiet.bars(6, true, 3);
        Embedder embedder = OnnxFeatures.shipped(false)
                .fit(new Embedding.Learning(set, new int[]{0, 1, 2, 3, 4, 5}, false), 1, 2, Quiet.unwatched());
        assertEquals(160, embedder.dimension());
        assertEquals(16, embedder.version().length());
        Picture picture = Quiet.random(300, 224, new SplittableRandom(1));
        float[][] vectors = new float[4][];
        try (Embedder.Session session = embedder.open()) {
            Parallel.forEach(2, vectors.length, i -> vectors[i] = session.embed(picture));
        }
        for (float[] vector : vectors) {
            assertArrayEquals(vectors[0], vector);
        }
    }
}
