package dev.sevenstep.design.edit;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import java.util.Optional;
import java.util.Set;

/** What to call elements in the name of an edit. */
final class Titles {
    private Titles() {
    }

    /** The title of one element, or a count of several. */
    static String of(Design design, Set<String> ids) {
        if (ids.size() != 1) {
            return ids.size() + " elements";
        }
        String id = ids.iterator().next();
        Optional<String> title = design.components().get(id).map(Component::title)
                .or(() -> design.groups().get(id).map(Group::title))
                .or(() -> design.decisions().get(id).map(Decision::subject));
        if (title.isPresent()) {
            return title.get();
        }
        if (design.links().contains(id)) {
            return "link";
        }
        return design.notes().contains(id) ? "note" : id;
    }
}
