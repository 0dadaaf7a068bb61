package dev.sevenstep.studio.inspector;

import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The fields that several kinds have in common, so that one form can fill them for components of all of these kinds. */
final class SharedFields {
    private SharedFields() {
    }

    /** In the order of the first kind; where ranges differ, what every kind allows. */
    static List<FieldSpec> of(Collection<Kind> kinds) {
        List<FieldSpec> shared = new ArrayList<>();
        if (kinds.isEmpty()) {
            return shared;
        }
        for (FieldSpec field : kinds.iterator().next().fields()) {
            Optional<FieldSpec> common = Optional.of(field);
            for (Kind kind : kinds) {
                common = common.flatMap(known -> kind.field(field.key()).flatMap(other -> both(known, other)));
            }
            common.ifPresent(shared::add);
        }
        return shared;
    }

    private static Optional<FieldSpec> both(FieldSpec one, FieldSpec other) {
        boolean same = one.type() == other.type() && one.unit().dimension() == other.unit().dimension()
                && one.options().equals(other.options()) && one.targets().equals(other.targets());
        if (!same) {
            return Optional.empty();
        }
        return Optional.of(new FieldSpec(one.key(), one.label(), one.help(), one.type(), one.unit(),
                tighter(one.minimum(), other.minimum(), other, one, Math::max),
                tighter(one.maximum(), other.maximum(), other, one, Math::min), one.options(), one.targets(),
                one.figure()));
    }

    private static Optional<Double> tighter(Optional<Double> one, Optional<Double> other, FieldSpec from, FieldSpec to,
            BinaryOperator<Double> choose) {
        Optional<Double> converted = other.map(limit -> from.unit().convert(limit, to.unit()));
        if (one.isEmpty() || converted.isEmpty()) {
            return one.or(() -> converted);
        }
        return Optional.of(choose.apply(one.get(), converted.get()));
    }
}
