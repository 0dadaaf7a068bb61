package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.FigureText;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.ModelVersion;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs in words, the same in table, details and comparison. */
final class RunWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final int HASH = 8;

    private RunWords() {
    }

    /** 23 Nov 10:41; of another year than this without the time: 23 Nov 2025. */
    static String time(Instant moment, Clock clock) {
        ZonedDateTime then = moment.atZone(clock.getZone());
        boolean thisYear = then.getYear() == clock.instant().atZone(clock.getZone()).getYear();
        return (thisYear ? TIME : EARLIER).format(then);
    }

    /** 4.2 s, 3 min 20 s, 2 h 5 min. */
    static String duration(double seconds) {
        if (seconds < 60) {
            return Numbers.fixed(seconds, 1) + " s";
        }
        long whole = Math.round(seconds);
        return whole < 3_600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3_600 + " h " + whole % 3_600 / 60 + " min";
    }

    /** 0.612 [0.580, 0.644], or the value alone where no interval applies. */
    static String figure(Estimate estimate, MetricSpec metric) {
        return FigureText.of(estimate, metric).line();
    }

    /** The first digits of the hash: enough to tell data apart. */
    static String hash(RunRecord run) {
        String hash = run.dataset().hash();
        return hash.substring(0, Math.min(HASH, hash.length()));
    }

    /** The best approach's figure; empty when it has none. */
    static Optional<Estimate> best(RunRecord run, MetricSpec metric) {
        return run.best().flatMap(approach -> run.metric(approach.id(), metric.key()));
    }

    /** The figure a run is first judged by, with its name; a dash when it has none. */
    static String headline(RunRecord run) {
        return run.metrics().stream().findFirst()
                .flatMap(metric -> best(run, metric).map(estimate -> metric.label() + " " + figure(estimate, metric)))
                .orElse("–");
    }

    static String approach(RunRecord run) {
        return ComparedRuns.bestApproach(run);
    }

    /** The figure before whose it is: what a narrow field cuts off is the less telling part. */
    static String figureFirst(RunAxis axis) {
        int colon = axis.title().indexOf(": ");
        return colon < 0
                ? axis.title()
                : axis.title().substring(colon + 2) + " · " + axis.title().substring(0, colon);
    }

    static String stage(ModelVersion.Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    /** Labels, sweep and the stages of models made from a run. */
    static String tags(RunRecord run, List<ModelVersion> versions) {
        List<String> words = new ArrayList<>();
        versions.forEach(
                version -> words.add(version.model() + " " + version.number() + ": " + stage(version.stage())));
        run.sweep().ifPresent(sweep -> words.add("sweep " + sweep));
        words.addAll(run.labels());
        return String.join(" · ", words);
    }
}
