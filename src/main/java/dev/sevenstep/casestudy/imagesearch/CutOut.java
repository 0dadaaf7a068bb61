package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Picture;
import java.util.Arrays;

/**
 * Makes of any picture what Fashion-MNIST made of a shop's photographs (Xiao, Rasul, Vollgraf 2017, figure 1): edges of the ground's
 * colour are trimmed, the longer side is brought to size, the rest filled up with ground, and light and dark are swapped where the ground
 * is not as that of the catalogue. A picture of the right size is left as it is.
 */
record CutOut(int width, int height, boolean darkGround) {
    /** How far from the corner's grey a pixel still is ground: a twentieth, as in the paper. */
    private static final float NEAR = 255 / 20f;

    Picture of(Picture picture) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        // Small enough to walk over, large enough to find edges.
        Picture small = Resample.within(picture, 8 * Math.max(width, height));
        float ground = small.grey(0, 0);
        int left = small.width();
        int right = -1;
        int top = small.height();
        int bottom = -1;
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                if (Math.abs(small.grey(x, y) - ground) > NEAR) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        if (right < 0) {
            return Resample.to(small, width, height);
        }
        Picture thing = small.part(left, top, right - left + 1, bottom - top + 1);
        double scale = Math.min((double) width / thing.width(), (double) height / thing.height());
        Picture fitted = Resample.to(thing, Math.clamp(Math.round(thing.width() * scale), 1, width),
                Math.clamp(Math.round(thing.height() * scale), 1, height));
        boolean swap = ground >= 128 == darkGround;
        byte[] levels = new byte[width * height];
        Arrays.fill(levels, (byte) Math.round(swap ? 255 - ground : ground));
        int x0 = (width - fitted.width()) / 2;
        int y0 = (height - fitted.height()) / 2;
        for (int y = 0; y < fitted.height(); y++) {
            for (int x = 0; x < fitted.width(); x++) {
                float grey = fitted.grey(x, y);
                levels[(y0 + y) * width + x0 + x] = (byte) Math.round(swap ? 255 - grey : grey);
            }
        }
        return Picture.grey(width, height, levels, 0);
    }
}
