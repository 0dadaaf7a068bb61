package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BootstrapEstimates;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.RunUnderWay;
import dev.sevenstep.pipeline.StageTimer;
import dev.sevenstep.stats.UserMeans;
import dev.sevenstep.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** The perceptron of the image search made smaller in several ways: what is lost, what is won. */
public final class ImageCompressionExperiment implements Experiment {
    private static final String DATA = "data";
    private static final String EPOCHS = "epochs";
    private static final String DROPPED = "dropped";
    private static final String REFINEMENT = "refinement";
    private static final String STUDENT = "student";
    private static final String TEMPERATURE = "temperature";
    private static final String TEACHER = "teacher";
    private static final String REPLICATES = "replicates";
    private static final double PERCENT = 100;

    private final Clock clock;
    private final LongSupplier nanoClock;

    /** @param clock for the time of a run in its provenance */
    public ImageCompressionExperiment(Clock clock) {
        this(clock, System::nanoTime);
    }

    /**
     * @param clock for the time of a run in its provenance
     * @param nanoClock what stages and requests are timed with
     */
    public ImageCompressionExperiment(Clock clock, LongSupplier nanoClock) {
        this.clock = clock;
        this.nanoClock = nanoClock;
    }

    @Override
    public String id() {
        return "image-compression";
    }

    @Override
    public String title() {
        return "Network compression";
    }

