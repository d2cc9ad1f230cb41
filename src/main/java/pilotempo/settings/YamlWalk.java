package pilotempo.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Walks a mapping by the known keys and gathers its values by path. */
final class YamlWalk {
    private final List<String> known;
    private final String owner;
    private final Complaints complaints;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, SequenceNode> lists = new HashMap<>();

    /**
     * @param known paths of all keys
     * @param owner what messages call the mapping, {@code battery 'salon'}; empty for the file
     */
    YamlWalk(List<String> known, String owner, Complaints complaints) {
        this.known = known;
        this.owner = owner;
        this.complaints = complaints;
    }

    Map<String, Value> values() {
        return values;
    }

    /** Lists of groups by path. */
    Map<String, SequenceNode> lists() {
        return lists;
    }

    void walk(MappingNode mapping) {
        walk(mapping, "");
    }

    private void walk(MappingNode mapping, String prefix) {
        var names = SettingsKeys.under(prefix, known);
        var seen = new HashSet<String>();
        for (var tuple : mapping.getValue()) {
            var name = YamlDocument.name(tuple);
            var path = prefix.isEmpty() ? name : prefix + "." + name;
            int line = YamlDocument.line(tuple.getKeyNode());
            if (name.isEmpty()) {
                complaints.at(line, "a key is missing before the ':'");
            } else if (!names.contains(name)) {
                complaints.at(line, unknown(name, prefix, names));
            } else if (!seen.add(name)) {
                complaints.at(line, subject(path) + " is there twice: remove one");
            } else {
                take(path, tuple, line);
            }
        }
    }

    private void take(String path, NodeTuple tuple, int line) {
        var node = tuple.getValueNode();
        if (YamlDocument.isNull(node)) {
            return;
        }
        if (path.equals(SettingsKeys.BATTERIES) || path.equals(SettingsKeys.PRICES)) {
            takeList(path, node, line);
        } else if (SettingsKeys.isGroup(path, known)) {
            if (node instanceof MappingNode group) {
                walk(group, path);
            } else {
                var first = SettingsKeys.under(path, known).iterator().next();
                complaints.at(
                        line,
                        subject(path)
                                + " takes keys of its own, as in '"
                                + first
                                + ": …' under it");
            }
        } else if (node instanceof ScalarNode scalar) {
            values.put(path, new Value(subject(path), scalar.getValue(), scalar.isPlain(), line));
        } else if (path.equals(SettingsKeys.COLOURS) && node instanceof SequenceNode words) {
            takeWords(path, words, line);
        } else {
            complaints.at(line, subject(path) + " takes one value, not a list or a group");
        }
    }

    private void takeList(String path, Node node, int line) {
        if (node instanceof SequenceNode list) {
            lists.put(path, list);
        } else {
            complaints.at(line, subject(path) + " is a list: begin each entry with '- '");
        }
    }

    private void takeWords(String path, SequenceNode list, int line) {
        var words =
                list.getValue().stream()
                        .map(item -> item instanceof ScalarNode word ? word.getValue() : "?")
                        .collect(Collectors.joining(", "));
        var text = words.isEmpty() ? "[]" : words;
        values.put(path, new Value(subject(path), text, false, line));
    }

    private String unknown(String name, String prefix, Iterable<String> names) {
        var in = prefix.isEmpty() ? owner : subject(prefix);
        var siblings = new HashSet<String>();
        names.forEach(siblings::add);
        var near =
                NearestWord.to(name, siblings)
                        .or(() -> elsewhere(name))
                        .map(word -> "did you mean '" + word + "'?")
                        .orElseGet(() -> "known here: " + String.join(", ", names));
        return "unknown key '"
                + Shown.of(name)
                + "'"
                + (in.isEmpty() ? "" : " in " + in)
                + " — "
                + near;
    }

    /** A key that stands in the wrong group. */
    private Optional<String> elsewhere(String name) {
        return known.stream().filter(path -> path.endsWith("." + name)).findFirst();
    }

    private String subject(String path) {
        return owner.isEmpty() ? path : path + " of " + owner;
    }
}
