package dev.sevenstep.design.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the catalogue that ships with the program. Its fields are given in full, or by the name of a list under
 * {@code shared} that several kinds have in common. A mistake in it is a mistake of the program, not of a user, so it ends
 * in an unchecked exception that names the entry.
 */
public final class CatalogueReader {
    private static final String RESOURCE = "/dev/sevenstep/design/catalogue.json";

    private CatalogueReader() {
    }

    /** The catalogue of this program. Reading takes a few milliseconds: do it once and pass it on. */
    public static Catalogue bundled() {
        try (InputStream in = CatalogueReader.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + RESOURCE + " is missing");
            }
            return catalogue(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    static Catalogue parse(String json) throws JsonProcessingException {
        return catalogue(new ObjectMapper().readTree(json));
    }

    private static Catalogue catalogue(JsonNode root) {
        Map<String, List<FieldSpec>> shared = new HashMap<>();
        root.path("shared").properties()
                .forEach(entry -> shared.put(entry.getKey(), fields(entry.getKey(), entry.getValue(), Map.of())));
        Map<Step, List<FieldSpec>> steps = new EnumMap<>(Step.class);
        root.path("steps").properties().forEach(
                entry -> steps.put(Step.ofId(entry.getKey()), fields(entry.getKey(), entry.getValue(), shared)));
        List<Kind> kinds = new ArrayList<>();
        root.path("kinds").forEach(node -> kinds.add(kind(node, shared)));
        return new Catalogue(kinds, steps);
    }

    private static Kind kind(JsonNode node, Map<String, List<FieldSpec>> shared) {
        String id = text(node, "id", "a kind");
        List<FieldSpec> fields = fields(id, node.path("fields"), shared);
        List<String> figures = strings(node.path("keyFigures"));
        for (String key : figures) {
            if (fields.stream().noneMatch(field -> field.key().equals(key))) {
                throw new IllegalArgumentException(
                        "kind '" + id + "' shows a field '" + key + "' that it does not have");
            }
        }
        return new Kind(id, text(node, "name", id), Step.ofId(text(node, "step", id)), text(node, "icon", id),
                text(node, "help", id), fields, figures, tags(node.path("gives")), tags(node.path("takes")),
                strings(node.path("aliases")));
    }

    private static Map<Link.Kind, Set<String>> tags(JsonNode node) {
        Map<Link.Kind, Set<String>> tags = new EnumMap<>(Link.Kind.class);
        node.properties().forEach(entry -> tags.put(
                Link.Kind.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                new LinkedHashSet<>(strings(entry.getValue()))));
        return tags;
    }

    private static List<FieldSpec> fields(String where, JsonNode node, Map<String, List<FieldSpec>> shared) {
        List<FieldSpec> fields = new ArrayList<>();
        for (JsonNode item : node) {
            if (item.isTextual()) {
                List<FieldSpec> list = Optional.ofNullable(shared.get(item.textValue())).orElseThrow(
                        () -> new IllegalArgumentException(
                                "'" + where + "' uses the shared fields '" + item.textValue()
                                        + "', which are not there"));
                fields.addAll(list);
            } else {
                fields.add(field(where, item));
            }
        }
        return fields;
    }

    private static FieldSpec field(String where, JsonNode node) {
        String key = text(node, "key", where);
        String place = where + "." + key;
        FieldSpec.Type type = FieldSpec.Type
                .valueOf(text(node, "type", place).toUpperCase(Locale.ROOT).replace('-', '_'));
        Unit unit = node.has("unit")
                ? Unit.ofName(text(node, "unit", place))
                        .orElseThrow(() -> new IllegalArgumentException("'" + place + "' has an unknown unit"))
                : Unit.NONE;
        List<FieldSpec.Option> options = new ArrayList<>();
        node.path("options").forEach(
                option -> options.add(new FieldSpec.Option(text(option, "id", place), text(option, "label", place))));
        return new FieldSpec(key, text(node, "label", place), node.path("help").asText(""), type, unit,
                number(node, "minimum"), number(node, "maximum"), options, strings(node.path("targets")),
                node.path("figure").asText("{}"));
    }

    private static Optional<Double> number(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.get(key).doubleValue()) : Optional.empty();
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        node.forEach(item -> strings.add(item.textValue()));
        return strings;
    }

    private static String text(JsonNode node, String key, String where) {
        JsonNode value = node.get(key);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("the catalogue lacks '" + key + "' of '" + where + "'");
        }
        return value.textValue();
    }
}
