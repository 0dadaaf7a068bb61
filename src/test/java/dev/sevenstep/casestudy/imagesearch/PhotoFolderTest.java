package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.StageLog;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoFolderTest {
    @TempDir
    private Path folder = Path.of("");

    private static byte[] encoded(int width, int height, int colour, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, y < height / 2 ? colour : 0xffffff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, content);
    }

    /** A PNG that says it is large and ends there. */
    private static byte[] bomb(int width, int height) {
        byte[] head = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width)
                .putInt(height)
                .put(new byte[]{8, 2, 0, 0, 0}).array();
        CRC32 crc = new CRC32();
        crc.update(head);
        return ByteBuffer.allocate(33).putLong(0x89504e470d0a1a0aL).putInt(13).put(head).putInt((int) crc.getValue())
                .array();
    }

    /** A JPEG with an EXIF note of one entry behind its first marker. */
    private static byte[] oriented(byte[] jpeg, int orientation) {
        ByteBuffer note = ByteBuffer.allocate(36).putShort((short) 0xffe1).putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8).putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1)
                .putShort((short) orientation).putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36).put(jpeg, 0, 2).put(note.array()).put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private void twoClasses() throws IOException {
        write("red/1.jpg", encoded(40, 60, 0xff0000, "jpg"));
        write("red/2.PNG", encoded(300, 20, 0xff0000, "png"));
        write("blue/1.jpeg", encoded(1_200, 1_100, 0x0000ff, "jpg"));
    }

    @Test
    void readsClassesOfAnySizeInTheOrderOfNames() throws IOException {
        twoClasses();
        write("blue/.hidden.jpg", new byte[]{1});
        write("blue/notes.txt", new byte[]{1});
        PhotoFolder read = PhotoFolder.read(folder, 2, Quiet.unwatched());
        assertEquals(List.of("blue", "red"), read.classes());
        assertEquals(List.of(), read.skipped());
        assertEquals("red/2.PNG", read.name(2));
        assertEquals(PhotoFolder.SIDE, read.picture(0).width());
        assertEquals(256, read.shown(0).width());
        assertEquals(40, read.shown(1).width());
        assertTrue((read.picture(0).rgb()[PhotoFolder.SIDE * 10] & 0xff) > 200);
        PhotoFolder again = PhotoFolder.read(folder, 1, Quiet.unwatched());
        assertEquals(read.hash(), again.hash());
        assertArrayEquals(read.picture(1).rgb(), again.picture(1).rgb());
    }

    @Test
    void badFilesAreListedAndPassedOver() throws IOException {
        twoClasses();
        byte[] whole = encoded(400, 400, 0x00ff00, "png");
        byte[] photo = encoded(400, 400, 0x00ff00, "jpg");
        write("red/bomb.png", bomb(60_000, 60_000));
        write("red/cut.png", Arrays.copyOf(whole, whole.length / 2));
        write("red/cut too.jpg", Arrays.copyOf(photo, photo.length / 2));
        write("red/empty.jpg", new byte[0]);
        write("red/moving.png", encoded(5, 5, 0, "gif"));
        write("red/text.jpg", "hello".getBytes(StandardCharsets.UTF_8));
        PhotoFolder read = PhotoFolder.read(folder, 2, Quiet.unwatched());
        assertEquals(3, read.size());
        assertEquals(List.of("bomb.png", "cut too.jpg", "cut.png", "empty.jpg", "moving.png", "text.jpg"),
                read.skipped().stream().map(ImageTest.Skipped::file).map(file -> Path.of(file).getFileName().toString())
                        .toList());
        assertTrue(read.skipped().getFirst().reason().contains("60,000 × 60,000 pixels"),
                () -> read.skipped().toString());
        assertTrue(read.skipped().get(1).reason().contains("cut short"), () -> read.skipped().toString());
        assertTrue(read.skipped().get(2).reason().contains("cut short"), () -> read.skipped().toString());
        assertEquals("is empty", read.skipped().get(3).reason());
        assertTrue(read.skipped().get(4).reason().contains("neither JPEG nor PNG"), () -> read.skipped().toString());
    }

    @Test
    void exifSaysWhichWayIsUp() throws Exception {
        byte[] jpeg = encoded(64, 32, 0x202020, "jpg");
        Picture stored = PhotoFile.read(jpeg);
        for (int orientation = 1; orientation <= 8; orientation++) {
            Picture turned = PhotoFile.read(oriented(jpeg, orientation));
            assertEquals(orientation < 5 ? 64 : 32, turned.width());
            assertArrayEquals(PhotoFile.upright(stored, orientation).rgb(), turned.rgb());
        }
        // Orientation 6: what is stored at the left is shown at the top, so the dark upper half comes to the right.
        Picture turned = PhotoFile.read(oriented(jpeg, 6));
        assertTrue(turned.grey(30, 30) < 60 && turned.grey(2, 30) > 200);
    }

    @Test
    void turnsAreUndoneByTheirOpposites() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20; i++) {
            Picture picture = Quiet.random(random.nextInt(1, 9), random.nextInt(1, 9), random);
            int[] opposite = {0, 1, 2, 3, 4, 5, 8, 7, 6};
            for (int turn = 1; turn <= 8; turn++) {
                Picture back = PhotoFile.upright(PhotoFile.upright(picture, turn), opposite[turn]);
                assertArrayEquals(picture.rgb(), back.rgb());
            }
        }
    }

    @Test
    void whatIsTransparentIsWhite() throws Exception {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0xff102030);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        assertArrayEquals(new int[]{0xffffff, 0x102030}, PhotoFile.read(out.toByteArray()).rgb());
    }

    /** Whatever way a colour is kept in, it is the same colour. */
    @Test
    void greyInksAndSixteenBitsAreAsBrightAsTheyWereStored() throws Exception {
        BufferedImage grey = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage deep = new BufferedImage(9, 9, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 81; i++) {
            grey.getRaster().setSample(i % 9, i / 9, 0, 100);
            deep.getRaster().setSample(i % 9, i / 9, 0, 100 * 257);
        }
        for (String format : List.of("png", "jpg")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(grey, format, out);
            assertEquals(0x646464, PhotoFile.read(out.toByteArray()).rgb()[40], format);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(deep, "png", out);
        assertEquals(0x646464, PhotoFile.read(out.toByteArray()).rgb()[40]);

        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            // As Adobe stores them: what is left of white.
            inks.setPixel(i % 16, i / 16, new int[]{255, 127, 64, 200});
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(printed)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        int pixel = PhotoFile.read(printed.toByteArray()).rgb()[120];
        assertEquals(200, pixel >> 16, 3);
        assertEquals(100, pixel >> 8 & 0xff, 3);
        assertEquals(50, pixel & 0xff, 3);
    }

    @Test
    void aFileThatWentIsGrey() throws IOException {
        twoClasses();
        PhotoFolder read = PhotoFolder.read(folder, 1, Quiet.unwatched());
        Files.delete(folder.resolve("red/1.jpg"));
        assertEquals(0x9a9a9a, read.shown(1).rgb()[0]);
    }

    @Test
    void oneClassIsNotEnough() throws IOException {
        write("red/1.jpg", encoded(40, 60, 0xff0000, "jpg"));
        write("blue/1.jpg", new byte[]{1, 2, 3});
        String message = String.valueOf(
                assertThrows(RunException.class, () -> PhotoFolder.read(folder, 1, Quiet.unwatched())).getMessage());
        assertTrue(message.contains("1 classes") && message.contains("1 files could not be used"), message);
        assertThrows(RunException.class, () -> PhotoFolder.read(folder.resolve("none"), 1, Quiet.unwatched()));
    }

    @Test
    void readingCanBeStopped() throws IOException {
        twoClasses();
        StageLog log = new StageLog(System::nanoTime, _ -> {});
        log.cancel();
        assertThrows(CancellationException.class, () -> PhotoFolder.read(folder, 2, log));
    }
}
