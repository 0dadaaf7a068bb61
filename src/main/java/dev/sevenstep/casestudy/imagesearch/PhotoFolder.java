package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.DataFile;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Photographs on disk: a folder, in it a folder for each class, in these JPEG and PNG files. Every file is decoded once while loading;
 * what is kept of it gives way when memory is short and is then read again.
 */
final class PhotoFolder implements PictureSet {
    /** The side of the square that the middle of a photograph is brought to. */
    static final int SIDE = 224;
    /** More files are refused. */
    static final int MOST_FILES = 200_000;

    private static final int SHOWN_SIDE = 256;
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png");

    private final Path folder;
    private final List<String> classes;
    private final List<Photo> photos;
    private final String hash;
    private final List<ImageTest.Skipped> skipped;
    private final AtomicReferenceArray<@Nullable SoftReference<Picture>> kept;

    private PhotoFolder(Path folder, List<Read> read) {
        this.folder = folder;
        List<Read> usable = read.stream().filter(each -> each.reason().isEmpty()).toList();
        classes = usable.stream().map(Read::ofClass).distinct().toList();
        photos = usable.stream().map(each -> new Photo(each.file(), classes.indexOf(each.ofClass()))).toList();
        skipped = read.stream().flatMap(each -> each.reason().stream()
                .map(reason -> new ImageTest.Skipped(folder.relativize(each.file()).toString(), reason))).toList();
        kept = new AtomicReferenceArray<>(photos.size());
        MessageDigest digest = DataFile.sha256();
        for (int i = 0; i < usable.size(); i++) {
            kept.set(i, usable.get(i).square());
            digest.update((name(i) + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(usable.get(i).hash());
        }
        hash = HexFormat.of().formatHex(digest.digest());
    }

    private record Photo(Path file, int label) {}

    /**
     * A file looked at.
     *
     * @param reason why it cannot be used
     */
    private record Read(Path file, String ofClass, byte[] hash, @Nullable SoftReference<Picture> square,
            Optional<String> reason) {}

    /**
     * Decodes every picture; those that cannot be used are listed and passed over.
     *
     * @throws RunException when the folder cannot be read, or fewer than two classes have pictures
     */
    static PhotoFolder read(Path folder, int threads, Progress progress) {
        List<Path> files = files(folder);
        Read[] read = new Read[files.size()];
        AtomicInteger done = new AtomicInteger();
        Parallel.forEach(threads, read.length, i -> {
            read[i] = read(files.get(i));
            progress.report((double) done.incrementAndGet() / read.length);
        });
        PhotoFolder made = new PhotoFolder(folder, List.of(read));
        if (made.classes.size() < 2) {
            throw new RunException("In " + folder + " there are pictures of " + made.classes.size()
                    + " classes. At least two are needed: a folder for each class, in it its JPEG and PNG files"
                    + (made.skipped.isEmpty()
                            ? ""
                            : ". " + made.skipped.size() + " files could not be used, such as "
                                    + made.skipped.getFirst().file() + ", which " + made.skipped.getFirst().reason()));
        }
        return made;
    }

    private static List<Path> files(Path folder) {
        try {
            List<Path> files = new ArrayList<>();
            for (Path ofClass : list(folder).stream().filter(Files::isDirectory).toList()) {
                for (Path file : list(ofClass)) {
                    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                    if (ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file)) {
                        files.add(file);
                    }
                }
                if (files.size() > MOST_FILES) {
                    throw new RunException(folder + " has more than " + MOST_FILES + " pictures. Give fewer");
                }
            }
            return files;
        } catch (IOException e) {
            throw new RunException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** In the order of names, which does not depend on the file system; hidden ones left out. */
    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .sorted(Comparator.comparing(entry -> String.valueOf(entry.getFileName()))).toList();
        }
    }

    private static Read read(Path file) {
        String ofClass = String.valueOf(file.getName(file.getNameCount() - 2));
        try {
            byte[] content = PhotoFile.bytes(file);
            Picture square = square(PhotoFile.read(content));
            return new Read(file, ofClass, DataFile.sha256().digest(content), new SoftReference<>(square),
                    Optional.empty());
        } catch (PhotoFile.Unusable e) {
            return new Read(file, ofClass, new byte[0], null, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** From the middle, as things are photographed there; squeezed into a square instead they are found less often. */
    private static Picture square(Picture picture) {
        int side = Math.min(picture.width(), picture.height());
        return Resample.to(picture.part((picture.width() - side) / 2, (picture.height() - side) / 2, side, side), SIDE,
                SIDE);
    }

    @Override
    public String title() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int size() {
        return photos.size();
    }

    @Override
    public int label(int item) {
        return photos.get(item).label();
    }

    /** With a slash on every system: the hash of the data depends on it. */
    @Override
    public String name(int item) {
        Path file = photos.get(item).file();
        return classes.get(label(item)) + "/" + file.getFileName();
    }

    /** @throws RunException when the file has gone or changed into something else */
    @Override
    public Picture picture(int item) {
        SoftReference<Picture> reference = kept.get(item);
        Picture picture = reference == null ? null : reference.get();
        if (picture == null) {
            Path file = photos.get(item).file();
            try {
                picture = square(PhotoFile.read(PhotoFile.bytes(file)));
            } catch (PhotoFile.Unusable e) {
                throw new RunException(file + ", which was read before, " + e.getMessage(), e);
            }
            kept.set(item, new SoftReference<>(picture));
        }
        return picture;
    }

    /** A photograph as people see it. */
    static Picture shown(Path file) throws PhotoFile.Unusable {
        return Resample.within(PhotoFile.read(PhotoFile.bytes(file)), SHOWN_SIDE);
    }

    @Override
    public Picture shown(int item) {
        try {
            return shown(photos.get(item).file());
        } catch (PhotoFile.Unusable e) {
            return Picture.gone();
        }
    }

    @Override
    public Picture form(Picture foreign) {
        return square(foreign);
    }

    @Override
    public boolean photographs() {
        return true;
    }

    @Override
    public List<ImageTest.Skipped> skipped() {
        return skipped;
    }
}
