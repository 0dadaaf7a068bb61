package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.studio.command.Commands;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A number with its unit, and for a latency its percentile, in one box; beside it where the number comes from. */
final class NumberEditor implements FieldEditor {
    private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 95.0, 99.0, 99.9);
    private static final double USUAL_PERCENTILE = 99;
    private static final Pattern NAMED_PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d+)?)");

    private final FieldSpec field;
    private final Sink sink;
    private final TextField text = new TextField();
    private final Button unitButton = new Button();
    private final Button percentileButton = new Button();
    private final SourceButton source;
    private final HBox box = new HBox();
    private final HBox node;
    private Unit unit;
    private double percentile;
    private Optional<Value> shown = Optional.empty();
    /** What stood there when the user began: typing it back brings its source back too. */
    private Optional<Value> original = Optional.empty();
    private boolean showing;

    NumberEditor(FieldSpec field, Sink sink) {
        this.field = field;
        this.sink = sink;
        unit = field.unit();
        percentile = usualPercentile(field);
        source = new SourceButton(field.label(), this::changeSource);
        text.getStyleClass().addAll(Commands.HISTORY_FIELD, "bare");
        text.setPrefColumnCount(4);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty().subscribe((_, _) -> typed());
        text.focusedProperty().subscribe((_, focused) -> focus(focused));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        flat(percentileButton, "Percentile", this::choosePercentile);
        flat(unitButton, "Unit", this::chooseUnit);
        unitButton.setFocusTraversable(NumberText.fitting(unit).size() > 1);
        box.getStyleClass().add("number-box");
        if (field.type() == FieldSpec.Type.LATENCY) {
            box.getChildren().add(percentileButton);
        }
        box.getChildren().addAll(text, unitButton);
        HBox.setHgrow(box, Priority.ALWAYS);
        node = new HBox(box, source);
        node.getStyleClass().add("number-editor");
        showUnit();
    }

    /** A field that is called p50 begins at p50. */
    private static double usualPercentile(FieldSpec field) {
        Matcher named = NAMED_PERCENTILE.matcher(field.label());
        return named.matches() ? Double.parseDouble(named.group(1)) : USUAL_PERCENTILE;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return text;
    }

    @Override
    public void show(Optional<Value> value, boolean mixed, Design design) {
        text.setPromptText(mixed ? MIXED : prompt());
        if (value.equals(shown)) {
            return;
        }
        shown = value;
        showing = true;
        try {
            double amount = Double.NaN;
            switch (value.orElse(null)) {
                case Value.Quantity(double number, Unit of, Source from) -> {
                    amount = number;
                    unit = of;
                    source.show(Optional.of(from));
                }
                case Value.Latency(double number, Unit of, double at, Source from) -> {
                    amount = number;
                    unit = of;
                    percentile = at;
                    source.show(Optional.of(from));
                }
                case null, default -> source.show(Optional.empty());
            }
            boolean typedHere = NumberText.read(text.getText(), field, unit) instanceof NumberText.Reading.Good good
                    && good.unit().convert(good.amount(), unit) == amount;
            if (!typedHere) {
                text.setText(Double.isNaN(amount) ? "" : ValueText.number(amount));
            }
            showUnit();
            mark(Double.isNaN(amount) ? "" : NumberText.outside(amount, unit, field).orElse(""));
        } finally {
            showing = false;
        }
    }

    private void typed() {
        if (showing) {
            return;
        }
        switch (NumberText.read(text.getText(), field, unit)) {
            case NumberText.Reading.Empty _ -> {
                mark("");
                sink.clear();
            }
            case NumberText.Reading.Bad(String reason) -> mark(reason);
            case NumberText.Reading.Good(double amount, Unit typedUnit) -> {
                mark("");
                put(amount, typedUnit, sourceOfTyped(amount, typedUnit));
            }
        }
    }

    private void put(double amount, Unit of, Source from) {
        sink.put(field.type() == FieldSpec.Type.LATENCY
                ? new Value.Latency(amount, of, percentile, from)
                : new Value.Quantity(amount, of, from));
    }

    /** A figure somebody types over a measured or calculated one is neither any more. */
    private Source sourceOfTyped(double amount, Unit of) {
        Optional<Source> before = original.flatMap(NumberEditor::sourceOf);
        boolean same = original.filter(value -> amountIn(value, of) == amount).isPresent();
        if (before.isPresent() && (same || before.get() == Source.GIVEN)) {
            return before.get();
        }
        return Source.ASSUMED;
    }

    private void changeSource(Source chosen) {
        shown.ifPresent(value -> {
            if (value instanceof Value.Quantity quantity) {
                sink.put(new Value.Quantity(quantity.amount(), quantity.unit(), chosen));
            } else if (value instanceof Value.Latency latency) {
                sink.put(new Value.Latency(latency.amount(), latency.unit(), latency.percentile(), chosen));
            }
            original = shown;
            sink.done();
        });
    }

    private void choosePercentile() {
        ContextMenu menu = new ContextMenu();
        for (double choice : PERCENTILES) {
            MenuItem item = new MenuItem(ValueText.percentile(choice));
            item.setOnAction(_ -> {
                percentile = choice;
                showUnit();
                if (shown.orElse(null) instanceof Value.Latency latency) {
                    put(latency.amount(), latency.unit(), latency.source());
                    sink.done();
                }
            });
            menu.getItems().add(item);
        }
        menu.show(percentileButton, Side.BOTTOM, 0, 2);
    }

    private void chooseUnit() {
        ContextMenu menu = new ContextMenu();
        for (Unit choice : NumberText.fitting(unit)) {
            MenuItem item = new MenuItem(choice == Unit.NONE ? "(plain number)" : choice.symbol());
            item.setOnAction(_ -> changeUnit(choice));
            menu.getItems().add(item);
        }
        menu.show(unitButton, Side.BOTTOM, 0, 2);
    }

    /** Keeps what the number means: 1 s becomes 1,000 ms. */
    private void changeUnit(Unit choice) {
        Unit before = unit;
        Optional<Value> value = shown;
        unit = choice;
        showUnit();
        if (value.isEmpty()) {
            typed();
            return;
        }
        value.ifPresent(now -> {
            double amount = rounded(before.convert(amountIn(now, before), choice));
            put(amount, choice, sourceOf(now).orElse(Source.ASSUMED));
            sink.done();
        });
    }

    private static double rounded(double amount) {
        return new BigDecimal(amount).round(new MathContext(12)).doubleValue();
    }

    private void focus(boolean focused) {
        if (focused) {
            original = shown;
        } else {
            sink.done();
            boolean good = NumberText.read(text.getText(), field, unit) instanceof NumberText.Reading.Good;
            if (good) {
                shown.ifPresent(this::tidyText);
            }
        }
    }

    private void tidyText(Value value) {
        showing = true;
        text.setText(ValueText.number(amountIn(value, unit)));
        showing = false;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && box.getStyleClass().contains("invalid")) {
            showing = true;
            text.setText(shown.map(value -> ValueText.number(amountIn(value, unit))).orElse(""));
            showing = false;
            mark("");
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            sink.done();
            text.selectAll();
        }
    }

    private void mark(String reason) {
        box.getStyleClass().remove("invalid");
        if (!reason.isEmpty()) {
            box.getStyleClass().add("invalid");
        }
        sink.complain(reason);
    }

    private void showUnit() {
        // A plain number shows no unit; "5k" or "5 M" typed into it still means what it says.
        unitButton.setText(unit.symbol());
        unitButton.setVisible(!unitButton.getText().isEmpty());
        unitButton.setManaged(unitButton.isVisible());
        unitButton.setAccessibleText("Unit of " + field.label() + ": " + unit.symbol());
        percentileButton.setText(ValueText.percentile(percentile));
        percentileButton.setAccessibleText("Percentile of " + field.label() + ": " + percentileButton.getText());
    }

    private String prompt() {
        return field.minimum().isPresent() && field.maximum().isPresent()
                ? ValueText.number(field.minimum().get()) + "–" + ValueText.number(field.maximum().get())
                : "";
    }

    private static void flat(Button button, String what, Runnable choose) {
        button.getStyleClass().setAll("in-box");
        button.setMnemonicParsing(false);
        button.setAccessibleText(what);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> choose.run());
    }

    private static Optional<Source> sourceOf(Value value) {
        return switch (value) {
            case Value.Quantity quantity -> Optional.of(quantity.source());
            case Value.Latency latency -> Optional.of(latency.source());
            default -> Optional.empty();
        };
    }

    private static double amountIn(Value value, Unit unit) {
        return switch (value) {
            case Value.Quantity(double amount, Unit of, Source _) when of.dimension() == unit.dimension() ->
                of.convert(amount, unit);
            case Value.Latency(double amount, Unit of, double _, Source _) when of.dimension() == unit.dimension() ->
                of.convert(amount, unit);
            default -> Double.NaN;
        };
    }
}
