package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The options of a parameter that takes several, as boxes to tick, in two columns where they fit, and one box for all of them. */
final class OptionChecks extends VBox {
    /** Characters of a label that half the width has room for. */
    private static final int HALF = 15;

    private final List<Parameter.Option> options;
    private final List<CheckBox> boxes = new ArrayList<>();
    private final CheckBox all = new CheckBox("All");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", Parameter.Several.ALL);

    OptionChecks(Parameter.Several parameter, Label name) {
        options = parameter.options();
        getStyleClass().add("option-checks");
        setId("parameter-" + parameter.key());
        all.setId("parameter-" + parameter.key() + "-all");
        all.setAccessibleText("All of " + parameter.label());
        all.setOnAction(_ -> setText(all.isSelected() ? Parameter.Several.ALL : ","));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("option-grid");
        boolean beside = options.stream().allMatch(option -> option.label().length() <= HALF);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(beside ? 50 : 100);
        grid.getColumnConstraints().setAll(half);
        if (beside) {
            grid.getColumnConstraints().add(half);
        }
        int rows = beside ? (options.size() + 1) / 2 : options.size();
        for (int i = 0; i < options.size(); i++) {
            CheckBox box = new CheckBox(options.get(i).label());
            box.setId("parameter-" + parameter.key() + "-" + options.get(i).id());
            box.setMnemonicParsing(false);
            box.setOnAction(_ -> read());
            boxes.add(box);
            grid.add(box, i / rows, i % rows);
        }
        getChildren().setAll(new HBox(name, all), grid);
        setText(Parameter.Several.ALL);
    }

    /** As {@link dev.sevenstep.pipeline.ParameterValues#with} reads it; a comma alone when none is ticked. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    void setText(String shown) {
        boolean every = shown.isEmpty() || shown.equals(Parameter.Several.ALL);
        List<String> ids = Arrays.asList(shown.split(","));
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).setSelected(every || ids.contains(options.get(i).id()));
        }
        read();
    }

    private void read() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isSelected()) {
                ids.add(options.get(i).id());
            }
        }
        all.setSelected(ids.size() == boxes.size());
        all.setIndeterminate(!ids.isEmpty() && !all.isSelected());
        text.set(all.isSelected() ? Parameter.Several.ALL : ids.stream().collect(Collectors.joining(",", "", ",")));
    }
}
