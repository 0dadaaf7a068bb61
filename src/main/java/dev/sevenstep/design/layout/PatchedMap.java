package dev.sevenstep.design.layout;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A map that differs from another in a few values; making one does not copy the other. Neither may change afterwards. */
public final class PatchedMap<K, V> extends AbstractMap<K, V> {
    private final Map<K, V> base;
    private final Map<K, V> patch;

    PatchedMap(Map<K, V> base, Map<K, V> patch) {
        this.base = base;
        this.patch = patch;
    }

    /** The map that this one differs from. */
    public Map<K, V> base() {
        return base;
    }

    /** What differs. */
    public Map<K, V> patch() {
        return Collections.unmodifiableMap(patch);
    }

    @Override
    @SuppressWarnings("NullAway") // null stands for an entry that is not there, as in any map
    public V get(Object key) {
        V value = patch.get(key);
        return value == null ? base.get(key) : value;
    }

    @Override
    public boolean containsKey(Object key) {
        return patch.containsKey(key) || base.containsKey(key);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        Map<K, V> all = new HashMap<>(base);
        all.putAll(patch);
        return Collections.unmodifiableMap(all).entrySet();
    }
}
