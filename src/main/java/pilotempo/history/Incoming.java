package pilotempo.history;

import pilotempo.battery.Mac;

/** A reading on its way into the file, and whose it is. */
record Incoming(Mac battery, Row row) {}
