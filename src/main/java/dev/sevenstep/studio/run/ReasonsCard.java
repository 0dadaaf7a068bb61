package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.Background;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Explainer;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Why one row got its score: the strongest features as bars to the left (down) and right (up). */
final class ReasonsCard extends Card {
    private static final int MOST = 8;

    private final RunContext context;
    private final GridPane bars = new GridPane();
    private long newest;

    ReasonsCard(RunContext context) {
        super("Why this score");
        this.context = context;
        setId("reasons-card");
        bars.getStyleClass().add("reasons");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.SOMETIMES);
        name.setPercentWidth(54);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints effect = new ColumnConstraints();
        effect.setHalignment(HPos.RIGHT);
        effect.setMinWidth(Region.USE_PREF_SIZE);
        bars.getColumnConstraints().setAll(name, bar, effect);
        ScrollPane scroll = new ScrollPane(bars);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setBody(scroll);
        say("Choose a row: the features that moved its score stand here.");
    }

    /** @param row null for none */
    void show(@Nullable Integer row) {
        long request = ++newest;
        Optional<Approach> focus = context.model().focus();
        if (row == null || focus.isEmpty()) {
            setSubtitle("");
            say("Choose a row: the features that moved its score stand here.");
            return;
        }
        Approach approach = focus.get();
        setSubtitle("score " + Numbers.fixed(approach.scores()[row], 3) + " · " + approach.name());
        Optional<Explainer> explainer = approach.explainer();
        if (explainer.isEmpty()) {
            say(context.model().chartsProperty().get().filter(run -> run.result().modelsGone()).isPresent()
                    ? "Reasons need the model, which is not kept with a run."
                    : approach.name() + " cannot say why.");
            return;
        }
        Background.run(context.executor(),
                () -> request == newest ? explainer.get().reasons(row) : List.<Explainer.Reason>of(),
                reasons -> {
                    if (request == newest) {
                        show(reasons);
                    }
                });
    }

    private void say(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        bars.getChildren().clear();
        bars.add(label, 0, 0, 3, 1);
    }

    private void show(List<Explainer.Reason> reasons) {
        bars.getChildren().clear();
        List<Explainer.Reason> strongest = reasons.stream().limit(MOST).toList();
        if (strongest.isEmpty()) {
            say("No feature moved this score.");
            return;
        }
        double most = strongest.stream().mapToDouble(reason -> Math.abs(reason.effect())).max().orElse(1);
        for (int i = 0; i < strongest.size(); i++) {
            Explainer.Reason reason = strongest.get(i);
            String sign = reason.effect() >= 0 ? "+" : "";
            Label name = new Label(reason.feature() + " " + reason.value());
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            name.setTooltip(new Tooltip(reason.feature() + " = " + reason.value()));
            Label effect = new Label(sign + Numbers.fixed(reason.effect(), 3));
            effect.getStyleClass().add("muted");
            bars.addRow(i, name, new Bar(reason.effect() / (most == 0 ? 1 : most), name.getText() + ", "
                    + effect.getText()), effect);
        }
    }

    /** A bar from the middle, to the right for what raised the score. */
    private static final class Bar extends Pane {
        private final Region fill = new Region();
        private final Region axis = new Region();
        private final double share;

        /** @param share -1 to 1 */
        Bar(double share, String text) {
            this.share = share;
            setMinHeight(14);
            setPrefWidth(60);
            setAccessibleRole(AccessibleRole.TEXT);
            setAccessibleText(text);
            axis.getStyleClass().add("reason-axis");
            fill.getStyleClass().addAll("reason-bar", share >= 0 ? "raises" : "lowers");
            getChildren().addAll(axis, fill);
        }

        @Override
        protected void layoutChildren() {
            double middle = getWidth() / 2;
            double length = Math.max(1, Math.abs(share) * (middle - 2));
            axis.resizeRelocate(Math.rint(middle), 0, 1, getHeight());
            fill.resizeRelocate(share >= 0 ? middle + 1 : middle - length, 3, length, getHeight() - 6);
        }
    }
}
