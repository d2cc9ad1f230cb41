package pilotempo.history.testing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import pilotempo.history.Facts;

/** Facts that are gone at the end. */
public final class MemoryFacts implements Facts {
    private final ConcurrentSkipListMap<String, String> facts = new ConcurrentSkipListMap<>();

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    @Override
    public Map<String, String> beginningWith(String prefix) {
        return new TreeMap<>(facts.subMap(prefix, prefix + Character.MAX_VALUE));
    }

    @Override
    public void keep(String name, String content) {
        facts.put(name, content);
    }

    @Override
    public void forget(String name) {
        facts.remove(name);
    }
}
