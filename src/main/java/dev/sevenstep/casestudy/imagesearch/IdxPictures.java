package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.DataFile;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures of an IDX file with the labels of the file beside it. */
final class IdxPictures implements PictureSet {
    private static final String SHIPPED = "/dev/sevenstep/case-studies/image-search/data/t10k-";
    private static final List<String> FASHION = List.of("T-shirt", "Trousers", "Pullover", "Dress", "Coat", "Sandal",
            "Shirt", "Trainer", "Bag", "Ankle boot");

    private final String title;
    private final String hash;
    private final IdxFile.Pictures pictures;
    private final byte[] labels;
    private final List<String> classes;
    private final CutOut cutOut;

    private IdxPictures(String title, DataFile.Content<IdxFile.Pictures> pictures, byte[] labels,
            List<String> classes) {
        this.title = title;
        this.hash = pictures.hash();
        this.pictures = pictures.value();
        this.labels = labels;
        this.classes = classes;
        this.cutOut = new CutOut(this.pictures.width(), this.pictures.height(), darkGround(this.pictures));
    }

    /** The pictures that come with the program: the test set of Fashion-MNIST. */
    static IdxPictures shipped(Progress progress) {
        return of("Fashion-MNIST, test set", DataFile.Source.of(IdxPictures.class, SHIPPED + "images-idx3-ubyte.gz"),
                DataFile.Source.of(IdxPictures.class, SHIPPED + "labels-idx1-ubyte.gz"), FASHION, progress);
    }

    /**
     * Reads a file of pictures, and the labels from the file beside it whose name says "labels" and "idx1" instead of "images" and
     * "idx3".
     *
     * @throws RunException when one cannot be read or they do not fit each other
     */
    static IdxPictures read(Path file, Progress progress) {
        if (!Files.exists(file)) {
            throw new RunException("There is no file or folder " + file);
        }
        String name = String.valueOf(file.getFileName());
        Path beside = file.resolveSibling(name.replace("images", "labels").replace("idx3", "idx1"));
        if (beside.equals(file) || !Files.exists(beside)) {
            throw new RunException(
                    "For " + name + " there are no labels: a file beside it was looked for, named alike with"
                            + " 'labels' for 'images' and 'idx1' for 'idx3'");
        }
        return of(name, DataFile.Source.of(file), DataFile.Source.of(beside), List.of(), progress);
    }

    private static IdxPictures of(String title, DataFile.Source images, DataFile.Source names, List<String> classes,
            Progress progress) {
        DataFile.Content<IdxFile.Pictures> pictures = IdxFile.pictures(images, progress);
        byte[] labels = IdxFile.labels(names, progress.quiet()).value();
        if (labels.length != pictures.value().count()) {
            throw new RunException(names.name() + " has " + labels.length + " labels, " + images.name() + " "
                    + pictures.value().count() + " pictures; they do not belong together");
        }
        int most = IntStream.range(0, labels.length).map(i -> labels[i] & 0xff).max().orElse(0);
        return new IdxPictures(title, pictures, labels,
                classes.size() > most ? classes : IntStream.rangeClosed(0, most).mapToObj(String::valueOf).toList());
    }

    /** Whether what surrounds the things is dark: the mean of all corners. */
    private static boolean darkGround(IdxFile.Pictures pictures) {
        int pixels = pictures.width() * pictures.height();
        long sum = 0;
        for (int i = 0; i < pictures.count(); i++) {
            int first = i * pixels;
            sum += (pictures.levels()[first] & 0xff) + (pictures.levels()[first + pictures.width() - 1] & 0xff)
                    + (pictures.levels()[first + pixels - pictures.width()] & 0xff)
                    + (pictures.levels()[first + pixels - 1] & 0xff);
        }
        return sum < 4L * 128 * pictures.count();
    }

    @Override
    public String title() {
        return title;
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
        return labels.length;
    }

    @Override
    public int label(int item) {
        return labels[item] & 0xff;
    }

    @Override
    public String name(int item) {
        return "no. " + (item + 1);
    }

    @Override
    public Picture picture(int item) {
        return Picture.grey(pictures.width(), pictures.height(), pictures.levels(),
                item * pictures.width() * pictures.height());
    }

    @Override
    public Picture shown(int item) {
        return Resample.within(picture(item), 256);
    }

    @Override
    public Picture form(Picture foreign) {
        return cutOut.of(foreign);
    }

    @Override
    public boolean photographs() {
        return false;
    }

    @Override
    public List<ImageTest.Skipped> skipped() {
        return List.of();
    }
}
