package dev.sevenstep.studio.runs;

import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.tracking.Dimension;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** One parameter of a sweep: ticked, what to try; else the value it keeps. */
final class SweepRow {

    private final Parameter parameter;
    private final CheckBox vary;
    private final TextField value = new TextField();
    private final CheckBox logarithmic = new CheckBox("log");
    private final Label help = new Label();
    private final String initial;

    /** @param changed told of every change */
    SweepRow(Parameter parameter, Runnable changed) {
        this.parameter = parameter;
        initial = String.valueOf(ParameterValues.of(List.of(parameter)).asMap().get(parameter.key()));
        vary = new CheckBox(parameter.label());
        vary.setId("vary-" + parameter.key());
        vary.setMnemonicParsing(false);
        vary.setDisable(Dimension.fixed(parameter).isPresent());
        value.setId("value-" + parameter.key());
        value.setAccessibleText(parameter.label());
        value.setText(initial);
        logarithmic.setId("log-" + parameter.key());
        logarithmic.setAccessibleText("Logarithmic range of " + parameter.label());
        logarithmic.setTooltip(new Tooltip("Ratios count instead of differences"));
        logarithmic.setVisible(false);
        help.setText(Dimension.fixed(parameter).map(why -> "Cannot be varied: " + why).orElse(parameter.help()));
        help.setTooltip(new Tooltip(parameter.help()));
        help.setMinWidth(0);
        help.setWrapText(true);
        help.getStyleClass().addAll("muted", "small-text");
        vary.setOnAction(_ -> {
            value.setText(vary.isSelected() ? suggestion() : initial);
            changed.run();
        });
        value.textProperty().subscribe(text -> {
            logarithmic.setVisible(vary.isSelected() && text.contains(".."));
            changed.run();
        });
        logarithmic.setOnAction(_ -> changed.run());
    }

    /** A range or list to begin with. */
    private String suggestion() {
        return switch (parameter) {
            case Parameter.Whole whole -> whole.minimum() + ".." + Math.min(whole.maximum(), whole.initial() * 3L);
            case Parameter.Real real -> plain(real.minimum() > 0 ? real.minimum() : real.initial() / 10) + ".."
                    + plain(Math.min(real.maximum(), Math.max(real.initial() * 10, real.minimum() + 1)));
            case Parameter.Choice choice -> String.join(", ",
                    choice.options().stream().map(Parameter.Option::id).toList());
            case Parameter.Flag _ -> "true, false";
            case Parameter.Several several -> Parameter.Several.ALL + ", "
                    + String.join("+", several.options().stream().limit(2).map(Parameter.Option::id).toList());
            case Parameter.Text _,Parameter.File _ -> initial;
        };
    }

    private static String plain(double number) {
        return new java.math.BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    Node[] cells() {
        return new Node[]{vary, value, logarithmic, help};
    }

    String key() {
        return parameter.key();
    }

    boolean varied() {
        return vary.isSelected();
    }

    String text() {
        return value.getText();
    }

    /**
     * What to try, as {@link Dimension#parse} reads it.
     *
     * @throws dev.sevenstep.tracking.TrackingException when it is not understood
     * @throws dev.sevenstep.pipeline.RunException when the case does not take a value
     */
    String dimension(List<Parameter> parameters) {
        String written = value.getText().replaceAll("\\s", "");
        String text = parameter.key() + "=" + written
                + (logarithmic.isSelected() && logarithmic.isVisible() ? ":log" : "");
        Dimension.parse(text, parameters);
        return text;
    }

}
