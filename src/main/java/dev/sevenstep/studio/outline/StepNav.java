package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The seven steps at the side, to jump to; the one that is read is marked. */
final class StepNav extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Map<Step, Button> steps = new EnumMap<>(Step.class);

    StepNav(Consumer<Item> go) {
        getStyleClass().addAll("outline-nav", "surface");
        Label heading = new Label("Steps");
        heading.getStyleClass().add("section-title");
        getChildren().add(heading);
        for (Step step : Step.values()) {
            Label number = new Label(String.valueOf(step.number()));
            number.getStyleClass().add("outline-number");
            Button button = entry(step.shortName(), () -> go.accept(new Item.StepHead(step)));
            button.setId("outline-nav-" + step.id());
            button.setGraphic(number);
            steps.put(step, button);
            getChildren().add(button);
        }
        getChildren().add(entry("Notes and frames", () -> go.accept(new Item.NotesHead())));
    }

    private static Button entry(String name, Runnable go) {
        Button button = new Button(name);
        button.getStyleClass().setAll("outline-nav-entry");
        button.setMnemonicParsing(false);
        button.setContentDisplay(ContentDisplay.LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> go.run());
        return button;
    }

    void show(OutlineModel model) {
        steps.forEach((step, button) -> button.setAccessibleText("Go to step " + step.number() + ", "
                + step.fullName() + ", " + Counts.of(model.cards().getOrDefault(step, 0), "component")));
    }

    void mark(Optional<Step> current) {
        steps.forEach((step, button) -> button.pseudoClassStateChanged(CHOSEN,
                current.filter(step::equals).isPresent()));
    }
}
