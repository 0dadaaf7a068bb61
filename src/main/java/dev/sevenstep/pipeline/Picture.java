package dev.sevenstep.pipeline;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A picture without transparency.
 *
 * @param width at least 1
 * @param rgb row after row from the top left, 0xRRGGBB; not to be changed
 */
public record Picture(int width, int height, int[] rgb) {
    private static final int GONE = 0x9a9a9a;
    private static final int GONE_SIDE = 256;

    public Picture {
        if (width < 1 || height < 1 || rgb.length != (long) width * height) {
            throw new IllegalArgumentException(rgb.length + " pixels for " + width + " × " + height);
        }
    }

    /** A picture of levels of grey, 0 black to 255 white, as unsigned bytes. */
    public static Picture grey(int width, int height, byte[] levels, int offset) {
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (levels[offset + i] & 0xff) * 0x010101;
        }
        return new Picture(width, height, rgb);
    }

    /** A grey square in place of a picture that cannot be read any more. */
    public static Picture gone() {
        int[] rgb = new int[GONE_SIDE * GONE_SIDE];
        Arrays.fill(rgb, GONE);
        return new Picture(GONE_SIDE, GONE_SIDE, rgb);
    }

    /** What lies behind transparent parts is white. */
    public static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = switch (image.getColorModel().getColorSpace().getType()) {
            // Java takes levels of grey and of inks for amounts of light, which makes such pictures too bright.
            case ColorSpace.TYPE_GRAY -> grey(image);
            case ColorSpace.TYPE_CMYK -> inks(image);
            default -> image.getRGB(0, 0, width, height, null, 0, width);
        };
        boolean solid = !image.getColorModel().hasAlpha();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = solid ? rgb[i] & 0xffffff : onWhite(rgb[i]);
        }
        return new Picture(width, height, rgb);
    }

    private static int[] grey(BufferedImage image) {
        int[] levels = band(image, 0);
        int[] alpha = image.getColorModel().hasAlpha() ? band(image, 1) : new int[0];
        int[] argb = new int[levels.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (alpha.length == 0 ? 0xff : alpha[i]) << 24 | levels[i] * 0x010101;
        }
        return argb;
    }

    /** What the inks leave of white, each on its own; no printer's profile is known. */
    private static int[] inks(BufferedImage image) {
        int[] argb = new int[image.getWidth() * image.getHeight()];
        int[] black = band(image, 3);
        for (int colour = 0; colour < 3; colour++) {
            int[] ink = band(image, colour);
            for (int i = 0; i < argb.length; i++) {
                argb[i] = argb[i] << 8 | ((255 - ink[i]) * (255 - black[i]) + 127) / 255;
            }
        }
        return argb;
    }

    /** 0 to 255, whatever the depth. */
    private static int[] band(BufferedImage image, int number) {
        int[] samples = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), number, (int[]) null);
        int most = (1 << image.getColorModel().getComponentSize(number)) - 1;
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (int) ((samples[i] * 255L + most / 2) / most);
        }
        return samples;
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = argb >> shift & 0xff;
            mixed |= (channel * alpha + 255 * (255 - alpha) + 127) / 255 << shift;
        }
        return mixed;
    }

    /** A part of it, from a corner on. */
    public Picture part(int left, int top, int partWidth, int partHeight) {
        if (partWidth == width && partHeight == height) {
            return this;
        }
        int[] pixels = new int[partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(rgb, (top + y) * width + left, pixels, y * partWidth, partWidth);
        }
        return new Picture(partWidth, partHeight, pixels);
    }

    /** Brightness of one pixel, 0 to 255 (ITU-R BT.601). */
    public float grey(int x, int y) {
        int pixel = rgb[y * width + x];
        return 0.299f * (pixel >> 16 & 0xff) + 0.587f * (pixel >> 8 & 0xff) + 0.114f * (pixel & 0xff);
    }

    @Override
    public String toString() {
        return "picture of " + width + " × " + height;
    }
}
