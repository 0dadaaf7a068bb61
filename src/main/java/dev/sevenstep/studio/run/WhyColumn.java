package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.Background;
import dev.sevenstep.pipeline.Explainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.util.Duration;

/**
 * A column that says in a few words what moved a score most. Worked out off the JavaFX thread, and only for rows that come into
 * view: an explanation scores the model dozens of times.
 */
final class WhyColumn extends TableColumn<Integer, String> {
    /** Width in which it says something. */
    static final double LEAST = 140;
    private static final Duration REST = Duration.millis(80);
    private static final int REASONS = 2;
    /** More rows than a table shows at once; what was scrolled past is not worked out. */
    private static final int MOST = 40;

    private final RunContext context;
    private final Map<Integer, ReadOnlyStringWrapper> words = new HashMap<>();
    private final SequencedSet<Integer> asked = new LinkedHashSet<>();
    private final PauseTransition rest = new PauseTransition(REST);
    private long newest;

    WhyColumn(RunContext context) {
        super("Why");
        this.context = context;
        setSortable(false);
        setMinWidth(LEAST);
        setPrefWidth(300);
        setCellValueFactory(features -> words.computeIfAbsent(features.getValue(), row -> {
            asked.add(row);
            rest.playFromStart();
            return new ReadOnlyStringWrapper("");
        }));
        rest.setOnFinished(_ -> work());
    }

    /** Another approach has other reasons. */
    void forget() {
        newest++;
        words.clear();
        asked.clear();
    }

    private void work() {
        long request = newest;
        Optional<Explainer> explainer = context.model().focus().flatMap(focus -> focus.explainer());
        if (explainer.isEmpty()) {
            return;
        }
        while (asked.size() > MOST) {
            words.remove(asked.removeFirst());
        }
        List<Integer> rows = List.copyOf(asked);
        asked.clear();
        Background.run(context.executor(), () -> {
            List<String> texts = new ArrayList<>();
            for (int row : rows) {
                texts.add(request == newest ? text(explainer.get().reasons(row)) : "");
            }
            return texts;
        }, texts -> {
            if (request == newest) {
                for (int i = 0; i < rows.size(); i++) {
                    words.computeIfAbsent(rows.get(i), _ -> new ReadOnlyStringWrapper()).set(texts.get(i));
                }
            }
        });
    }

    private static String text(List<Explainer.Reason> reasons) {
        return reasons.stream().filter(reason -> reason.effect() != 0).limit(REASONS)
                .map(reason -> (reason.effect() > 0 ? "↑ " : "↓ ") + reason.feature() + " " + reason.value())
                .collect(Collectors.joining(" · "));
    }
}
