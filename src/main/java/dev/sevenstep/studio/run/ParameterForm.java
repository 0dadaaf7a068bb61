package dev.sevenstep.studio.run;

import atlantafx.base.controls.CustomTextField;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.studio.control.FileDialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The parameters of an experiment as typed fields; each is checked as the user types and says what is wrong under it. */
final class ParameterForm extends VBox {
    /** A field of the form. The texts are those of {@link ParameterValues#with}. */
    private record Entry(Supplier<String> text, java.util.function.Consumer<String> set, Node invalid, Label error) {}

    private static final String SEED = "seed";
    /** Characters of a choice that stands beside its name; a longer one stands below. */
    private static final int BESIDE = 13;

    private final List<Parameter> parameters;
    private final FileDialogs files;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<ParameterValues> values;
    private final ReadOnlyObjectWrapper<Long> seed;
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);

    ParameterForm(List<Parameter> parameters, long firstSeed, FileDialogs files) {
        this.parameters = List.copyOf(parameters);
        this.files = files;
        values = new ReadOnlyObjectWrapper<>(this, "values", ParameterValues.of(parameters));
        seed = new ReadOnlyObjectWrapper<>(this, "seed", firstSeed);
        getStyleClass().add("parameter-form");
        for (Parameter parameter : parameters) {
            add(parameter);
        }
        addField(SEED, "Seed", "Of all randomness: the same seed gives the same figures", "", Long.toString(firstSeed),
                false);
    }

    /** The values at the last moment when all fields were in order. */
    ReadOnlyObjectProperty<ParameterValues> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Long> seedProperty() {
        return seed.getReadOnlyProperty();
    }

    /** Whether every field can be used. */
    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** Writes values into the fields, as after opening an earlier run. */
    void show(ParameterValues shown, long shownSeed) {
        shown.asMap().forEach((key, value) -> {
            Entry entry = entries.get(key);
            if (entry != null) {
                entry.set().accept(value.toString());
            }
        });
        Entry seedEntry = entries.get(SEED);
        if (seedEntry != null) {
            seedEntry.set().accept(Long.toString(shownSeed));
        }
    }

    /** Writes the values of a preset into their fields. */
    void show(Experiment.Preset preset) {
        preset.values().forEach((key, text) -> {
            Entry entry = entries.get(key);
            if (entry != null) {
                entry.set().accept(text);
            }
        });
    }

    /** A number with its thousands apart. */
    private static String grouped(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Numbers.whole((long) value).replace('−', '-')
                : Double.toString(value);
    }

    /** What was typed with its thousands apart if it is a whole number, else as it is. A year is not counted in thousands. */
    private static String tidy(String text, String unit) {
        return text.matches("-?\\d{4,15}(\\.0*)?") && !unit.equals("year")
                ? grouped(Double.parseDouble(text))
                : text.matches("-?\\d+\\.0") ? text.substring(0, text.length() - 2) : text;
    }

    private void add(Parameter parameter) {
        switch (parameter) {
            case Parameter.Whole whole -> addNumber(whole,
                    whole.unit().equals("year")
                            ? whole.minimum() + " to " + whole.maximum()
                            : grouped(whole.minimum()) + " to " + grouped(whole.maximum()),
                    whole.unit(), Integer.toString(whole.initial()));
            case Parameter.Real real -> addNumber(real, grouped(real.minimum()) + " to " + grouped(real.maximum()),
                    real.unit(), Double.toString(real.initial()));
            case Parameter.Several several -> addSeveral(several);
            case Parameter.Text text -> addField(text.key(), text.label(), text.help(), "", text.initial(), false);
            case Parameter.Flag flag -> addFlag(flag);
            case Parameter.Choice choice -> addChoice(choice);
            case Parameter.File file -> addFile(file);
        }
    }

    /** A field that puts the thousands apart when the user leaves it. */
    private void addNumber(Parameter parameter, String range, String unit, String initial) {
        CustomTextField field = addField(parameter.key(), parameter.label(), parameter.help() + " (" + range + ")",
                unit, tidy(initial, unit), false);
        entries.computeIfPresent(parameter.key(), (_, entry) -> new Entry(entry.text(),
                text -> field.setText(tidy(text, unit)), entry.invalid(), entry.error()));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                field.setText(tidy(field.getText().strip(), unit));
            }
        });
    }

    private void addSeveral(Parameter.Several several) {
        Label name = new Label(several.label());
        name.getStyleClass().add("muted");
        name.setTooltip(new Tooltip(several.help()));
        OptionChecks checks = new OptionChecks(several, name);
        getChildren().add(new VBox(checks, error(several.key())));
        entries.put(several.key(),
                new Entry(checks.textProperty()::get, checks::setText, checks, errorOf(several.key())));
        checks.textProperty().subscribe(_ -> check());
    }

    private CustomTextField addField(String key, String label, String help, String unit, String initial,
            boolean wide) {
        CustomTextField field = new CustomTextField(initial);
        field.setId("parameter-" + key);
        if (!unit.isEmpty()) {
            Label suffix = new Label(unit);
            suffix.getStyleClass().addAll("muted", "field-unit");
            field.setRight(suffix);
        }
        place(key, label, help, field, field, wide);
        entries.put(key, new Entry(field::getText, field::setText, field, errorOf(key)));
        field.textProperty().subscribe(_ -> check());
        return field;
    }

    private void addFlag(Parameter.Flag flag) {
        CheckBox box = new CheckBox();
        box.setSelected(flag.initial());
        box.setId("parameter-" + flag.key());
        place(flag.key(), flag.label(), flag.help(), box, box, false);
        entries.put(flag.key(), new Entry(() -> Boolean.toString(box.isSelected()),
                text -> box.setSelected(Boolean.parseBoolean(text)), box, errorOf(flag.key())));
        box.selectedProperty().subscribe(_ -> check());
    }

    private void addChoice(Parameter.Choice choice) {
        ComboBox<Parameter.Option> box = new ComboBox<>();
        box.getItems().addAll(choice.options());
        box.setId("parameter-" + choice.key());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Parameter.Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Parameter.Option fromString(String text) {
                return choice.options().stream().filter(option -> option.label().equals(text)).findFirst()
                        .orElseThrow();
            }
        });
        box.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(Parameter.@Nullable Option option, boolean empty) {
                super.updateItem(option, empty);
                setText(option == null || empty ? "" : brief(option));
            }
        });
        java.util.function.Consumer<String> set = id -> choice.options().stream()
                .filter(option -> option.id().equals(id)).findFirst().ifPresent(box::setValue);
        set.accept(choice.initial());
        place(choice.key(), choice.label(), choice.help(), box, box,
                choice.options().stream().anyMatch(option -> brief(option).length() > BESIDE));
        entries.put(choice.key(), new Entry(() -> box.getValue() == null ? "" : box.getValue().id(), set, box,
                errorOf(choice.key())));
        box.valueProperty().subscribe(_ -> check());
    }

    /** What is chosen, without what the list says of it behind a colon or a comma. */
    private static String brief(Parameter.Option option) {
        return option.label().split("[:,]", 2)[0];
    }

    private void addFile(Parameter.File file) {
        CustomTextField field = addField(file.key(), file.label(), file.help(), "", "", true);
        field.setPromptText("none");
        HBox buttons = new HBox(chooser(file, field, "file", "ci-document",
                () -> files.open(file.label(), file.extensions())));
        if (file.folders()) {
            buttons.getChildren().addFirst(
                    chooser(file, field, "folder", "ci-folder", () -> files.folder(file.label())));
        }
        buttons.setAlignment(Pos.CENTER_RIGHT);
        field.setRight(buttons);
    }

    private static Button chooser(Parameter.File file, TextField field, String what, String icon,
            Supplier<Optional<Path>> asked) {
        Button choose = new Button("Choose a " + what, new FontIcon(icon));
        choose.setId("choose-" + what + "-" + file.key());
        choose.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        choose.getStyleClass().addAll("flat", "icon-button", "field-button");
        choose.setAccessibleText("Choose a " + what + ": " + file.label());
        choose.setTooltip(new Tooltip("Choose a " + what));
        choose.setOnAction(_ -> asked.get().ifPresent(path -> {
            field.setText(path.toString());
            // What it is called is the end of a path.
            field.end();
        }));
        return choose;
    }

    /** @param wide whether the field stands below its name */
    private void place(String key, String label, String help, Node field, Control focus, boolean wide) {
        Label name = new Label(label);
        name.getStyleClass().add("muted");
        name.setLabelFor(field);
        name.setTooltip(new Tooltip(help));
        focus.setAccessibleText(label);
        focus.setAccessibleHelp(help);
        focus.setTooltip(new Tooltip(help));
        if (wide) {
            VBox line = new VBox(name, field);
            line.getStyleClass().add("parameter-wide");
            getChildren().add(new VBox(line, error(key)));
            return;
        }
        HBox line = new HBox(name, field);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("parameter");
        if (field instanceof TextField || field instanceof ComboBox) {
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        getChildren().add(new VBox(line, error(key)));
    }

    private static Label error(String key) {
        Label error = new Label();
        error.setId("error-" + key);
        error.getStyleClass().add("error-text");
        error.setWrapText(true);
        error.managedProperty().bind(error.visibleProperty());
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        return error;
    }

    private Label errorOf(String key) {
        return (Label) ((VBox) getChildren().getLast()).getChildren().stream()
                .filter(node -> ("error-" + key).equals(node.getId())).findFirst().orElseThrow();
    }

    /** Reads every field again; the values change only when all can be used. */
    private void check() {
        if (entries.size() <= parameters.size()) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        ParameterValues read = ParameterValues.of(parameters);
        for (Parameter parameter : parameters) {
            Entry entry = entries.get(parameter.key());
            if (entry == null) {
                continue;
            }
            try {
                read = read.with(parameter.key(), entry.text().get());
                mark(entry, "");
            } catch (RunException e) {
                String message = String.valueOf(e.getMessage());
                mark(entry, message.startsWith(parameter.label() + ": ")
                        ? message.substring(parameter.label().length() + 2)
                        : message);
                wrong.add(parameter.key());
            }
        }
        Entry seedEntry = entries.get(SEED);
        if (seedEntry != null) {
            readSeed(seedEntry, wrong);
        }
        valid.set(wrong.isEmpty());
        if (wrong.isEmpty()) {
            values.set(read);
        }
    }

    private void readSeed(Entry entry, List<String> wrong) {
        try {
            seed.set(Long.parseLong(entry.text().get().strip()));
            mark(entry, "");
        } catch (NumberFormatException _) {
            mark(entry, "'" + entry.text().get() + "' is not a whole number");
            wrong.add(SEED);
        }
    }

    private static void mark(Entry entry, String message) {
        entry.error().setText(message);
        entry.invalid().getStyleClass().remove("invalid");
        if (!message.isEmpty()) {
            entry.invalid().getStyleClass().add("invalid");
        }
    }
}
