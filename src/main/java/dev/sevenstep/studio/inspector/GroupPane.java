package dev.sevenstep.studio.inspector;

import static dev.sevenstep.studio.form.FormParts.labelled;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.control.Segmented;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.TextBinding;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** A group frame: its title and tone. */
final class GroupPane extends Pane {
    private static final List<String> TONES = List.of("neutral", "accent", "ok", "warn", "bad");

    private final String id;
    private final TextBinding title;
    private final Segmented<String> tone;
    private boolean showing;

    GroupPane(DocumentSession session, Group group) {
        id = group.id();
        Label heading = new Label("Group frame");
        heading.getStyleClass().add("heading");
        TextField text = new TextField();
        title = new TextBinding(text, session, "group " + id, false,
                design -> design.groups().get(id).map(Group::title).orElse(""), typed -> Edits.rename(id, typed));
        tone = new Segmented<>(TONES, GroupPane::nameOf, group.tone());
        tone.getStyleClass().add("dense");
        tone.valueProperty().subscribe((_, chosen) -> {
            if (!showing) {
                session.apply(setTone(id, chosen));
            }
        });
        getChildren().addAll(heading, labelled("Title", text), labelled("Tone", tone));
    }

    private static String nameOf(String tone) {
        return Character.toUpperCase(tone.charAt(0)) + tone.substring(1);
    }

    private static Edit setTone(String id, String tone) {
        return new Edit("Colour group", design -> design.groups().get(id)
                .map(group -> design.withGroups(design.groups().with(group.withTone(tone)))).orElse(design));
    }

    @Override
    void show(Design design) {
        title.show(design);
        design.groups().get(id).ifPresent(group -> {
            showing = true;
            tone.setValue(group.tone());
            showing = false;
        });
    }
}
