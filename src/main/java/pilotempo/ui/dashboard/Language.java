package pilotempo.ui.dashboard;

import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Words;

/** All that turns values into the user's words. */
record Language(Formats formats, Texts texts, Words words) {
    static final String BUNDLE = "pilotempo.ui.dashboard.Dashboard";

    static Language of(Formats formats) {
        return new Language(formats, Texts.of(BUNDLE, formats.locale()), new Words(formats));
    }
}
