/**
 * Judges requests, answers and GraphQL documents by the API contracts that the platforms publish. The contracts are
 * not part of this project; where they are not at hand the checks cannot be made.
 */
package io.unifiedcommerce.tck.fake.contract;
