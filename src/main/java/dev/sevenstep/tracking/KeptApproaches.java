package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.stats.Band;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What approaches have beside their figures, which stand in the record of the run: scores, threshold, bands, latency. */
final class KeptApproaches {
    private static final int MOST = 1_000;

    private KeptApproaches() {
    }

    static void write(KeptOutput out, List<Approach> approaches) throws IOException {
        out.whole(approaches.size());
        for (Approach approach : approaches) {
            out.text(approach.id());
            out.text(approach.family());
            out.real(approach.threshold());
            out.reals(approach.scores());
            out.flag(approach.bands().isPresent());
            if (approach.bands().isPresent()) {
                for (Band band : List.of(approach.bands().get().precisionByRecall(),
                        approach.bands().get().recallByFalsePositiveRate())) {
                    out.reals(band.x());
                    out.reals(band.low());
                    out.reals(band.high());
                }
            }
            out.flag(approach.latency().isPresent());
            if (approach.latency().isPresent()) {
                out.reals(approach.latency().get().percentiles());
                out.reals(approach.latency().get().micros());
                out.number(approach.latency().get().samples());
            }
        }
    }

    /** What is read of an approach. */
    private record Rest(String family, double threshold, double[] scores, Optional<Approach.Bands> bands,
            Optional<LatencyProfile> latency) {}

    /**
     * The approaches of a run as they were, without models.
     *
     * @param rows how many scores an approach that ran must have; one with none is told to have been kept without
     */
    static List<Approach> read(KeptInput in, RunRecord run, int rows) throws IOException {
        Map<String, Rest> kept = new HashMap<>();
        int count = in.count(MOST);
        for (int i = 0; i < count; i++) {
            kept.put(in.text(), rest(in));
        }
        List<Approach> approaches = new ArrayList<>();
        for (TrackedApproach figures : run.approaches()) {
            Rest of = kept.getOrDefault(figures.id(),
                    new Rest(figures.id(), Double.NaN, new double[0], Optional.empty(), Optional.empty()));
            if (of.scores.length != 0 && of.scores.length != rows) {
                throw new IOException("its scores are damaged");
            }
            Optional<String> unavailable = figures.unavailable().or(() -> of.scores.length == rows
                    ? Optional.empty()
                    : Optional.of("kept without its scores, as this was a trial of a sweep for another approach"));
            approaches.add(new Approach(figures.id(), figures.name(), of.family(),
                    new LinkedHashMap<>(figures.metrics()), of.bands(), figures.stages(), of.latency(),
                    figures.modelBytes(), of.scores(), of.threshold(), Optional.empty(), unavailable));
        }
        return approaches;
    }

    private static Rest rest(KeptInput in) throws IOException {
        String family = in.text();
        double threshold = in.real();
        double[] scores = in.reals();
        Optional<Approach.Bands> bands = in.flag()
                ? Optional.of(new Approach.Bands(new Band(in.reals(), in.reals(), in.reals()),
                        new Band(in.reals(), in.reals(), in.reals())))
                : Optional.empty();
        Optional<LatencyProfile> latency = in.flag()
                ? Optional.of(new LatencyProfile(in.reals(), in.reals(), in.number()))
                : Optional.empty();
        return new Rest(family, threshold, scores, bands, latency);
    }

    /** Without the scores of all approaches but one. */
    static List<Approach> scoresOf(List<Approach> approaches, String one) {
        return approaches.stream().map(each -> each.id().equals(one)
                ? each
                : new Approach(each.id(), each.name(), each.family(), each.metrics(), Optional.empty(), each.stages(),
                        each.latency(), each.modelBytes(), new double[0], each.threshold(), Optional.empty(),
                        each.unavailable()))
                .toList();
    }
}
