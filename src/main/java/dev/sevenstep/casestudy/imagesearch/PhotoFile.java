package dev.sevenstep.casestudy.imagesearch;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads photographs, JPEG and PNG, the right way up. Size and type are looked at before anything is decoded: a small file may say that it
 * is a picture of a billion pixels.
 */
public final class PhotoFile {
    /** Pixels beyond this are refused, undecoded. */
    static final long MOST_PIXELS = 60_000_000;
    /** Bytes beyond this are refused, unread. */
    static final long MOST_BYTES = 64L << 20;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    /** Pixels left on the shorter side, at least, when a large photograph is read thinned out. */
    private static final int ENOUGH = 512;
    /** Orientations from here on lie on their side (EXIF 2.3, tag 274). */
    private static final int FIRST_ON_SIDE = 5;
    private static final String CUT_SHORT = "is cut short: its end is missing";

    private PhotoFile() {
    }

    /** A photograph that cannot be used; the message says why, in words that follow the file's name. */
    static final class Unusable extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        Unusable(String reason) {
            super(reason);
        }

        Unusable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /**
     * Reads one photograph.
     *
     * @throws RunException when it cannot be used, saying which file and why
     */
    public static Picture open(Path file) {
        try {
            return read(bytes(file));
        } catch (Unusable e) {
            throw new RunException(file.getFileName() + " " + e.getMessage(), e);
        }
    }

    /** The bytes of a file, not yet looked at. */
    static byte[] bytes(Path file) throws Unusable {
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw new Unusable(
                        String.format(Locale.ROOT, "is too large: %,d bytes, at most %,d", size, MOST_BYTES));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unusable("cannot be read: " + e.getMessage(), e);
        }
    }

    /** Large ones are thinned out while reading, to twice what any embedding wants. */
    static Picture read(byte[] content) throws Unusable {
        if (content.length == 0) {
            throw new Unusable("is empty");
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw new Unusable("is neither JPEG nor PNG");
            }
            try {
                // Text and colour profiles within the file may be bombs of their own.
                reader.setInput(in, true, true);
                return upright(Picture.of(decode(reader, content)), orientation(content));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The decoders throw whatever a broken file makes of them.
            String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new Unusable(PhotoEnd.reached(content) ? "cannot be decoded: " + said : CUT_SHORT, e);
        }
    }

    private static BufferedImage decode(ImageReader reader, byte[] content) throws IOException, Unusable {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new Unusable(
                    String.format(Locale.ROOT, "has %,d × %,d pixels; at most %,d are decoded", width, height,
                            MOST_PIXELS));
        }
        if (!PhotoEnd.reached(content)) {
            throw new Unusable(CUT_SHORT);
        }
        int step = (int) Math.max(1, Math.min(width, height) / ENOUGH);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    /** 1 to 8 as EXIF numbers them; 1, upright, where nothing is said. */
    private static int orientation(byte[] content) throws IOException {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(content))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                return 1;
            }
            int said = exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
            return said >= 1 && said <= 8 ? said : 1;
        } catch (ImageProcessingException | MetadataException e) {
            // A picture whose notes are broken still is a picture.
            return 1;
        }
    }

    /** @param orientation as EXIF numbers it */
    static Picture upright(Picture stored, int orientation) {
        if (orientation == 1) {
            return stored;
        }
        boolean onSide = orientation >= FIRST_ON_SIDE;
        int width = onSide ? stored.height() : stored.width();
        int height = onSide ? stored.width() : stored.height();
        int right = stored.width() - 1;
        int bottom = stored.height() - 1;
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = switch (orientation) {
                    case 2 -> at(stored, right - x, y);
                    case 3 -> at(stored, right - x, bottom - y);
                    case 4 -> at(stored, x, bottom - y);
                    case 5 -> at(stored, y, x);
                    case 6 -> at(stored, y, bottom - x);
                    case 7 -> at(stored, right - y, bottom - x);
                    case 8 -> at(stored, right - y, x);
                    default -> throw new IllegalArgumentException("orientation " + orientation);
                };
                rgb[y * width + x] = stored.rgb()[from];
            }
        }
        return new Picture(width, height, rgb);
    }

    private static int at(Picture picture, int x, int y) {
        return y * picture.width() + x;
    }
}
