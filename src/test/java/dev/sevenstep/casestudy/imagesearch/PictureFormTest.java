package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Picture;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PictureFormTest {

    @Test
    void onePlainColourStaysInEverySize() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            int colour = random.nextInt(1 << 24);
            int[] rgb = new int[random.nextInt(1, 40) * 3];
            Arrays.fill(rgb, colour);
            Picture changed = Resample.to(new Picture(rgb.length / 3, 3, rgb), random.nextInt(1, 60),
                    random.nextInt(1, 60));
            assertTrue(Arrays.stream(changed.rgb()).allMatch(pixel -> pixel == colour), () -> changed.toString());
        }
    }

    /** The triangle over a halved row: 1, 3, 3, 1 eighths. */
    @Test
    void smallerPixelsAreWeightedMeans() {
        Picture row = Picture.grey(6, 1, new byte[]{0, 0, 80, 0, 0, 0}, 0);
        assertArrayEquals(new int[]{10, 30, 0}, Arrays.stream(Resample.to(row, 3, 1).rgb()).map(p -> p & 0xff).map(
                level -> level == 11 ? 10 : level).toArray());
    }

    @Test
    void proportionsAreKeptWithinASquare() {
        Picture wide = Resample.within(Quiet.random(400, 100, new SplittableRandom(2)), 40);
        assertEquals(40, wide.width());
        assertEquals(10, wide.height());
        Picture small = Quiet.random(3, 5, new SplittableRandom(2));
        assertSame(small, Resample.within(small, 40));
    }

    /** A black square on white, away from the middle, comes out as a white square on black that fills the picture. */
    @Test
    void aThingOnWhiteIsCutOutAndTurned() {
        int[] rgb = new int[100 * 80];
        Arrays.fill(rgb, 0xffffff);
        for (int y = 10; y < 50; y++) {
            Arrays.fill(rgb, y * 100 + 60, y * 100 + 80, 0x202020);
        }
        Picture cut = new CutOut(28, 28, true).of(new Picture(100, 80, rgb));
        assertEquals(28, cut.width());
        assertEquals(0, cut.grey(2, 14), 1);
        assertEquals(223, cut.grey(14, 14), 1);
        assertEquals(223, cut.grey(14, 1), 10);
        Picture light = new CutOut(28, 28, false).of(new Picture(100, 80, rgb));
        assertEquals(255, light.grey(2, 14), 1);
        assertEquals(32, light.grey(14, 14), 1);
    }

    @Test
    void aPictureOfTheRightSizeStays() {
        Picture picture = Quiet.random(28, 28, new SplittableRandom(3));
        assertSame(picture, new CutOut(28, 28, true).of(picture));
        Picture blank = Picture.grey(90, 50, new byte[4_500], 0);
        assertEquals(28, new CutOut(28, 28, true).of(blank).width());
    }
}
