package pilotempo.settings;

import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes single values in a settings file's text and leaves all else, comments too, as people
 * wrote it. Layouts it does not understand are refused; whoever uses it checks the outcome by
 * reading it.
 */
final class YamlEdit {
    /** This layout is too unusual for a careful change. */
    static final class Uneditable extends Exception {
        private static final long serialVersionUID = 1;

        Uneditable() {
            super("unusual layout");
        }
    }

    private YamlEdit() {}

    /**
     * Sets one value.
     *
     * @param path names of mappings, numbers of list entries
     * @param yaml the value; empty = not set
     */
    static String set(String text, List<Object> path, String yaml)
            throws Uneditable, SettingsProblem {
        var top = YamlDocument.top(text, "");
        if (top.isEmpty()) {
            return append(text, path, yaml);
        }
        Node at = top.get();
        int header = -1;
        for (int i = 0; i < path.size(); i++) {
            var rest = path.subList(i, path.size());
            if (rest.getFirst() instanceof Integer entry && at instanceof SequenceNode list) {
                at = list.getValue().get(entry);
            } else if (rest.getFirst() instanceof String name && at instanceof MappingNode group) {
                var tuple = YamlDocument.find(group, name);
                if (tuple.isEmpty()) {
                    return insert(text, group, header, rest, yaml);
                }
                header = mark(tuple.get().getKeyNode()).getLine();
                at = tuple.get().getValueNode();
            } else if (YamlDocument.isNull(at)) {
                return replace(text, at, "{" + nested(rest, yaml) + "}");
            } else {
                throw new Uneditable();
            }
        }
        return replace(text, at, yaml);
    }

    private static String insert(
            String text, MappingNode group, int header, List<Object> rest, String yaml)
            throws Uneditable {
        if (yaml.isEmpty()) {
            return text;
        }
        if (YamlDocument.isFlow(group)) {
            int from = offset(text, mark(group)) + 1;
            var separator = group.getValue().isEmpty() ? "" : ", ";
            return text.substring(0, from) + nested(rest, yaml) + separator + text.substring(from);
        }
        if (header < 0) {
            return append(text, rest, yaml);
        }
        var first = mark(group.getValue().getFirst().getKeyNode());
        boolean besideDash = lineOf(text, first.getLine()).strip().startsWith("- ");
        if (!besideDash && first.getLine() == header) {
            throw new Uneditable();
        }
        var line = " ".repeat(first.getColumn()) + nested(rest, yaml);
        return YamlLines.insert(text, (besideDash ? first.getLine() : header) + 1, line);
    }

    private static String replace(String text, Node node, String yaml) throws Uneditable {
        boolean flow = node instanceof CollectionNode<?> list && YamlDocument.isFlow(list);
        if (!flow && !(node instanceof ScalarNode)) {
            throw new Uneditable();
        }
        int from = offset(text, mark(node));
        int to = offset(text, node.getEndMark().orElseThrow(Uneditable::new));
        var old = text.substring(from, to);
        boolean spaced = from == 0 || text.charAt(from - 1) != ':';
        var fresh = (spaced || yaml.isEmpty() ? "" : " ") + yaml + (old.endsWith("\n") ? "\n" : "");
        return text.substring(0, from) + fresh + text.substring(to);
    }

    /** At the end of the file, group by group. */
    private static String append(String text, List<Object> path, String yaml) throws Uneditable {
        if (yaml.isEmpty()) {
            return text;
        }
        var added = new StringBuilder(text);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            added.append('\n');
        }
        for (int i = 0; i < path.size(); i++) {
            if (!(path.get(i) instanceof String name)) {
                throw new Uneditable();
            }
            boolean last = i == path.size() - 1;
            added.append("  ".repeat(i)).append(name).append(last ? ": " + yaml : ":").append('\n');
        }
        return added.toString();
    }

    /** {@code a: {b: value}}. */
    private static String nested(List<Object> path, String yaml) throws Uneditable {
        if (!(path.getFirst() instanceof String name)) {
            throw new Uneditable();
        }
        return path.size() == 1
                ? name + ": " + yaml
                : name + ": {" + nested(path.subList(1, path.size()), yaml) + "}";
    }

    static Mark mark(Node node) throws Uneditable {
        return node.getStartMark().orElseThrow(Uneditable::new);
    }

    /** Marks count code points. */
    static int offset(String text, Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private static String lineOf(String text, int line) {
        return text.lines().skip(line).findFirst().orElse("");
    }
}
