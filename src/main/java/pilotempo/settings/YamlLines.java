package pilotempo.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import pilotempo.settings.YamlEdit.Uneditable;

/** Adds, removes and orders the batteries of a file; the lines of those that stay are kept. */
final class YamlLines {
    private YamlLines() {}

    /**
     * @param present batteries in the text, in its order
     * @param wanted batteries that shall be there, in order; of those present only their place is
     *     changed
     */
    static String arrange(String text, List<BatterySettings> present, List<BatterySettings> wanted)
            throws Uneditable, SettingsProblem {
        var top = YamlDocument.top(text, "");
        var tuple = top.flatMap(keys -> YamlDocument.find(keys, SettingsKeys.BATTERIES));
        if (tuple.isEmpty()) {
            var fresh = YamlWriter.batteries(wanted);
            return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + fresh;
        }
        var node = tuple.get().getValueNode();
        if (node instanceof SequenceNode list && !YamlDocument.isFlow(list)) {
            return lines(text, top.get(), list, present, wanted);
        }
        int from = YamlEdit.offset(text, YamlEdit.mark(node));
        int to = YamlEdit.offset(text, node.getEndMark().orElseThrow(Uneditable::new));
        var fresh = YamlWriter.batteries(wanted).replace(SettingsKeys.BATTERIES + ":", "");
        return text.substring(0, from) + fresh.stripTrailing() + text.substring(to);
    }

    private static String lines(
            String text,
            MappingNode top,
            SequenceNode list,
            List<BatterySettings> present,
            List<BatterySettings> wanted)
            throws Uneditable, SettingsProblem {
        var lines = new ArrayList<>(text.lines().toList());
        var starts = new ArrayList<Integer>();
        for (var item : list.getValue()) {
            int line = YamlEdit.mark(item).getLine();
            if (!lines.get(line).strip().startsWith("- ")) {
                throw new Uneditable();
            }
            starts.add(line);
        }
        int end = end(lines, top, list);
        starts.add(end);
        Map<String, List<String>> chunks = new HashMap<>();
        for (int i = 0; i < present.size(); i++) {
            var chunk = List.copyOf(lines.subList(starts.get(i), starts.get(i + 1)));
            chunks.put(present.get(i).id(), chunk);
        }
        var indent = " ".repeat(Math.max(0, lines.get(starts.getFirst()).indexOf('-')));
        var fresh = new ArrayList<String>();
        for (var battery : wanted) {
            var own = List.of(indent + "- " + YamlWriter.battery(battery));
            fresh.addAll(chunks.getOrDefault(battery.id(), own));
        }
        var all = new ArrayList<>(lines.subList(0, starts.getFirst()));
        all.addAll(fresh);
        all.addAll(lines.subList(end, lines.size()));
        return String.join("\n", all) + "\n";
    }

    /** The first line after the list: comments before the next key belong to that key. */
    private static int end(List<String> lines, MappingNode top, Node list) throws Uneditable {
        int from = YamlEdit.mark(list).getLine();
        int end = lines.size();
        for (var tuple : top.getValue()) {
            int line = YamlEdit.mark(tuple.getKeyNode()).getLine();
            if (line > from && line < end) {
                end = line;
            }
        }
        while (end > from + 1 && isOutside(lines.get(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isOutside(String line) {
        return line.isBlank() || line.startsWith("#") || line.equals("...");
    }

    /** Puts a line before the line of that number, from 0. */
    static String insert(String text, int number, String line) {
        var lines = new ArrayList<>(text.lines().toList());
        lines.add(Math.min(number, lines.size()), line);
        return String.join("\n", lines) + "\n";
    }
}
