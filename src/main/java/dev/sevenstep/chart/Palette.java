package dev.sevenstep.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The colours of everything that is drawn from the model: charts and diagrams, on screen and on paper.
 *
 * <p>The colours of {@link #series} stay apart for readers with red-green colour blindness (CIE76 distance of at least 25
 * for every pair, as seen with full, no red and no green cones) and stand out from the surface by 3 : 1 or more. A place
 * in the list means the same in every palette.
 */
public enum Palette {
    /** Dark text on white, for the window by day. */
    LIGHT(new Ground(0xffffff, 0xf6f8fa, 0x1f2328, 0x656d76, 0xd0d7de, 0xeaeef2), new Signal(0x0969da, 0xddf4ff),
            new Signal(0x1a7f37, 0xdafbe1), new Signal(0x9a6700, 0xfff8c5), new Signal(0xcf222e, 0xffebe9),
            Hues.ON_LIGHT),
    /** Light text on near black. */
    DARK(new Ground(0x161b22, 0x0d1117, 0xe6edf3, 0x8d96a0, 0x30363d, 0x21262d), new Signal(0x4493f8, 0x121d2f),
            new Signal(0x3fb950, 0x12261e), new Signal(0xd29922, 0x272115), new Signal(0xf85149, 0x25171c),
            new int[]{0xfec531, 0x42e383, 0xd07897, 0xbac5ff, 0x4493f8, 0xda4516}),
    /** On white paper: as {@link #LIGHT}, with stronger lines and text. */
    PRINT(new Ground(0xffffff, 0xffffff, 0x1f2328, 0x57606a, 0xb6bec7, 0xe3e7eb), new Signal(0x0969da, 0xddf4ff),
            new Signal(0x1a7f37, 0xdafbe1), new Signal(0x9a6700, 0xfff8c5), new Signal(0xcf222e, 0xffebe9),
            Hues.ON_LIGHT);

    private final Ground ground;
    private final Signal accent;
    private final Signal ok;
    private final Signal warn;
    private final Signal bad;
    private final List<Color> series;

    Palette(Ground ground, Signal accent, Signal ok, Signal warn, Signal bad, int[] series) {
        this.ground = ground;
        this.accent = accent;
        this.ok = ok;
        this.warn = warn;
        this.bad = bad;
        this.series = Arrays.stream(series).mapToObj(Color::new).toList();
    }

    private record Ground(int surface, int background, int foreground, int muted, int line, int subtle) {}

    private record Signal(int strong, int soft) {}

    /** Apart, because the constants of an enum are made before its other fields. */
    private static final class Hues {
        private static final int[] ON_LIGHT = {0xb49011, 0x00aa62, 0xc54b8c, 0x5a257a, 0x0969da, 0xa7221d};
    }

    /** Of cards and charts. */
    public Color surface() {
        return new Color(ground.surface);
    }

    /** Behind cards. */
    public Color background() {
        return new Color(ground.background);
    }

    /** Of text that matters. */
    public Color foreground() {
        return new Color(ground.foreground);
    }

    /** Of labels, units and other secondary text. */
    public Color muted() {
        return new Color(ground.muted);
    }

    /** Of borders and axes. */
    public Color line() {
        return new Color(ground.line);
    }

    /** Of grid lines and quiet fills. */
    public Color subtle() {
        return new Color(ground.subtle);
    }

    /** The one colour that leads the eye. */
    public Color accent() {
        return new Color(accent.strong);
    }

    /** Behind accented text. */
    public Color accentSubtle() {
        return new Color(accent.soft);
    }

    /** Good. */
    public Color ok() {
        return new Color(ok.strong);
    }

    /** Behind good things. */
    public Color okSubtle() {
        return new Color(ok.soft);
    }

    /** Needs a look. */
    public Color warn() {
        return new Color(warn.strong);
    }

    /** Behind things that need a look. */
    public Color warnSubtle() {
        return new Color(warn.soft);
    }

    /** Wrong or lost. */
    public Color bad() {
        return new Color(bad.strong);
    }

    /** Behind things that are wrong. */
    public Color badSubtle() {
        return new Color(bad.soft);
    }

    /** The colours of approaches and other categories, told apart without red and green. */
    public List<Color> series() {
        return series;
    }

    /** The colour of the category at {@code index}; starts again after the last. */
    public Color series(int index) {
        return series.get(Math.floorMod(index, series.size()));
    }
}
