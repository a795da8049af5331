package io.unifiedcommerce.channel.write;

import io.unifiedcommerce.model.CustomerProfile;
import java.util.List;

/**
 * A consolidated profile to be shown at the store's own customer records.
 *
 * @param profileId id of the profile
 * @param customerIds the profile's customer records in this store; empty when the profile is gone, for then nobody knows them
 * @param profile the whole profile; null when it is gone and what was written of it shall be taken away
 */
public record ProfileCommand(String profileId, List<String> customerIds, CustomerProfile profile)
        implements WriteCommand {

    /** A profile names a person: only its id may stand in logs. */
    @Override
    public String toString() {
        return "profile " + profileId;
    }
}
