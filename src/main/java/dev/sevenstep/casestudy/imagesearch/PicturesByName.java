package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.StageLog;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of a run's data by the names that {@link PictureSet#name} gives: photographs one by one, those of an IDX file all at once when
 * the first is asked for.
 */
final class PicturesByName implements Function<String, Picture> {
    private final String data;
    private final String hash;
    private @Nullable Map<String, Integer> items;
    private Optional<IdxPictures> set = Optional.empty();

    /**
     * @param data the folder or file; blank for the pictures that come with the program
     * @param hash of the run's data: an IDX file with another is not shown
     */
    PicturesByName(String data, String hash) {
        this.data = data;
        this.hash = hash;
    }

    @Override
    public Picture apply(String name) {
        if (!data.isBlank() && Files.isDirectory(Path.of(data))) {
            return photograph(Path.of(data), name);
        }
        return ofFile(name);
    }

    private static Picture photograph(Path folder, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            return file.startsWith(folder.normalize()) ? PhotoFolder.shown(file) : Picture.gone();
        } catch (PhotoFile.Unusable | InvalidPathException _) {
            return Picture.gone();
        }
    }

    private synchronized Picture ofFile(String name) {
        Map<String, Integer> known = items;
        if (known == null) {
            set = read();
            known = new HashMap<>();
            for (int i = 0; i < set.map(IdxPictures::size).orElse(0); i++) {
                known.put(set.get().name(i), i);
            }
            items = known;
        }
        Integer item = known.get(name);
        return item == null ? Picture.gone() : set.orElseThrow().shown(item);
    }

    private Optional<IdxPictures> read() {
        StageLog quiet = new StageLog(System::nanoTime, _ -> {});
        try {
            IdxPictures read = data.isBlank() ? IdxPictures.shipped(quiet) : IdxPictures.read(Path.of(data), quiet);
            return Optional.of(read).filter(of -> of.hash().equals(hash));
        } catch (RunException _) {
            return Optional.empty();
        }
    }
}
