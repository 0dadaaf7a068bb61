package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.studio.control.Background;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the board of a ranking shows: one user, of whom part of the history may be hidden, what two approaches recommend then, and
 * the items that are marked everywhere. For the JavaFX thread.
 */
final class RankingModel {
    private final Executor executor;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(this, "asked",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Set<Integer>> brushed = new ReadOnlyObjectWrapper<>(this, "brushed", Set.of());
    private final ReadOnlyObjectWrapper<Optional<Integer>> item = new ReadOnlyObjectWrapper<>(this, "item",
            Optional.empty());
    private final Slot first = new Slot();
    private final Slot second = new Slot();

    RankingModel(Executor executor) {
        this.executor = executor;
    }

    /**
     * Of whom lists are asked.
     *
     * @param user number of a test user
     * @param hidden how many items of the history, from the most recent on, the approaches do not know
     */
    record Asked(RankingTest test, int user, int hidden) {

        /** What the approaches know, in the order of time. */
        int[] known() {
            int[] history = test.histories()[user];
            return Arrays.copyOf(history, history.length - hidden);
        }

        /** Whether part of the history can be hidden: that takes a model. */
        boolean hides() {
            return test.rankings().keySet().stream().anyMatch(this::learnt);
        }

        /** Whether an approach has its model; those of a kept run are gone. */
        boolean learnt(String approach) {
            Ranking ranking = test.rankings().get(approach);
            return ranking != null && ranking.recommender().isPresent();
        }

        boolean heldOut(int of) {
            return Arrays.binarySearch(test.heldOut()[user], of) >= 0;
        }
    }

    /** What one approach recommends, best first. */
    record Answer(Asked asked, String approach, List<Ranking.Scored> items) {
        Answer {
            items = List.copyOf(items);
        }

        int[] numbers() {
            return items.stream().mapToInt(Ranking.Scored::item).toArray();
        }

        /** From 1; 0 when it is not in the list. */
        int rank(int of) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).item() == of) {
                    return i + 1;
                }
            }
            return 0;
        }

        /** Nothing tells the items apart: the approach knows nothing of the user. */
        boolean blank() {
            return items.isEmpty() || items.getFirst().score() == items.getLast().score();
        }
    }

    /** The list of one of the two approaches. */
    final class Slot {
        private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(this, "answer",
                Optional.empty());
        private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
        private String approach = "";
        private volatile long newest;

        /** The newest list that was worked out; that of an earlier question while {@link #busyProperty}. */
        ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
            return answer.getReadOnlyProperty();
        }

        ReadOnlyBooleanProperty busyProperty() {
            return busy.getReadOnlyProperty();
        }

        String approach() {
            return approach;
        }

        void choose(String id) {
            approach = id;
            ask();
        }

        /** Whole histories have their lists from the run; others are ranked off the JavaFX thread, and the newest request wins. */
        private void ask() {
            long request = ++newest;
            Asked now = asked.get().orElse(null);
            Ranking ranking = now == null ? null : now.test.rankings().get(approach);
            if (now == null || ranking == null) {
                busy.set(false);
                answer.set(Optional.empty());
                return;
            }
            String id = approach;
            if (now.hidden == 0) {
                busy.set(false);
                answer.set(Optional.of(new Answer(now, id, kept(ranking, now))));
                return;
            }
            if (ranking.recommender().isEmpty()) {
                // Its kept list is that of the whole history.
                busy.set(false);
                answer.set(Optional.empty());
                return;
            }
            Ranking.Recommender model = ranking.recommender().get();
            busy.set(true);
            Background.run(executor,
                    () -> request == newest
                            ? ColdStart.list(now.test, model, now.user, now.hidden)
                            : List.<Ranking.Scored>of(),
                    list -> {
                        if (request == newest) {
                            answer.set(Optional.of(new Answer(now, id, list)));
                            busy.set(false);
                        }
                    });
        }
    }

    private static List<Ranking.Scored> kept(Ranking ranking, Asked now) {
        List<Ranking.Scored> items = new ArrayList<>();
        int[] list = ranking.lists()[now.user];
        for (int i = 0; i < Math.min(list.length, now.test.cutoff()); i++) {
            items.add(new Ranking.Scored(list[i], ranking.scores()[now.user][i]));
        }
        return items;
    }

    ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** Items that stand out wherever they are; empty for none. */
    ReadOnlyObjectProperty<Set<Integer>> brushedProperty() {
        return brushed.getReadOnlyProperty();
    }

    /** The one item in focus. */
    ReadOnlyObjectProperty<Optional<Integer>> itemProperty() {
        return item.getReadOnlyProperty();
    }

    Slot first() {
        return first;
    }

    Slot second() {
        return second;
    }

    /**
     * Shows a test from its first user on. When it has the users of the one before, as after the run was made again, the user and the
     * approaches that were looked at stay.
     *
     * @param ran the approaches that have lists, at least one
     */
    void show(RankingTest test, List<String> ran) {
        Optional<Asked> before = asked.get().filter(now -> now.test.users().equals(test.users()));
        boolean same = before.isPresent();
        first.approach = same && ran.contains(first.approach) ? first.approach : ran.getFirst();
        second.approach = same && ran.contains(second.approach) ? second.approach : ran.getLast();
        brush(Set.of());
        ask(new Asked(test, before.map(Asked::user).orElse(0), 0));
    }

    /** An approach has its model again; who is looked at, and what of, stays. */
    void learnt(String approach, Ranking ranking) {
        asked.get().ifPresent(now -> {
            asked.set(Optional.of(new Asked(now.test.with(approach, ranking), now.user, now.hidden)));
            first.ask();
            second.ask();
        });
    }

    void user(int number) {
        asked.get().filter(now -> now.user != number).ifPresent(now -> ask(new Asked(now.test, number, 0)));
    }

    void hide(int latest) {
        asked.get().filter(now -> now.hidden != latest).ifPresent(now -> ask(new Asked(now.test, now.user, latest)));
    }

    private void ask(Asked question) {
        boolean other = asked.get().filter(now -> now.user == question.user && now.test == question.test).isEmpty();
        if (other) {
            item.set(Optional.empty());
        }
        asked.set(Optional.of(question));
        first.ask();
        second.ask();
    }

    void brush(Set<Integer> items) {
        brushed.set(Set.copyOf(items));
        if (item.get().filter(of -> !items.isEmpty() && !items.contains(of)).isPresent()) {
            item.set(Optional.empty());
        }
    }

    void focus(Optional<Integer> of) {
        item.set(of);
    }

    /** Nothing is marked any more; false when nothing was. */
    boolean clear() {
        boolean some = !brushed.get().isEmpty() || item.get().isPresent();
        item.set(Optional.empty());
        brushed.set(Set.of());
        return some;
    }
}
