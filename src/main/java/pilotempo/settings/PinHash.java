package pilotempo.settings;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The kiosk's PIN as it is kept in {@code ui.kiosk-pin}: {@code
 * pbkdf2-sha256:ITERATIONS:SALT:HASH}, salt and hash in URL-safe base 64 without padding. A PIN of
 * few digits is found by whoever has the file and patience; the hash keeps it from the eyes, the
 * pause after wrong tries keeps it from the fingers. Immutable.
 */
public final class PinHash {
    /** Fewest digits of a PIN. */
    public static final int SHORTEST = 4;

    /** Most digits of a PIN. */
    public static final int LONGEST = 8;

    private static final Pattern PIN = Pattern.compile("[0-9]{" + SHORTEST + "," + LONGEST + "}");
    private static final Pattern WRITTEN =
            Pattern.compile("pbkdf2-sha256:([1-9][0-9]{0,6}):([A-Za-z0-9_-]+):([A-Za-z0-9_-]+)");

    /** About a third of a second on a Raspberry Pi 4. */
    private static final int ITERATIONS = 120_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PinHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** Whether something is a PIN: 4 to 8 digits. */
    public static boolean isPin(String text) {
        return PIN.matcher(text).matches();
    }

    /**
     * The hash of a PIN with a new salt. Takes a while.
     *
     * @throws IllegalArgumentException when it is not 4 to 8 digits
     */
    public static PinHash of(String pin, RandomGenerator random) {
        if (!isPin(pin)) {
            throw new IllegalArgumentException("a PIN has 4 to 8 digits");
        }
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PinHash(ITERATIONS, salt, hash(pin, salt, ITERATIONS));
    }

    /** Reads what {@link #written} wrote; empty when it is anything else. */
    public static Optional<PinHash> read(Secret setting) {
        var parts = WRITTEN.matcher(setting.reveal());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var decoder = Base64.getUrlDecoder();
            return Optional.of(
                    new PinHash(
                            Integer.parseInt(parts.group(1)),
                            decoder.decode(parts.group(2)),
                            decoder.decode(parts.group(3))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether a PIN is the one. Takes a while, the same for any PIN. */
    public boolean matches(String pin) {
        return MessageDigest.isEqual(hash, hash(pin, salt, iterations));
    }

    /** For the settings. */
    public Secret written() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return new Secret(
                "pbkdf2-sha256:"
                        + iterations
                        + ":"
                        + encoder.encodeToString(salt)
                        + ":"
                        + encoder.encodeToString(hash));
    }

    private static byte[] hash(String pin, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no PBKDF2", missing);
        } finally {
            spec.clearPassword();
        }
    }
}
