package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.control.Segmented;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.List;
import java.util.Set;

/** The tone of one group frame or several; none is on where they differ. */
public final class ToneSwitch {

    private final Set<String> ids;
    private final Segmented<String> choice = new Segmented<>(Group.TONES, ToneSwitch::nameOf, "");
    private boolean showing;

    public ToneSwitch(DocumentSession session, Set<String> ids) {
        this.ids = ids;
        choice.getStyleClass().add("dense");
        choice.valueProperty().subscribe((_, chosen) -> {
            if (!showing) {
                session.apply(Edits.setGroupTones(ids, chosen));
            }
        });
    }

    public Segmented<String> node() {
        return choice;
    }

    private static String nameOf(String tone) {
        String colour = tone.isEmpty() ? "" : Group.colour(tone);
        return tone.isEmpty() ? "" : Character.toUpperCase(colour.charAt(0)) + colour.substring(1);
    }

    public void show(Design design) {
        List<String> tones = ids.stream().flatMap(id -> design.groups().get(id).stream()).map(Group::tone).distinct()
                .toList();
        showing = true;
        choice.setValue(tones.size() == 1 ? tones.getFirst() : "");
        showing = false;
    }
}
