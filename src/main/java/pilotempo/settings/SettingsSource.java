package pilotempo.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A settings file as text. */
final class SettingsSource {
    private static final int LARGEST = 1 << 20;

    private SettingsSource() {}

    /** The file's text without a byte order mark; absent when there is no file. */
    static Optional<String> read(Path file) throws SettingsProblem {
        if (Files.isDirectory(file)) {
            throw new SettingsProblem(file + ": this is a folder, name the file in it");
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new SettingsProblem(file + ": it can't be read, check its permissions");
        }
        if (bytes.length > LARGEST) {
            throw new SettingsProblem(file + ": over 1 MiB, this is not a settings file");
        }
        return Optional.of(text(bytes, file));
    }

    private static String text(byte[] bytes, Path file) throws SettingsProblem {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException binary) {
            // said below
        }
        throw new SettingsProblem(file + ": this is not text in UTF-8, save it as such");
    }
}
