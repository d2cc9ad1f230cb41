/**
 * One YAML file, environment over file, validated. The records here are plain data; features import
 * them.
 */
@NullMarked
package pilotempo.settings;

import org.jspecify.annotations.NullMarked;
