package pilotempo.alert;

/**
 * What became of a test message.
 *
 * @param channel its name
 * @param sent whether it was taken
 * @param sentence what happened and what to do, for people, without secrets
 */
public record ChannelTest(String channel, boolean sent, String sentence) {}
