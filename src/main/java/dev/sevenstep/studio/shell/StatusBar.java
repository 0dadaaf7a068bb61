package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Motion;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The line at the bottom: what is selected where something can be, what is going on, how the document stands. */
final class StatusBar extends HBox {
    StatusBar(DocumentSession session, ObservableValue<Optional<Path>> saving, BackgroundWork work,
            ObservableValue<View> view) {
        getStyleClass().add("status-bar");
        Label selected = new Label();
        session.selectionProperty().subscribe(now -> selected.setText(textOf(now)));
        selected.setId("selected");
        view.subscribe(shown -> selected.setVisible(shown == View.DESIGN));
        Label counts = new Label();
        session.designProperty().subscribe(design -> counts.setText(countsOf(design)));
        Label saved = new Label();
        Runnable show = () -> showSaved(saved, session, saving.getValue());
        session.pathProperty().subscribe(show);
        session.changedProperty().subscribe(show);
        saving.subscribe(_ -> show.run());
        ProgressIndicator busy = new ProgressIndicator();
        busy.setAccessibleText("Working");
        busy.managedProperty().bind(busy.visibleProperty());
        // The wheel turns: where nothing may move, a word says the same.
        Label working = new Label("Working…");
        working.managedProperty().bind(working.visibleProperty());
        // Only while it is seen: the work outlives a closed tab.
        sceneProperty().flatMap(_ -> work.runningProperty()).orElse(0).subscribe(jobs -> {
            boolean still = Motion.isReduced(this);
            busy.setVisible(jobs.intValue() > 0 && !still);
            working.setVisible(jobs.intValue() > 0 && still);
        });
        getChildren().addAll(selected, Row.spring(), busy, working, saved, counts);
    }

    private static String textOf(Selection selection) {
        if (selection.step().isPresent()) {
            return "Step " + selection.step().get().number() + " selected";
        }
        return selection.isEmpty() ? "Nothing selected" : selection.ids().size() + " selected";
    }

    private static String countsOf(Design design) {
        int cards = design.components().size();
        long links = design.links().stream().filter(link -> !link.disabled()).count();
        return cards + (cards == 1 ? " component · " : " components · ") + links + (links == 1 ? " link" : " links");
    }

    private static void showSaved(Label label, DocumentSession session, Optional<Path> saving) {
        Optional<Path> path = session.path();
        String name = path.map(file -> file.getFileName().toString()).orElse("");
        String state = path.isEmpty()
                ? session.isChanged() ? "Not saved yet" : ""
                : session.isChanged() ? name + " · changes not saved" : name + " · saved";
        label.setText(saving.map(file -> "Saving to " + file.getFileName() + "…").orElse(state));
        label.setTooltip(path.map(file -> new Tooltip(file.toString())).orElse(null));
    }
}
