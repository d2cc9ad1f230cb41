package pilotempo.settings;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** YAML text as nodes that know their lines, with faults told in plain words. */
final class YamlDocument {
    private YamlDocument() {}

    /** The keys at the top; absent in an empty file. */
    static Optional<MappingNode> top(String text, String file) throws SettingsProblem {
        var root = parse(text, file);
        if (root.isEmpty() || isNull(root.get())) {
            return Optional.empty();
        }
        if (root.get() instanceof MappingNode top) {
            return Optional.of(top);
        }
        throw new SettingsProblem(
                file + ":" + line(root.get()) + ": write keys and values here, as in 'key: value'");
    }

    private static Optional<Node> parse(String text, String file) throws SettingsProblem {
        try {
            return new Compose(
                            LoadSettings.builder()
                                    .setLabel(file)
                                    .setAllowNonScalarKeys(true)
                                    .build())
                    .composeString(text);
        } catch (MarkedYamlEngineException bad) {
            var mark =
                    isSeenLate(bad.getProblem())
                            ? bad.getContextMark().or(bad::getProblemMark)
                            : bad.getProblemMark();
            int line = mark.or(bad::getContextMark).map(Mark::getLine).orElse(0) + 1;
            throw new SettingsProblem(file + ":" + line + ": " + plainly(bad.getProblem()));
        } catch (ReaderException bad) {
            long line = text.codePoints().limit(bad.getPosition()).filter(c -> c == '\n').count();
            throw new SettingsProblem(
                    file + ":" + (line + 1) + ": there is a control character: remove it");
        } catch (YamlEngineException bad) {
            throw new SettingsProblem(file + ": this is not valid YAML");
        } catch (StackOverflowError deep) {
            throw new SettingsProblem(file + ": brackets are nested too deeply");
        }
    }

    /** Whether the fault lies where the context began, not where it was noticed. */
    private static boolean isSeenLate(String problem) {
        return problem.contains("stream end")
                || problem.contains("unexpected end of stream")
                || problem.contains("could not find expected ':'");
    }

    /** The library's words, for people. */
    private static String plainly(String problem) {
        if (problem.contains("TAB")) {
            return "there is a tab: YAML wants spaces, two for each step";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a ':' is out of place: check the indentation, or put the value in quotes";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a ':' is missing after the key";
        }
        if (problem.contains("unexpected end of stream")) {
            return "a quote is opened here and never closed";
        }
        if (problem.contains("expected ',' or '}'")) {
            return "a ',' or '}' is missing";
        }
        if (problem.contains("expected ',' or ']'")) {
            return "a ',' or ']' is missing";
        }
        if (problem.contains("expected <block end>")) {
            return "this line does not fit the ones above: check the indentation";
        }
        if (problem.contains("but found another document")) {
            return "'---' begins a second document: one is allowed";
        }
        // the library's own words may quote what stands there, which may be a secret
        return "this is not valid YAML: put a value with special characters in quotes";
    }

    /** Line of a node, from 1. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && new Value("", scalar.getValue(), true, 1).isEmpty();
    }

    static boolean isFlow(CollectionNode<?> node) {
        return node.getFlowStyle() == FlowStyle.FLOW;
    }

    /** A key's name; empty for a key that is no plain word. */
    static String name(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }

    /** What a mapping says under a name. */
    static Optional<NodeTuple> find(MappingNode mapping, String name) {
        return mapping.getValue().stream().filter(tuple -> name(tuple).equals(name)).findFirst();
    }
}
