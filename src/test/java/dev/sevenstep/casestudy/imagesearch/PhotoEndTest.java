package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

/** Photographs that a download or a full disk cut short are not searched for by what did arrive. */
class PhotoEndTest {
    private static final long SEED = 11;

    private static byte[] encoded(String format, boolean progressive) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        BufferedImage image = new BufferedImage(90, 70, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 90 * 70; i++) {
            image.setRGB(i % 90, i / 90, random.nextInt(0x1000000));
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static List<byte[]> all() throws IOException {
        return List.of(encoded("jpeg", false), encoded("jpeg", true), encoded("png", false), encoded("png", true));
    }

    private static void assertCutShort(byte[] content) {
        String said = String.valueOf(
                assertThrows(PhotoFile.Unusable.class, () -> PhotoFile.read(content)).getMessage());
        assertTrue(said.contains("cut short"), said);
    }

    @Test
    void whereverItIsCutItIsSaidAndNothingOfItIsUsed() throws IOException {
        for (byte[] whole : all()) {
            assertDoesNotThrow(() -> PhotoFile.read(whole));
            for (int length = 100; length < whole.length - 1; length += 97) {
                assertCutShort(Arrays.copyOf(whole, length));
            }
        }
    }

    /** As a download leaves a file whose room was taken beforehand. */
    @Test
    void zerosInPlaceOfTheRestAreNoRest() throws IOException {
        for (byte[] whole : all()) {
            assertCutShort(Arrays.copyOf(Arrays.copyOf(whole, whole.length * 2 / 3), whole.length));
        }
    }

    /** Cameras append films and other sizes of the same photograph. */
    @Test
    void whatFollowsTheEndIsNoneOfOurs() throws IOException {
        for (byte[] whole : all()) {
            byte[] more = Arrays.copyOf(whole, whole.length + 1_000);
            assertDoesNotThrow(() -> PhotoFile.read(more));
        }
    }
}
