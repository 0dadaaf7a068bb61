package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.studio.control.ColumnFlow;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields of a component or a step, in as many columns as there is room for, and whatever else the file says that this program cannot edit. */
public final class FieldForm extends VBox {
    /** Letters that fit beside a label in a narrow panel. */
    private static final double BETWEEN_FIELDS = 7;
    private static final int SHORT_TEXT = 20;

    private final DocumentSession session;
    private final FieldTarget target;
    private final HelpStrip help;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> known;
    private final ColumnFlow blocks = new ColumnFlow(BETWEEN_FIELDS);
    private final VBox others = new VBox();

    private record Line(FieldSpec field, FieldEditor editor) {}

    public FieldForm(DocumentSession session, FieldTarget target, List<FieldSpec> fields, HelpStrip help) {
        this.session = session;
        this.target = target;
        this.help = help;
        known = fields.stream().map(FieldSpec::key).collect(Collectors.toSet());
        getStyleClass().add("field-form");
        fields.forEach(this::add);
        getChildren().addAll(blocks, others);
    }

    public void show(Design design) {
        Fields fields = target.read(design);
        Set<String> mixed = target.mixed(design);
        lines.forEach(line -> line.editor().show(fields.get(line.field().key()), mixed.contains(line.field().key()),
                design));
        others.getChildren().clear();
        fields.values().forEach((key, value) -> {
            if (!known.contains(key) && !(target instanceof FieldTarget.OfComponents)) {
                others.getChildren().add(unknown(key, value));
            }
        });
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        if (!lines.isEmpty()) {
            lines.getFirst().editor().focusTarget().requestFocus();
        }
    }

    private void add(FieldSpec field) {
        Label message = new Label();
        message.getStyleClass().add("error-text");
        message.setWrapText(true);
        message.setManaged(false);
        message.setVisible(false);
        FieldEditor editor = FieldEditor.of(field, new Putting(field, message));
        editor.node().setId("field-" + field.key());
        editor.focusTarget().setAccessibleText(field.label());
        editor.focusTarget().setAccessibleHelp(field.help());
        Label label = new Label(field.label());
        label.getStyleClass().addAll("muted", "field-label");
        label.setWrapText(true);
        label.setLabelFor(editor.focusTarget());
        if (!field.help().isEmpty()) {
            label.setTooltip(new Tooltip(field.help()));
        }
        VBox block = new VBox(message);
        block.getStyleClass().add("field-block");
        boolean wide = switch (field.type()) {
            case LONG_TEXT, LIST -> true;
            case TEXT -> isLong(field);
            default -> false;
        };
        if (wide) {
            block.getChildren().addFirst(new VBox(3, label, editor.node()));
        } else {
            HBox.setHgrow(editor.node(), Priority.ALWAYS);
            HBox line = new HBox(label, editor.node());
            line.getStyleClass().add("field-line");
            block.getChildren().addFirst(line);
        }
        help.explain(block, field.label(), FieldHelp.of(field));
        lines.add(new Line(field, editor));
        blocks.add(block, weight(field, wide));
    }

    /** About how many lines of a form the field takes. */
    private static double weight(FieldSpec field, boolean wide) {
        return switch (field.type()) {
            case LIST -> 4;
            case LONG_TEXT -> 2.5;
            default -> wide ? 1.7 : 1;
        };
    }

    /** Whether the text would not fit beside its label. */
    private boolean isLong(FieldSpec field) {
        return target.read(session.design()).get(field.key()).orElse(null) instanceof Value.Text(String text)
                && text.length() > SHORT_TEXT;
    }

    private static HBox unknown(String key, Value value) {
        Label label = new Label(key);
        label.getStyleClass().addAll("muted", "field-label");
        Label text = new Label(value instanceof Value.Opaque(Object tree) ? tree.toString() : ValueText.of(value));
        text.setWrapText(true);
        Tooltip.install(text, new Tooltip("This version does not know the field. It is kept as it is."));
        HBox line = new HBox(label, text);
        line.getStyleClass().add("field-line");
        return line;
    }

    /** Turns what an editor says into edits of one field. */
    private final class Putting implements FieldEditor.Sink {
        private final FieldSpec field;
        private final Label message;

        Putting(FieldSpec field, Label message) {
            this.field = field;
            this.message = message;
        }

        @Override
        public void put(Value value) {
            apply(target.set(field, value));
        }

        @Override
        public void clear() {
            Design now = session.design();
            if (target.read(now).get(field.key()).isPresent() || target.mixed(now).contains(field.key())) {
                apply(target.clear(field));
            }
        }

        private void apply(Edit edit) {
            session.apply(edit, "field " + target.key() + " " + field.key());
        }

        @Override
        public void complain(String reason) {
            message.setText(reason);
            message.setVisible(!reason.isEmpty());
            message.setManaged(!reason.isEmpty());
        }

        @Override
        public void done() {
            session.closeMerge();
        }
    }
}
