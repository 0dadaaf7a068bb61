package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/** The case study a design is linked with, by id; a case that this program does not know stays as it is. */
public final class CaseChoice extends ComboBox<String> {
    private static final String NONE = "";

    private final Supplier<List<Experiment>> cases;
    private boolean showing;

    /** @param cases asked when the list opens or a case has to be named: making them takes time that a start has not */
    public CaseChoice(DocumentSession session, Supplier<List<Experiment>> cases) {
        this.cases = cases;
        setAccessibleText("Case study of the design");
        setTooltip(new Tooltip("Reports of the design print the last run of this case study"));
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null || id.isEmpty() ? "None" : title(id);
            }

            @Override
            public String fromString(String text) {
                return getItems().stream().filter(id -> toString(id).equals(text)).findFirst().orElse(NONE);
            }
        });
        setOnShowing(_ -> offer());
        focusedProperty().subscribe(focused -> {
            if (focused) {
                // Arrow keys choose without the list.
                offer();
            }
        });
        valueProperty().subscribe((_, id) -> {
            if (!showing && id != null && !id.equals(session.design().linkedCase())) {
                session.apply(Edits.linkCase(id, title(id)));
            }
        });
    }

    private String title(String id) {
        return cases.get().stream().filter(each -> each.id().equals(id)).map(Experiment::title).findFirst().orElse(id);
    }

    private void offer() {
        List<String> ids = new ArrayList<>(List.of(NONE));
        cases.get().forEach(each -> ids.add(each.id()));
        if (getValue() != null && !ids.contains(getValue())) {
            ids.add(getValue());
        }
        String now = getValue();
        showing = true;
        getItems().setAll(ids);
        setValue(now);
        showing = false;
    }

    /** Shows what the design is linked with. */
    public void show(Design design) {
        showing = true;
        setValue(design.linkedCase());
        showing = false;
    }
}
