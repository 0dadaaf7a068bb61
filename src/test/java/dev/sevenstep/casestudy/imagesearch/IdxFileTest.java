package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.RunException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
    @TempDir
    private Path folder = Path.of("");

    private static byte[] idx(int magic, int[] sizes, int values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + values).putInt(magic);
        Arrays.stream(sizes).forEach(bytes::putInt);
        IntStream.range(0, values).forEach(i -> bytes.put((byte) (i * 37)));
        return bytes.array();
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private String refusal(String images, byte[] content) throws IOException {
        write(images.replace("images", "labels").replace("idx3", "idx1"), idx(0x801, new int[]{2}, 2));
        Path file = write(images, content);
        return String.valueOf(assertThrows(RunException.class, () -> IdxPictures.read(file, Quiet.unwatched()))
                .getMessage());
    }

    private static void assertSays(String words, String message) {
        assertTrue(message.contains(words), message);
    }

    @Test
    void shippedPicturesAreAllThere() {
        IdxPictures shipped = IdxPictures.shipped(Quiet.unwatched());
        assertEquals(10_000, shipped.size());
        assertEquals(10, shipped.classes().size());
        for (int label = 0; label < 10; label++) {
            int wanted = label;
            assertEquals(1_000, IntStream.range(0, shipped.size()).filter(i -> shipped.label(i) == wanted).count());
        }
        assertEquals("Ankle boot", shipped.classes().get(shipped.label(0)));
        assertEquals(28, shipped.picture(9_999).width());
        assertEquals(64, shipped.hash().length());
    }

    @Test
    void readsPlainAndGzipped() throws IOException {
        byte[] content = idx(0x803, new int[]{2, 3, 4}, 24);
        write("a-labels-idx1", idx(0x801, new int[]{2}, 2));
        IdxPictures plain = IdxPictures.read(write("a-images-idx3", content), Quiet.unwatched());
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content);
        }
        write("b-labels-idx1.gz", idx(0x801, new int[]{2}, 2));
        IdxPictures gzipped = IdxPictures.read(write("b-images-idx3.gz", zipped.toByteArray()), Quiet.unwatched());
        assertEquals(2, plain.size());
        assertEquals(4, plain.picture(1).width());
        assertEquals(3, plain.picture(1).height());
        assertEquals((12 * 37 & 0xff) * 0x010101, plain.picture(1).rgb()[0]);
        assertArrayEquals(plain.picture(0).rgb(), gzipped.picture(0).rgb());
        // Labels 0 and 37: as many classes as the largest says.
        assertEquals(38, plain.classes().size());
    }

    @Test
    void whatIsNoPictureFileIsRefusedWithItsReason() throws IOException {
        assertSays("is no IDX file of pictures",
                refusal("c-images-idx3", "PNG, honestly".getBytes(StandardCharsets.UTF_8)));
        assertSays("ends within the head", refusal("d-images-idx3", new byte[]{0, 0, 8, 3, 0}));
        assertSays("cut off: 23 of 24", refusal("e-images-idx3", idx(0x803, new int[]{2, 3, 4}, 23)));
        assertSays("goes on after the 24", refusal("f-images-idx3", idx(0x803, new int[]{2, 3, 4}, 25)));
        assertSays("do not belong together", refusal("g-images-idx3", idx(0x803, new int[]{3, 3, 4}, 36)));
        assertSays("too large", refusal("h-images-idx3", idx(0x803, new int[]{2, 3, 4_000}, 0)));
    }

    /** The head is not believed: a few bytes must not take gigabytes. */
    @Test
    void lyingHeadsAreRefused() throws IOException {
        assertSays("at most", refusal("i-images-idx3", idx(0x803, new int[]{Integer.MAX_VALUE, 500, 500}, 0)));
        assertSays("at least 1", refusal("j-images-idx3", idx(0x803, new int[]{-1, 28, 28}, 0)));
        assertSays("cut off", refusal("k-images-idx3", idx(0x803, new int[]{4_000, 500, 500}, 10)));
    }

    @Test
    void labelsMustLieBeside() throws IOException {
        Path file = write("lonely", idx(0x803, new int[]{2, 3, 4}, 24));
        String message = String.valueOf(
                assertThrows(RunException.class, () -> IdxPictures.read(file, Quiet.unwatched())).getMessage());
        assertTrue(message.contains("no labels"), message);
    }
}
