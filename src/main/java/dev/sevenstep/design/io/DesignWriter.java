package dev.sevenstep.design.io;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Element;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Placeholder;
import dev.sevenstep.design.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A design as the bytes of its file. The same design always gives the same bytes. */
public final class DesignWriter {
    static final String FORMAT = "sevenstep-design";
    /** The version written. Minor versions only add what an older program may leave alone. */
    static final int MAJOR = 2;
    static final int MINOR = 0;

    private DesignWriter() {
    }

    /** UTF-8 JSON in the canonical form. */
    public static byte[] write(Design design) {
        return TreeText.bytes(tree(design));
    }

    /**
     * As {@link #write}, of a design that is sure to open again: one beyond the limits of the format must not replace a sound
     * file.
     *
     * @param file for the message
     */
    static byte[] writeReadable(Design design, Path file) throws DesignFileException {
        byte[] bytes = write(design);
        try {
            DesignReader.read(bytes);
            return bytes;
        } catch (DesignFileException e) {
            throw new DesignFileException(file.toString(), e.place(), "not saved, since it could not be opened again: "
                    + e.reason(), "Shorten or split what was added last. What was saved before is untouched.", e);
        }
    }

    static Map<String, Object> tree(Design design) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("version", MAJOR + "." + MINOR);
        tree.put("id", design.id());
        tree.put("title", design.title());
        tree.put("question", design.question());
        tree.put("summary", design.summary());
        tree.put("linkedCase", design.linkedCase());
        Map<String, Object> steps = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            if (!design.fields(step).isEmpty()) {
                steps.put(step.id(), fields(design.fields(step)));
            }
        }
        if (design.unknown().get("steps") instanceof Map<?, ?> others) {
            others.forEach((key, value) -> steps.putIfAbsent((String) key, value));
        }
        tree.put("steps", steps);
        tree.put("components", section(design, "components", design.components(), DesignWriter::component));
        tree.put("links", section(design, "links", design.links(), DesignWriter::link));
        tree.put("notes", section(design, "notes", design.notes(), DesignWriter::note));
        tree.put("groups", section(design, "groups", design.groups(), DesignWriter::group));
        tree.put("decisions", section(design, "decisions", design.decisions(), DesignWriter::decision));
        design.unknown().forEach(tree::putIfAbsent);
        return tree;
    }

    /** The elements of a list, with those that could not be read back in their places. */
    private static <E extends Element> List<Object> section(Design design, String name, Elements<E> elements,
            Function<E, Object> writer) {
        List<Object> trees = new ArrayList<>();
        elements.forEach(element -> trees.add(writer.apply(element)));
        design.placeholders().stream().filter(placeholder -> placeholder.section().equals(name))
                .sorted(Comparator.comparingInt(Placeholder::index))
                .forEach(placeholder -> trees.add(Math.min(placeholder.index(), trees.size()), placeholder.tree()));
        return trees;
    }

    private static Map<String, Object> fields(Fields fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        fields.values().forEach((key, value) -> tree.put(key, ValueTree.write(value)));
        return tree;
    }

    private static Object component(Component card) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", card.id());
        tree.put("kind", card.kind());
        tree.put("step", card.step().id());
        tree.put("title", card.title());
        tree.put("x", card.x());
        tree.put("y", card.y());
        if (card.width() != Component.DEFAULT_WIDTH) {
            tree.put("width", card.width());
        }
        if (card.height() != Component.DEFAULT_HEIGHT) {
            tree.put("height", card.height());
        }
        if (!card.fields().isEmpty()) {
            tree.put("fields", fields(card.fields()));
        }
        flag(tree, "locked", card.locked());
        return with(tree, card.unknown());
    }

    static Object link(Link link) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", link.id());
        tree.put("kind", link.kind().id());
        tree.put("from", link.from());
        tree.put("to", link.to());
        if (!link.label().isEmpty()) {
            tree.put("label", link.label());
        }
        flag(tree, "disabled", link.disabled());
        return with(tree, link.unknown());
    }

    private static Object note(Note note) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", note.id());
        tree.put("text", note.text());
        box(tree, note.x(), note.y(), note.width(), note.height());
        flag(tree, "locked", note.locked());
        return with(tree, note.unknown());
    }

    private static Object group(Group group) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", group.id());
        tree.put("title", group.title());
        tree.put("tone", group.tone());
        box(tree, group.x(), group.y(), group.width(), group.height());
        flag(tree, "locked", group.locked());
        return with(tree, group.unknown());
    }

    private static void flag(Map<String, Object> tree, String key, boolean set) {
        if (set) {
            tree.put(key, true);
        }
    }

    private static void box(Map<String, Object> tree, double x, double y, double width, double height) {
        tree.put("x", x);
        tree.put("y", y);
        tree.put("width", width);
        tree.put("height", height);
    }

    private static Object decision(Decision decision) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", decision.id());
        tree.put("step", decision.step().id());
        tree.put("subject", decision.subject());
        tree.put("choice", decision.choice());
        List<Object> alternatives = new ArrayList<>();
        for (Decision.Alternative alternative : decision.alternatives()) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("name", alternative.name());
            item.put("pro", alternative.pro());
            item.put("con", alternative.con());
            alternatives.add(item);
        }
        tree.put("alternatives", alternatives);
        tree.put("because", decision.because());
        return with(tree, decision.unknown());
    }

    private static Map<String, Object> with(Map<String, Object> tree, Map<String, Object> unknown) {
        unknown.forEach(tree::putIfAbsent);
        return tree;
    }
}