    @Override
    public String summary() {
        return "The image search's perceptron pruned, in 8 bits, and taught to a small student: accuracy, size and time"
                + " of each.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.File(DATA, "Pictures",
                        "IDX pictures with their labels beside them. Empty: the test set of Fashion-MNIST, which comes with the"
                                + " program.",
                        List.of("gz", "idx3-ubyte")),
                new Parameter.Whole(EPOCHS, "Passes",
                        "Over the training pictures, at most; training stops earlier when it no"
                                + " longer gets better.",
                        "passes", 30, 1, 200),
                new Parameter.Several(DROPPED, "Weights dropped",
                        "Per cent of each layer but the last, the smallest first.",
                        IntStream.of(50, 80, 90, 95)
                                .mapToObj(share -> new Parameter.Option(String.valueOf(share), share + " %")).toList()),
                new Parameter.Whole(REFINEMENT, "Passes after pruning",
                        "Over the training pictures, with the weights that are left;"
                                + " 0 for none.",
                        "passes", 4, 0, 50),
                new Parameter.Whole(STUDENT, "Student's size", "Units of its one hidden layer.", "units", 24, 2, 256),
                new Parameter.Real(TEMPERATURE, "Temperature",
                        "How far the teacher's answers are evened out before the student learns them.", "", 2, 1, 20),
                new Parameter.Real(TEACHER, "Teacher's part", "What its answers count beside the true classes.", "",
                        0.7, 0,
                        1),
                new Parameter.Whole(REPLICATES, "Bootstrap replicates",
                        "Resamples of the test pictures behind each interval; 0 gives no intervals.", "", 200, 0,
                        2_000));
    }

    @Override
    public List<MetricSpec> metrics() {
        return CompressionQuality.metrics();
    }

    @Override
    public RunResult run(ParameterValues parameters, long seed, int threads, Progress progress) {
        RunUnderWay begun = new RunUnderWay(this, parameters, seed, threads, clock, nanoClock);
        StageTimer timer = begun.timer();
        String file = parameters.text(DATA);
        IdxPictures set = timer.time("load", "Reading pictures", progress,
                inner -> file.isBlank() ? IdxPictures.shipped(inner) : IdxPictures.read(Path.of(file), inner));
        ImageSplit split = ImageSplit.of(set, ImageSearchOptions.HELD_OUT);
        CompressionQuality quality = CompressionQuality.of(split, threads, progress);
        List<Made> made = networks(parameters, quality.lesson(), set.classes().size(), seed, threads, progress);
        Perceptron full = made.getFirst().network();
        List<UserMeans> judged = timer.time("test", "Testing", progress,
                inner -> made.stream().map(each -> quality.judge(each.network(), full, threads, inner)).toList());
        List<Map<String, Estimate>> estimates = timer.time("intervals", "Bootstrap intervals", progress,
                inner -> BootstrapEstimates.of(
                        judged.stream().map(each -> Optional.of((BootstrapEstimates.Figures) each::figures))
                                .toList(),
                        metrics(), split.queries().length, parameters.whole(REPLICATES), seed, threads, inner));
        List<Approach> approaches = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            approaches.add(approach(made.get(i), estimates.get(i), quality, progress));
        }
        DatasetInfo info = new DatasetInfo(set.title(), set.hash(), set.size(), false,
                String.format(Locale.ROOT, "%,d pictures of %d classes: learnt from %,d, tested on %,d", set.size(),
                        set.classes().size(), split.catalogue().length, split.queries().length));
        return begun.result(info, metrics(), approaches);
    }

    private record Made(String id, String name, Perceptron network, StageTimer timer) {}

    /** The full network first. */
    private List<Made> networks(ParameterValues parameters, PerceptronTrainer.Lesson lesson, int classes, long seed,
            int threads, Progress progress) {
        if (classes < 2) {
            throw new RunException("The pictures are of one class; there is nothing to tell apart");
        }
        int epochs = parameters.whole(EPOCHS);
        int refinement = parameters.whole(REFINEMENT);
        List<Made> made = new ArrayList<>();
        Perceptron full = make(made, "full", "Full, 32-bit floats", progress,
                inner -> PerceptronFeatures.trainer(epochs).train(lesson, seed, threads, inner));
        List<DenseLayer> layers = full.layers().stream().map(DenseLayer.class::cast).toList();
        for (String share : parameters.several(DROPPED)) {
            make(made, "pruned-" + share, "Pruned by " + share + " %", progress, inner -> {
                Perceptron left = PerceptronTrainer.pruned(full, lesson, Integer.parseInt(share) / PERCENT);
                Perceptron refined = refinement == 0
                        ? left
                        : PerceptronFeatures.trainer(refinement).refine(left, lesson, seed, threads, inner);
                return new Perceptron(
                        refined.layers().stream().map(layer -> SparseLayer.of((DenseLayer) layer)).toList());
            });
        }
        make(made, "int8", "8-bit weights", progress,
                _ -> new Perceptron(layers.stream().map(ByteLayer::of).toList()));
        PerceptronTrainer student = new PerceptronTrainer(new int[]{parameters.whole(STUDENT)}, epochs);
        make(made, "student", "Small, by itself", progress, inner -> student.train(lesson, seed, threads, inner));
        PerceptronTrainer.Lesson taught = lesson.with(new PerceptronTrainer.Teacher(
                CompressionQuality.scores(full, lesson.levels(), threads), parameters.real(TEMPERATURE),
                (float) parameters.real(TEACHER)));
        Perceptron distilled = make(made, "distilled", "Small, taught by the full one", progress,
                inner -> student.train(taught, seed, threads, inner));
        make(made, "distilled-int8", "Small, taught, 8-bit weights", progress, _ -> new Perceptron(
                distilled.layers().stream().map(DenseLayer.class::cast).map(ByteLayer::of).toList()));
        return made;
    }

    private Perceptron make(List<Made> made, String id, String name, Progress progress,
            Progress.Work<Perceptron> work) {
        StageTimer timer = new StageTimer(nanoClock);
        Perceptron network = timer.time("make", name, progress, work);
        made.add(new Made(id, name, network, timer));
        return network;
    }

    private Approach approach(Made made, Map<String, Estimate> figures, CompressionQuality quality,
            Progress progress) {
        float[][] levels = quality.levels();
        LatencyProfile latency = made.timer().time("latency", made.name() + ": latency", progress,
                inner -> new LatencyProbe(nanoClock, 20_000, 50_000, 0.5)
                        .measure(i -> made.network().scores(levels[i % levels.length]), inner));
        return new Approach(made.id(), made.name(), made.id(), figures, Optional.empty(), made.timer().times(),
                Optional.of(latency), made.network().bytes(), new double[0], Double.NaN, Optional.empty(),
                Optional.empty());
    }
}
