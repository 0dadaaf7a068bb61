package dev.sevenstep.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An immutable list of elements in drawing order that finds an element by id in constant time. Replacing an element shares
 * the index with the list it came from, so an edit of one of 5,000 elements copies one array.
 */
public final class Elements<E extends Element> implements Iterable<E> {
    private final List<E> items;
    private final Map<String, Integer> places;

    private Elements(List<E> items, Map<String, Integer> places) {
        this.items = items;
        this.places = places;
    }

    public static <E extends Element> Elements<E> none() {
        return new Elements<>(List.of(), Map.of());
    }

    /**
     * @throws IllegalArgumentException when two elements have one id
     */
    public static <E extends Element> Elements<E> of(List<E> items) {
        Map<String, Integer> places = HashMap.newHashMap(items.size());
        for (int i = 0; i < items.size(); i++) {
            if (places.put(items.get(i).id(), i) != null) {
                throw new IllegalArgumentException("the id '" + items.get(i).id() + "' is used twice");
            }
        }
        return new Elements<>(List.copyOf(items), places);
    }

    public Optional<E> get(String id) {
        Integer place = places.get(id);
        return place == null ? Optional.empty() : Optional.of(items.get(place));
    }

    /** The place of an element in {@link #list}, from 0. */
    public Optional<Integer> place(String id) {
        return Optional.ofNullable(places.get(id));
    }

    public boolean contains(String id) {
        return places.containsKey(id);
    }

    public int size() {
        return items.size();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public List<E> list() {
        return items;
    }

    public Stream<E> stream() {
        return items.stream();
    }

    @Override
    public Iterator<E> iterator() {
        return items.iterator();
    }

    /** Replaces the element of the same id in its place, or adds a new one at the end. */
    public Elements<E> with(E element) {
        Integer place = places.get(element.id());
        List<E> copy = new ArrayList<>(items.size() + 1);
        copy.addAll(items);
        if (place != null) {
            copy.set(place, element);
            return new Elements<>(List.copyOf(copy), places);
        }
        copy.add(element);
        Map<String, Integer> more = new HashMap<>(places);
        more.put(element.id(), items.size());
        return new Elements<>(List.copyOf(copy), more);
    }

    /** Replaces or adds all; as {@link #with} in one step. */
    public Elements<E> withAll(Collection<? extends E> elements) {
        if (elements.isEmpty()) {
            return this;
        }
        List<E> copy = new ArrayList<>(items);
        Map<String, Integer> more = places;
        for (E element : elements) {
            Integer place = more.get(element.id());
            if (place == null) {
                more = more == places ? new HashMap<>(places) : more;
                more.put(element.id(), copy.size());
                copy.add(element);
            } else {
                copy.set(place, element);
            }
        }
        return new Elements<>(List.copyOf(copy), more);
    }

    /** All but those that {@code unwanted} accepts. */
    public Elements<E> without(Predicate<? super E> unwanted) {
        List<E> kept = items.stream().filter(unwanted.negate()).toList();
        return kept.size() == items.size() ? this : of(kept);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Elements<?> elements && items.equals(elements.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.toString();
    }
}
