package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The test of a ranking: every user's history and lists as long as people see them, the maps, and what was measured of candidates. */
final class KeptLists {
    private static final int MOST_RANKINGS = 1_000;

    private KeptLists() {
    }

    static void write(KeptOutput out, RankingTest test) throws IOException {
        out.whole(test.items().size());
        for (RankingTest.Item item : test.items()) {
            out.text(item.id());
            out.text(item.title());
            out.text(item.note());
            out.texts(item.tags());
            out.whole(item.known());
        }
        out.texts(test.users());
        for (int user = 0; user < test.users().size(); user++) {
            out.wholes(test.histories()[user]);
            out.wholes(test.heldOut()[user]);
        }
        out.whole(test.cutoff());
        out.text(test.note());
        out.whole(test.rankings().size());
        for (Map.Entry<String, Ranking> entry : test.rankings().entrySet()) {
            out.text(entry.getKey());
            ranking(out, entry.getValue(), test.users().size(), test.cutoff());
        }
        out.flag(test.coldStart().isPresent());
        if (test.coldStart().isPresent()) {
            coldStart(out, test.coldStart().get());
        }
    }

    private static void ranking(KeptOutput out, Ranking ranking, int users, int cutoff) throws IOException {
        for (int user = 0; user < users; user++) {
            int length = Math.min(cutoff, ranking.lists()[user].length);
            out.wholes(Arrays.copyOf(ranking.lists()[user], length));
            out.floats(Arrays.copyOf(ranking.scores()[user], length));
        }
        out.flag(ranking.map().isPresent());
        if (ranking.map().isPresent()) {
            out.floats(ranking.map().get().x());
            out.floats(ranking.map().get().y());
        }
        out.whole(ranking.points().size());
        for (Ranking.CandidatePoint point : ranking.points()) {
            out.whole(point.candidates());
            out.real(point.recall());
            out.real(point.p50Micros());
            out.real(point.p99Micros());
        }
    }

    private static void coldStart(KeptOutput out, ColdStart measured) throws IOException {
        out.whole(measured.users());
        out.whole(measured.cutoff());
        out.whole(measured.curves().size());
        for (ColdStart.Curve curve : measured.curves()) {
            out.text(curve.approach());
            out.reals(curve.hidden());
            for (Estimate recall : curve.recall()) {
                out.real(recall.value());
                out.real(recall.low());
                out.real(recall.high());
            }
        }
    }

    static RankingTest read(KeptInput in) throws IOException {
        int size = in.count(KeptInput.MOST);
        List<RankingTest.Item> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(new RankingTest.Item(in.text(), in.text(), in.text(), in.texts(), in.whole()));
        }
        List<String> users = in.texts();
        int[][] histories = new int[users.size()][];
        int[][] heldOut = new int[users.size()][];
        for (int user = 0; user < users.size(); user++) {
            histories[user] = items(in, size);
            heldOut[user] = items(in, size);
        }
        int cutoff = in.whole();
        String note = in.text();
        Map<String, Ranking> rankings = new LinkedHashMap<>();
        int count = in.count(MOST_RANKINGS);
        for (int i = 0; i < count; i++) {
            rankings.put(in.text(), ranking(in, users.size(), size));
        }
        Optional<ColdStart> coldStart = in.flag() ? Optional.of(coldStart(in)) : Optional.empty();
        return new RankingTest(items, users, histories, heldOut, cutoff, note, rankings, coldStart);
    }

    /** Numbers of items there are. */
    private static int[] items(KeptInput in, int size) throws IOException {
        int[] items = in.wholes();
        for (int item : items) {
            if (item < 0 || item >= size) {
                throw new IOException("its lists are damaged");
            }
        }
        return items;
    }

    private static Ranking ranking(KeptInput in, int users, int items) throws IOException {
        int[][] lists = new int[users][];
        float[][] scores = new float[users][];
        for (int user = 0; user < users; user++) {
            lists[user] = items(in, items);
            scores[user] = in.floats();
        }
        Optional<Ranking.ItemMap> map = in.flag()
                ? Optional.of(new Ranking.ItemMap(in.floats(), in.floats()))
                : Optional.empty();
        List<Ranking.CandidatePoint> points = new ArrayList<>();
        int count = in.count(MOST_RANKINGS);
        for (int i = 0; i < count; i++) {
            points.add(new Ranking.CandidatePoint(in.whole(), in.real(), in.real(), in.real()));
        }
        return new Ranking(lists, scores, Optional.empty(), map, points, Optional.empty());
    }

    private static ColdStart coldStart(KeptInput in) throws IOException {
        int users = in.whole();
        int cutoff = in.whole();
        List<ColdStart.Curve> curves = new ArrayList<>();
        int count = in.count(MOST_RANKINGS);
        for (int i = 0; i < count; i++) {
            String approach = in.text();
            double[] hidden = in.reals();
            List<Estimate> recall = new ArrayList<>();
            for (int at = 0; at < hidden.length; at++) {
                recall.add(new Estimate(in.real(), in.real(), in.real()));
            }
            curves.add(new ColdStart.Curve(approach, hidden, recall));
        }
        return new ColdStart(curves, users, cutoff);
    }

    /** The test without users and items: what was measured of candidates and hidden histories is left. */
    static RankingTest withoutLists(RankingTest test) {
        Map<String, Ranking> rankings = new LinkedHashMap<>();
        test.rankings().forEach((id, ranking) -> rankings.put(id, new Ranking(new int[0][], new float[0][],
                Optional.empty(), Optional.empty(), ranking.points(), Optional.empty())));
        return new RankingTest(List.of(), List.of(), new int[0][], new int[0][], test.cutoff(), test.note(), rankings,
                test.coldStart());
    }
}
