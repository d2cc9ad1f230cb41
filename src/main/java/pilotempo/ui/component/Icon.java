package pilotempo.ui.component;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The glyphs in use. */
public enum Icon {
    /** The dashboard; the house. */
    HOME(Material2OutlinedAL.HOME),
    /** A battery. */
    BATTERY(Material2OutlinedAL.BATTERY_STD),
    /** History. */
    CHART(Material2OutlinedMZ.SHOW_CHART),
    /** Tempo. */
    CALENDAR(Material2OutlinedAL.EVENT),
    /** Diagnostics. */
    PULSE(Material2OutlinedMZ.TIMELINE),
    /** Settings. */
    SETTINGS(Material2OutlinedMZ.SETTINGS),
    /** More places. */
    MORE(Material2OutlinedMZ.MORE_HORIZ),
    /** The grid. */
    GRID(Material2OutlinedAL.ELECTRICAL_SERVICES),
    /** The panels. */
    SUN(Material2OutlinedMZ.WB_SUNNY),
    /** Discharging: out of the battery. */
    UP(Material2OutlinedAL.ARROW_UPWARD),
    /** Charging: into the battery. */
    DOWN(Material2OutlinedAL.ARROW_DOWNWARD),
    /** At rest. */
    EQUAL(Material2OutlinedAL.DRAG_HANDLE),
    /** Verified. */
    CHECK(Material2OutlinedAL.CHECK),
    /** Attention. */
    WARNING(Material2OutlinedMZ.REPORT_PROBLEM),
    /** Failed; an octagon, so that it is not told by colour alone. */
    ERROR(Material2OutlinedMZ.REPORT),
    /** Old, or a moment. */
    CLOCK(Material2OutlinedMZ.SCHEDULE),
    /** Search. */
    SEARCH(Material2OutlinedMZ.SEARCH),
    /** The local database. */
    STORAGE(Material2OutlinedAL.DNS),
    /** Money. */
    MONEY(Material2OutlinedAL.EURO_SYMBOL),
    /** Energy. */
    BOLT(Material2OutlinedAL.FLASH_ON),
    /** The radio link. */
    WIFI(Material2OutlinedMZ.WIFI),
    /** Onwards. */
    NEXT(Material2OutlinedAL.CHEVRON_RIGHT),
    /** Back. */
    PREVIOUS(Material2OutlinedAL.CHEVRON_LEFT),
    /** Closes. */
    CLOSE(Material2OutlinedAL.CLOSE),
    /** Again. */
    REFRESH(Material2OutlinedMZ.REFRESH),
    /** Saves a file. */
    SAVE(Material2OutlinedMZ.SAVE_ALT),
    /** A picture. */
    IMAGE(Material2OutlinedAL.IMAGE),
    /** Adds. */
    ADD(Material2OutlinedAL.ADD),
    /** Fewer. */
    REMOVE(Material2OutlinedMZ.REMOVE),
    /** Removes for good. */
    DELETE(Material2OutlinedAL.DELETE),
    /** Changes. */
    EDIT(Material2OutlinedAL.EDIT),
    /** Copies text. */
    COPY(Material2OutlinedAL.CONTENT_COPY),
    /** Explains. */
    INFO(Material2OutlinedAL.INFO),
    /** Closer. */
    ZOOM_IN(Material2OutlinedMZ.ZOOM_IN),
    /** Wider. */
    ZOOM_OUT(Material2OutlinedMZ.ZOOM_OUT),
    /** To what was before. */
    UNDO(Material2OutlinedMZ.UNDO),
    /** Beside each other. */
    COMPARE(Material2OutlinedAL.COMPARE_ARROWS),
    /** What is shown, and how; automation. */
    TUNE(Material2OutlinedMZ.TUNE),
    /** Rests. */
    PAUSE(Material2OutlinedMZ.PAUSE),
    /** Goes on. */
    PLAY(Material2OutlinedMZ.PLAY_ARROW),
    /** A past that is run again. */
    REPLAY(Material2OutlinedMZ.REPLAY),
    /** Needs a PIN. */
    LOCK(Material2OutlinedAL.LOCK),
    /** Takes a digit back. */
    BACKSPACE(Material2OutlinedAL.BACKSPACE),
    /** Alerts. */
    BELL(Material2OutlinedMZ.NOTIFICATIONS),
    /** Towards the top. */
    ABOVE(Material2OutlinedAL.KEYBOARD_ARROW_UP),
    /** Towards the bottom. */
    BELOW(Material2OutlinedAL.KEYBOARD_ARROW_DOWN);

    @SuppressWarnings("ImmutableEnumChecker") // Ikonli's glyphs are enum constants themselves
    private final Ikon glyph;

    Icon(Ikon glyph) {
        this.glyph = glyph;
    }

    /** A new node of 20 px that takes its colour from the style sheet. */
    public FontIcon node() {
        return node(20);
    }

    /** A new node of that many px. */
    public FontIcon node(int size) {
        var icon = new FontIcon(glyph);
        // Inline, beside what Ikonli keeps there: AtlantaFX's sheet would win over the property.
        icon.setStyle(icon.getStyle() + ";-fx-icon-size: " + size + "px;");
        return icon;
    }
}
