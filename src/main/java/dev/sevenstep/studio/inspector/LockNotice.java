package dev.sevenstep.studio.inspector;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that what is selected is locked in place, and unlocks it. Not there while nothing is. */
final class LockNotice extends HBox {
    private final Set<String> ids;
    private final Label words = new Label("", new FontIcon("ci-locked"));

    LockNotice(DocumentSession session, Set<String> ids) {
        this.ids = ids;
        getStyleClass().addAll("row", "lock-notice");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Hyperlink unlock = new Hyperlink("Unlock");
        unlock.setMinWidth(USE_PREF_SIZE);
        unlock.setOnAction(_ -> session.apply(Edits.setLocked(session.design(), locked(session.design()), false)));
        getChildren().addAll(words, unlock);
    }

    void show(Design design) {
        int count = locked(design).size();
        words.setText(count == ids.size()
                ? "Locked: stays in its place and cannot be deleted"
                : count + " of " + ids.size() + " are locked: they stay in place");
        setVisible(count > 0);
        setManaged(count > 0);
    }

    private Set<String> locked(Design design) {
        return Stream.of(design.components().stream().filter(Component::locked).map(Component::id),
                design.notes().stream().filter(Note::locked).map(Note::id),
                design.groups().stream().filter(Group::locked).map(Group::id)).flatMap(all -> all)
                .filter(ids::contains).collect(Collectors.toSet());
    }
}
