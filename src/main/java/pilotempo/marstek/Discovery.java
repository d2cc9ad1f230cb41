package pilotempo.marstek;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What to look for.
 *
 * @param targets addresses to probe; empty = 255.255.255.255 and every interface's broadcast
 *     address
 * @param ports API ports to probe; empty = the known batteries' ports and 30000 to 30004
 * @param duration how long to listen; the probe is repeated every 2 s, for one is not enough
 */
public record Discovery(List<InetAddress> targets, Set<Integer> ports, Duration duration) {}
