package pilotempo.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong in one source of settings, gathered so that the first by line is told. */
final class Complaints {
    private record Complaint(int line, String text) {}

    private final String file;
    private final List<Complaint> found = new ArrayList<>();

    Complaints(String file) {
        this.file = file;
    }

    /** About a line of the file, counted from 1. */
    void at(int line, String text) {
        found.add(new Complaint(line, file + ":" + line + ": " + text));
    }

    /** About a value in the file or in a variable. */
    void about(Value value, boolean secret, String why) {
        var shown = secret ? "" : " is '" + Shown.of(value.text()) + "'";
        if (value.line() > 0) {
            at(value.line(), value.subject() + shown + ": " + why);
        } else {
            found.add(new Complaint(Integer.MAX_VALUE, value.subject() + shown + ": " + why));
        }
    }

    void throwFirst() throws SettingsProblem {
        var first = found.stream().min(Comparator.comparingInt(Complaint::line));
        if (first.isPresent()) {
            throw new SettingsProblem(first.get().text());
        }
    }
}
