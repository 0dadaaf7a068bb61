package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Element;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Reach;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Ways to select more, or other, than what a click selects. */
final class SelectionCommands {
    private final Editor editor;

    private SelectionCommands(Editor editor) {
        this.editor = editor;
    }

    static List<Command> of(Editor editor, Conditions when) {
        SelectionCommands commands = new SelectionCommands(editor);
        return List.of(
                Command.of("select.all", "Select all", "ci-select-01", Menu.EDIT, commands::all).on("Shortcut+A")
                        .when(when.showing()),
                Command.of("select.kind", "Select all of this kind", "ci-select-02", Menu.EDIT, commands::kind)
                        .on("Shortcut+Shift+K").when(when.some()),
                Command.of("select.upstream", "Select all that feeds it", "ci-direction-merge", Menu.EDIT,
                        () -> commands.reach(Reach::upstream)).on("Shortcut+Shift+Left").when(when.some()),
                Command.of("select.downstream", "Select all that it feeds", "ci-fork", Menu.EDIT,
                        () -> commands.reach(Reach::downstream)).on("Shortcut+Shift+Right").when(when.some()),
                Command.of("select.links", "Select its links", "ci-connect", Menu.EDIT, commands::links).on("Alt+L")
                        .when(when.some()),
                Command.of("select.invert", "Invert selection", "ci-split-discard", Menu.EDIT, commands::invert)
                        .on("Shortcut+Shift+I").when(when.showing()),
                Command.of("select.none", "Select nothing", "ci-close", Menu.EDIT,
                        () -> editor.session().select(Selection.none())).when(when.some()));
    }

    private DocumentSession session() {
        return editor.session();
    }

    private void select(Collection<String> ids) {
        session().select(Selection.of(ids));
        editor.focusCanvas();
    }

    private void all() {
        select(placed());
    }

    /** Every element with a place of its own; links belong to their cards. */
    private Set<String> placed() {
        Design design = session().design();
        Set<String> ids = new LinkedHashSet<>();
        design.components().forEach(card -> ids.add(card.id()));
        design.notes().forEach(note -> ids.add(note.id()));
        design.groups().forEach(group -> ids.add(group.id()));
        return ids;
    }

    private void invert() {
        Set<String> others = placed();
        others.removeAll(session().selection().ids());
        select(others);
    }

    /** Cards of the kinds selected; links of their kinds; all notes for a note, all groups for a group. */
    private void kind() {
        Design design = session().design();
        Set<String> chosen = session().selection().ids();
        Set<String> cardKinds = chosen.stream().map(design.components()::get).flatMap(Optional::stream)
                .map(Component::kind).collect(Collectors.toSet());
        Set<Link.Kind> linkKinds = chosen.stream().map(design.links()::get).flatMap(Optional::stream).map(Link::kind)
                .collect(Collectors.toSet());
        Set<String> ids = new LinkedHashSet<>(chosen);
        design.components().stream().filter(card -> cardKinds.contains(card.kind())).map(Component::id)
                .forEach(ids::add);
        design.links().stream().filter(link -> linkKinds.contains(link.kind())).map(Link::id).forEach(ids::add);
        addAllOf(design.notes(), chosen, ids);
        addAllOf(design.groups(), chosen, ids);
        select(ids);
    }

    private static <E extends Element> void addAllOf(Elements<E> elements, Set<String> chosen, Set<String> ids) {
        if (chosen.stream().anyMatch(elements::contains)) {
            elements.forEach(element -> ids.add(element.id()));
        }
    }

    /** Starts at the selected cards; a selected link counts as the cards at its ends. */
    private void reach(BiFunction<Design, Collection<String>, Set<String>> way) {
        Design design = session().design();
        List<String> starts = new ArrayList<>();
        for (String id : session().selection().ids()) {
            starts.add(id);
            design.links().get(id).ifPresent(link -> {
                starts.add(link.from());
                starts.add(link.to());
            });
        }
        Set<String> reached = way.apply(design, starts);
        if (!reached.isEmpty()) {
            select(reached);
        }
    }

    /** The links at the selected cards, so that they can be deleted, disabled or given a label without a mouse. */
    private void links() {
        Set<String> chosen = session().selection().ids();
        List<String> links = session().design().links().stream()
                .filter(link -> chosen.contains(link.from()) || chosen.contains(link.to())).map(Link::id).toList();
        if (!links.isEmpty()) {
            select(links);
        }
    }
}
