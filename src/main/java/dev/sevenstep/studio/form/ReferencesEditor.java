package dev.sevenstep.studio.form;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Other components of the design that this one speaks of. One that is gone stays and is shown as broken. */
final class ReferencesEditor implements FieldEditor {
    private final FieldSpec field;
    private final Sink sink;
    private final FlowPane node = new FlowPane(4, 4);
    private final MenuButton add = new MenuButton("Add", new FontIcon("ci-add"));
    private List<String> ids = List.of();

    ReferencesEditor(FieldSpec field, Sink sink) {
        this.field = field;
        this.sink = sink;
        node.setPrefWrapLength(160);
        add.getStyleClass().addAll("flat", "small-button", "no-arrow");
        add.setAccessibleText("Add to " + field.label());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return add;
    }

    @Override
    public void show(Optional<Value> value, boolean mixed, Design design) {
        add.setText(mixed ? "Mixed: give all the same" : "Add");
        ids = value.orElse(null) instanceof Value.References(List<String> now) ? now : List.of();
        node.getChildren().setAll(ids.stream().map(id -> chip(id, design)).toList());
        node.getChildren().add(add);
        List<MenuItem> items = new ArrayList<>();
        for (Step step : Step.values()) {
            List<Component> fitting = design.components().stream().filter(card -> card.step() == step && fits(card))
                    .toList();
            if (!fitting.isEmpty()) {
                Label heading = new Label(step.number() + "  " + step.shortName());
                heading.getStyleClass().add("section-title");
                CustomMenuItem caption = new CustomMenuItem(heading, false);
                caption.setDisable(true);
                items.add(caption);
                fitting.forEach(card -> items.add(item(card)));
            }
        }
        add.getItems().setAll(items);
        add.setDisable(items.isEmpty());
        sink.complain(ids.stream().anyMatch(id -> !design.components().contains(id))
                ? "Points at something that is no longer in the design. Remove it or undo."
                : "");
    }

    private boolean fits(Component card) {
        return !ids.contains(card.id()) && (field.targets().isEmpty() || field.targets().contains(card.kind()));
    }

    private MenuItem item(Component card) {
        MenuItem item = new MenuItem(card.title());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            List<String> more = new ArrayList<>(ids);
            more.add(card.id());
            sink.put(new Value.References(more));
            sink.done();
        });
        return item;
    }

    private Button chip(String id, Design design) {
        Optional<Component> target = design.components().get(id);
        String name = target.map(Component::title).orElse(id + " (missing)");
        Button chip = new Button(name, new FontIcon("ci-close"));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().setAll("chip");
        if (target.isEmpty()) {
            chip.getStyleClass().add("broken");
        }
        chip.setMaxWidth(150);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setAccessibleText("Remove " + name + " from " + field.label());
        chip.setTooltip(new Tooltip("Remove " + name));
        chip.setOnAction(_ -> {
            List<String> fewer = ids.stream().filter(other -> !other.equals(id)).toList();
            if (fewer.isEmpty()) {
                sink.clear();
            } else {
                sink.put(new Value.References(fewer));
            }
            sink.done();
        });
        return chip;
    }
}
