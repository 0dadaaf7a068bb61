package dev.sevenstep.studio.run.images;

import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.studio.control.Background;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Pictures of galleries as images: made off the JavaFX thread, the latest asked for first, as what was asked for before may have been
 * scrolled out of sight; kept while there is room. For the JavaFX thread.
 */
public final class PictureImages {
    /** Of all images kept: 64 MB. */
    private static final long MOST_PIXELS = 16_000_000;
    private static final int BATCH = 48;
    private static final int OPAQUE = 0xff000000;

    private final Executor executor;
    private final LinkedHashMap<Key, Image> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final LinkedHashMap<Key, List<Consumer<Image>>> waiting = new LinkedHashMap<>();
    private long pixels;
    private boolean busy;

    private record Key(ImageTest.Gallery gallery, int item) {}

    private record Made(Key key, Image image) {}

    public PictureImages(Executor executor) {
        this.executor = executor;
    }

    /** @param then gets the image: at once where it is at hand, else later on the JavaFX thread */
    void ask(ImageTest.Gallery gallery, int item, Consumer<Image> then) {
        Key key = new Key(gallery, item);
        Image image = kept.get(key);
        if (image != null) {
            then.accept(image);
            return;
        }
        List<Consumer<Image>> asking = new ArrayList<>(waiting.getOrDefault(key, List.of()));
        asking.add(then);
        waiting.putLast(key, asking);
        next();
    }

    private void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        List<Key> batch = waiting.sequencedKeySet().reversed().stream().limit(BATCH).toList();
        Background.run(executor, () -> batch.stream().map(key -> new Made(key,
                image(key.gallery().picture(key.item())))).toList(), made -> {
                    busy = false;
                    made.forEach(this::keep);
                    next();
                });
    }

    private void keep(Made made) {
        if (kept.put(made.key(), made.image()) == null) {
            pixels += size(made.image());
        }
        List<Map.Entry<Key, Image>> oldest = new ArrayList<>();
        long left = pixels;
        for (Map.Entry<Key, Image> entry : kept.entrySet()) {
            if (left <= MOST_PIXELS) {
                break;
            }
            left -= size(entry.getValue());
            oldest.add(entry);
        }
        oldest.forEach(entry -> kept.remove(entry.getKey()));
        pixels = left;
        List<Consumer<Image>> asking = waiting.remove(made.key());
        if (asking != null) {
            asking.forEach(then -> then.accept(made.image()));
        }
    }

    private static long size(Image image) {
        return (long) (image.getWidth() * image.getHeight());
    }

    /** May be called on any thread. */
    static Image image(Picture picture) {
        int[] argb = picture.rgb().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= OPAQUE;
        }
        return new WritableImage(new PixelBuffer<>(picture.width(), picture.height(), IntBuffer.wrap(argb),
                PixelFormat.getIntArgbPreInstance()));
    }
}
