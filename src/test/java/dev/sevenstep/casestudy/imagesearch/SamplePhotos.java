package dev.sevenstep.casestudy.imagesearch;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A folder of pictures as people have it: 64 discs on grounds of four colours, a class each. */
public final class SamplePhotos {
    private static final int CLASSES = 4;

    private SamplePhotos() {
    }

    /** @param format of the files and their ending: png or jpg */
    public static void write(Path folder, int width, int height, String format) throws IOException {
        for (int i = 0; i < 64; i++) {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(Color.getHSBColor(i % CLASSES / 4f + i / 4_000f, 0.5f, 0.4f + i / 400f));
            graphics.fillRect(0, 0, width, height);
            graphics.setColor(Color.WHITE);
            graphics.fillOval(width * (10 + i) / 240, height / 5, width / 4 + width * i / 480, height * 9 / 16);
            graphics.dispose();
            ImageIO.write(image, format, Files.createDirectories(folder.resolve("class " + i % CLASSES))
                    .resolve(i + "." + format).toFile());
        }
    }
}
