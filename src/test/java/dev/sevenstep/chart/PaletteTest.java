package dev.sevenstep.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

/** Colours are told apart by everybody, and seen on their ground. */
class PaletteTest {
    /** Full colour vision, then without green and without red cones: Machado, Oliveira and Fernandes, 2009, severity 1. */
    private static final double[][][] EYES = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
            {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};

    @Test
    void coloursOfApproachesStayApart() {
        for (Palette palette : Palette.values()) {
            for (double[][] eye : EYES) {
                for (int i = 0; i < palette.series().size(); i++) {
                    for (int j = 0; j < i; j++) {
                        double apart = distance(lab(eye, palette.series(i)), lab(eye, palette.series(j)));
                        assertTrue(apart >= 25, palette + " " + i + " and " + j + ": " + apart);
                    }
                }
            }
        }
    }

    @Test
    void coloursStandOutFromTheirGround() {
        for (Palette palette : Palette.values()) {
            palette.series()
                    .forEach(color -> assertTrue(contrast(color, palette.surface()) >= 3, palette + " " + color));
            assertTrue(contrast(palette.foreground(), palette.surface()) >= 7);
            assertTrue(contrast(palette.muted(), palette.surface()) >= 4.5);
        }
    }

    @Test
    void aPlaceMeansTheSameInEveryPalette() {
        for (Palette palette : Palette.values()) {
            assertEquals(Palette.LIGHT.series().size(), palette.series().size());
            assertEquals(palette.series(0), palette.series(palette.series().size()));
        }
    }

    private static double[] linear(Color color) {
        double[] rgb = {color.getRed() / 255.0, color.getGreen() / 255.0, color.getBlue() / 255.0};
        for (int i = 0; i < 3; i++) {
            rgb[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color color) {
        double[] rgb = linear(color);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] lab(double[][] eye, Color color) {
        double[] rgb = linear(color);
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2], 0, 1);
        }
        double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
        double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
        return new double[]{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
