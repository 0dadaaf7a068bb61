package dev.sevenstep.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the catalogue: a kind of component.
 *
 * @param icon literal of the icon font, e.g. {@code ci-data-base}
 * @param help one line: what it is for
 * @param keyFigures keys of the fields whose values stand on the card, most telling first
 * @param gives what it hands out, by kind of link (tags such as records, features, model, predictions)
 * @param takes what it accepts, by kind of link
 * @param aliases other words that people write on such a box, such as "kafka"; each belongs to one kind
 */
public record Kind(String id, String name, Step step, String icon, String help, List<FieldSpec> fields,
        List<String> keyFigures, Map<Link.Kind, Set<String>> gives, Map<Link.Kind, Set<String>> takes,
        List<String> aliases) {

    /** A kind with no other name. */
    public Kind(String id, String name, Step step, String icon, String help, List<FieldSpec> fields,
            List<String> keyFigures, Map<Link.Kind, Set<String>> gives, Map<Link.Kind, Set<String>> takes) {
        this(id, name, step, icon, help, fields, keyFigures, gives, takes, List.of());
    }

    public Kind {
        fields = List.copyOf(fields);
        keyFigures = List.copyOf(keyFigures);
        gives = Map.copyOf(gives);
        takes = Map.copyOf(takes);
        aliases = List.copyOf(aliases);
    }

    public Optional<FieldSpec> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
