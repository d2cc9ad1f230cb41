package pilotempo.marstek;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is asked of a device.
 *
 * @param method the vendor's name
 * @param params its parameters
 */
record Call(String method, ObjectNode params) {
    /** A question. */
    static Call of(Query query) {
        return new Call(query.method(), Wire.params(query));
    }
}
