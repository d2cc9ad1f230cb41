package pilotempo.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pilotempo.settings.YamlEdit.Uneditable;

/** What the program changed, to be put into a file that others may have changed meanwhile. */
final class SettingsChange {
    private final Settings before;
    private final Settings after;
    private final Map<String, String> values;

    SettingsChange(Settings before, Settings after) {
        this.before = before;
        this.after = after;
        values = new LinkedHashMap<>(SettingsText.of(after));
        values.entrySet().removeAll(SettingsText.of(before).entrySet());
    }

    boolean isEmpty() {
        return values.isEmpty()
                && after.batteries().equals(before.batteries())
                && after.tempo().prices().equals(before.tempo().prices());
    }

    /** Paths of the changed settings, batteries and prices aside. */
    Set<String> paths() {
        return values.keySet();
    }

    /**
     * The file's new text: the old with the change in it, or, where its layout is too unusual,
     * written anew.
     *
     * @throws SettingsProblem the file as it is now, or what the change says, is not right
     */
    String applyTo(String text, String file) throws SettingsProblem {
        var present = SettingsReader.read(text, file, Variables.NONE);
        var batteries = batteries(present.batteries());
        if (text.isBlank()) {
            return anew(present, batteries);
        }
        try {
            var edited = edit(text, present.batteries(), batteries);
            var read = SettingsReader.read(edited, file, Variables.NONE);
            if (isAsWanted(read, present, batteries)) {
                return edited;
            }
        } catch (Uneditable | SettingsProblem | IndexOutOfBoundsException unusual) {
            // written anew below
        }
        return anew(present, batteries);
    }

    private String edit(String text, List<BatterySettings> present, List<BatterySettings> wanted)
            throws Uneditable, SettingsProblem {
        var edited = text;
        if (!ids(present).equals(ids(wanted))) {
            edited = YamlLines.arrange(edited, present, wanted);
        }
        for (int i = 0; i < wanted.size(); i++) {
            var old = find(present, wanted.get(i).id());
            if (old.isPresent()) {
                var fields = new LinkedHashMap<>(SettingsText.of(wanted.get(i)));
                fields.entrySet().removeAll(SettingsText.of(old.get()).entrySet());
                for (var field : fields.entrySet()) {
                    var path = new ArrayList<Object>(List.of(SettingsKeys.BATTERIES, i));
                    path.addAll(names(field.getKey()));
                    edited = YamlEdit.set(edited, path, field.getValue());
                }
            }
        }
        for (var value : values.entrySet()) {
            edited = YamlEdit.set(edited, List.copyOf(names(value.getKey())), value.getValue());
        }
        return edited;
    }

    private boolean isAsWanted(Settings read, Settings present, List<BatterySettings> batteries) {
        return SettingsText.of(read).equals(wantedValues(present))
                && read.batteries().equals(batteries)
                && read.tempo().prices().equals(wantedPrices(present));
    }

    private String anew(Settings present, List<BatterySettings> batteries) throws SettingsProblem {
        var text = YamlWriter.whole(wantedValues(present), batteries, wantedPrices(present));
        try {
            SettingsReader.read(text, "", Variables.NONE);
            return text;
        } catch (SettingsProblem wrong) {
            // the line is one of a file that is not written
            throw new SettingsProblem(
                    String.valueOf(wrong.getMessage()).replaceFirst("^:[0-9]+: ", ""));
        }
    }

    private Map<String, String> wantedValues(Settings present) {
        var wanted = new LinkedHashMap<>(SettingsText.of(present));
        wanted.putAll(values);
        return wanted;
    }

    private List<TempoSettings.OwnPrice> wantedPrices(Settings present) {
        boolean changed = !after.tempo().prices().equals(before.tempo().prices());
        return changed ? after.tempo().prices() : present.tempo().prices();
    }

    /** Three sides: what the file says, and what was changed by the program, by id. */
    private List<BatterySettings> batteries(List<BatterySettings> present) {
        if (after.batteries().equals(before.batteries())) {
            return present;
        }
        var merged = new ArrayList<BatterySettings>();
        for (var wanted : after.batteries()) {
            if (find(before.batteries(), wanted.id()).filter(wanted::equals).isPresent()) {
                find(present, wanted.id()).ifPresent(merged::add);
            } else {
                merged.add(wanted);
            }
        }
        present.stream()
                .filter(own -> find(before.batteries(), own.id()).isEmpty())
                .filter(own -> find(merged, own.id()).isEmpty())
                .forEach(merged::add);
        return merged;
    }

    private static Optional<BatterySettings> find(List<BatterySettings> batteries, String id) {
        return batteries.stream().filter(battery -> battery.id().equals(id)).findFirst();
    }

    private static List<String> ids(List<BatterySettings> batteries) {
        return batteries.stream().map(BatterySettings::id).toList();
    }

    private static List<String> names(String path) {
        return Arrays.asList(path.split("\\.", -1));
    }
}
